using System.Globalization;
using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.OpenQasm;

/// <summary>Real programs against the counts and states that an independent reader computed.</summary>
public sealed class SampleProgramTests
{
    private const string Sample = "circuits/qasmbench-sample";
    private static readonly QasmOptions Kept = new() { KeepDefinitions = true };

    [Fact]
    public void Imported_programs_are_read_or_refused_with_the_counts_of_the_manifest()
    {
        int read = 0, refused = 0;
        foreach (Dictionary<string, string> row in Rows(SharedData.Text("circuits", "qasmbench-sample", "manifest.csv")))
        {
            SourceText source = SourceText.FromFile(SharedData.Path("circuits", "qasmbench-sample", row["file"]));
            if (row["status"].StartsWith("ok", StringComparison.Ordinal))
            {
                CheckCounts(row, source);
                read++;
            }
            else if (row["status"].StartsWith("INVALID", StringComparison.Ordinal))
            {
                QasmResult result = QasmReader.Read(source);
                Assert.Null(result.Circuit);
                Assert.Contains("'q' is not declared", result.Diagnostics.Errors[0].Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.Equal((44, 1), (read, refused));
    }

    // Examples of the specification; what a list of operations cannot say is named as unsupported, at its place.
    [Theory]
    [InlineData("qft.qasm", null)]
    [InlineData("teleport.qasm", null)]
    [InlineData("inverseqft1.qasm", null)]
    [InlineData("rb.qasm", null)]
    [InlineData("adder.qasm", null)]
    [InlineData("dd.qasm", "unsupported")]
    [InlineData("cphase.qasm", "is not defined")]
    public void Examples_of_the_specification(string file, string? message)
    {
        QasmResult result = QasmReader.Read(SourceText.FromFile(SharedData.Path("circuits", "qasmbench-sample", "openqasm3", file)));
        if (message is null) Assert.True(result.Circuit is not null, string.Join("\n", result.Diagnostics.Errors));
        else Assert.Contains(result.Diagnostics.Errors, error => error.Message.Contains(message, StringComparison.Ordinal));
    }

    // a = 1 and b = 15 make 16: the carry is 1, the sum 0.
    [Fact]
    public void The_adder_of_the_specification_adds()
    {
        Circuit circuit =
            QasmReader.ReadOrThrow(SourceText.FromFile(SharedData.Path("circuits", "qasmbench-sample", "openqasm3", "adder.qasm")));
        Assert.Equal(1.0, NaiveSimulator.Distribution(circuit)["10000"], 1e-12);
    }

    [Fact]
    public void Exporter_style_programs_have_their_exact_amplitudes()
    {
        var rows = SharedData.Text("circuits", "qasmbench-sample", "exporter-style", "expected_states.csv").Split('\n').Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(',')).GroupBy(cells => cells[0].Split(' ')[0]);
        foreach (var program in rows)
        {
            Circuit circuit = QasmReader.ReadOrThrow(
                SourceText.FromFile(SharedData.Path("circuits", "qasmbench-sample", "exporter-style", program.Key + ".qasm")));
            double[] values = [.. Enumerable.Range(1, circuit.Parameters.Length).Select(k => 0.1 * k)];
            Complex[] state = NaiveSimulator.State(circuit.WithoutFinalMeasurements(), values);
            foreach (string[] cells in program)
            {
                Complex amplitude = state[Convert.ToInt32(cells[1], 2)];
                Assert.Equal(Number(cells[2]), amplitude.Real, 1e-12);
                Assert.Equal(Number(cells[3]), amplitude.Imaginary, 1e-12);
            }
        }
    }

    [Fact]
    public void Programs_of_the_qml_families_have_the_states_of_the_manifest()
    {
        foreach (Dictionary<string, string> row in Rows(SharedData.Text("circuits", "qml", "manifest.csv")))
        {
            Circuit circuit = QasmReader.ReadOrThrow(SourceText.FromFile(SharedData.Path("circuits", "qml", row["file"])));
            Assert.Equal(row["gate_counts"], GateCounts(circuit));
            Assert.Equal((row["qubits"], row["ops"]), ($"{circuit.QubitCount}", $"{circuit.Count}"));
            if (circuit.QubitCount <= 12) CheckTopStates(row, circuit, 1e-11);
        }
    }

    [Fact]
    public void Every_invalid_statement_is_refused_with_its_place()
    {
        int statements = 0;
        foreach (string file in SharedData.Files(Sample + "/invalid-statements", "*.qasm"))
        {
            foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
            {
                bool first = line.StartsWith("OPENQASM", StringComparison.Ordinal);
                QasmResult result = QasmReader.Read(new SourceText("line.qasm", first ? line : "OPENQASM 3.0;\n" + line));
                Assert.True(result.Circuit is null, line);
                Assert.Equal(first ? 1 : 2, result.Diagnostics.Errors[0].Position.Line);
                statements++;
            }
        }

        Assert.True(statements > 70);
    }

    private static void CheckCounts(Dictionary<string, string> row, SourceText source)
    {
        Circuit written = QasmReader.ReadOrThrow(source, Kept), expanded = QasmReader.ReadOrThrow(source);
        (int u, int cx, int depth, int pairs) = Qelib1Macros.Count(expanded);
        int[] actual =
        [
            written.QubitCount, written.ClbitCount, written.Count, written.OneQubitGateCount, written.TwoQubitGateCount,
            written.CountOf(OperationKind.Gate) - written.OneQubitGateCount - written.TwoQubitGateCount, u, cx, depth, pairs,
        ];
        string[] names = ["qubits", "clbits", "ops", "g1", "g2", "g3plus", "U_expanded", "CX_expanded", "CX_depth", "interaction_edges"];
        Assert.Equal(row["file"] + " " + string.Join(' ', names.Select(name => $"{name}={row[name]}")), row["file"] + " "
            + string.Join(' ', names.Zip(actual, (name, value) => $"{name}={value}")));
        Assert.Equal(row["gate_counts"], GateCounts(written));
        if (row["top_states"].Length > 1) CheckTopStates(row, expanded, 2e-6);
    }

    private static void CheckTopStates(Dictionary<string, string> row, Circuit circuit, double tolerance)
    {
        Complex[] state = NaiveSimulator.State(circuit.WithoutFinalMeasurements());
        foreach (string entry in row["top_states"].Split(' ', ';').Where(entry => entry.Contains(':')))
        {
            string[] parts = entry.Split(':');
            double probability = Math.Pow(state[Convert.ToInt32(parts[0], 2)].Magnitude, 2);
            Assert.True(Math.Abs(Number(parts[1]) - probability) < tolerance, $"{row["file"]} {entry}: {probability}");
        }

        if (!row.TryGetValue("expectation_z", out string? expectations)) return;
        string[] values = expectations.Split(' ');
        for (int qubit = 0; qubit < values.Length; qubit++)
            Assert.Equal(Number(values[qubit]), state
                .Select((a, i) => ((i >> qubit & 1) == 0 ? 1 : -1) * a.Magnitude * a.Magnitude).Sum(), 1e-11);
    }

    private static string GateCounts(Circuit circuit)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < circuit.Count; i++)
        {
            string name = circuit[i].Kind == OperationKind.Gate ? circuit[i].Gate.Name : circuit[i].Kind.ToString().ToLowerInvariant();
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return string.Join(';', counts.Select(count => $"{count.Key}={count.Value}"));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string csv)
    {
        string[] lines = [.. csv.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
        string[] names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
