using System.Numerics;
using System.Text.RegularExpressions;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm;
using static QmlBench.Tests.Circuits.OpenQasm.QasmText;

namespace QmlBench.Tests.Circuits.OpenQasm;

public sealed partial class QasmDialectTests
{
    public static TheoryData<QasmDialect, QasmVersion, string> Loaders() => new()
    {
        { QasmDialect.Common, QasmVersion.OpenQasm2, "qiskit.qasm2.loads|cirq.contrib.qasm_import|pytket.qasm" },
        { QasmDialect.Common, QasmVersion.OpenQasm3, "qiskit.qasm3.loads|cirq.contrib.qasm_import" },
        { QasmDialect.Qiskit, QasmVersion.OpenQasm2, "qiskit.qasm2.loads" },
        { QasmDialect.Qiskit, QasmVersion.OpenQasm3, "qiskit.qasm3.loads" },
        { QasmDialect.Cirq, QasmVersion.OpenQasm2, "cirq.contrib.qasm_import" },
        { QasmDialect.Cirq, QasmVersion.OpenQasm3, "cirq.contrib.qasm_import" },
        { QasmDialect.PennyLane, QasmVersion.OpenQasm2, "pennylane.from_qasm" },
        { QasmDialect.PennyLane, QasmVersion.OpenQasm3, "pennylane.from_qasm3, include lines removed" },
        { QasmDialect.Pytket, QasmVersion.OpenQasm2, "pytket.qasm" },
        { QasmDialect.Braket, QasmVersion.OpenQasm3, "braket.Circuit.from_ir" },
    };

    [Theory]
    [MemberData(nameof(Loaders))]
    public void Every_gate_of_the_catalogue_keeps_its_state(QasmDialect dialect, QasmVersion version, string columns)
    {
        Assert.NotEmpty(columns);
        foreach (Gate gate in StandardGates.All)
        {
            CircuitBuilder builder = Circuit.Builder(5);
            for (int qubit = 0; qubit < 5; qubit++) builder.RY(0.3 + (0.4 * qubit), qubit).RZ(0.2 * qubit, qubit);
            builder.CX(0, 1).CX(2, 3).CX(1, 4);
            Angle[] angles = [.. new[] { 0.7, -1.3, 0.4, 2.1 }.Take(gate.ParameterCount).Select(Angle.Of)];
            Circuit circuit = builder.Add(gate, angles, [.. Enumerable.Range(0, gate.QubitCount)]).Build();
            string text = QasmWriter.Write(circuit, version, dialect);
            // PennyLane refuses every include and knows the names of stdgates.inc all the same.
            if (dialect == QasmDialect.PennyLane)
                text = text.Replace("OPENQASM 3.0;", "OPENQASM 3.0; include \"stdgates.inc\";", StringComparison.Ordinal);
            Complex[] state = NaiveSimulator.State(Read(text));
            bool exact = version == QasmVersion.OpenQasm3 && dialect is QasmDialect.Qiskit or QasmDialect.Braket;
            Assert.True(NaiveSimulator.Difference(NaiveSimulator.State(circuit), state, !exact) < 1e-13, text);
        }
    }

    // Every gate name a text uses is one its loaders were seen to read with the same state, or is defined in the text.
    [Theory]
    [MemberData(nameof(Loaders))]
    public void Only_gates_the_loader_reads_are_used(QasmDialect dialect, QasmVersion version, string columns)
    {
        HashSet<string> good = [.. Accepted(version, columns)];
        foreach (Gate gate in StandardGates.All)
        {
            Angle[] angles = [.. Enumerable.Repeat(Angle.Of(0.3), gate.ParameterCount)];
            Circuit circuit = Circuit.Builder(gate.QubitCount).Add(gate, angles, [.. Enumerable.Range(0, gate.QubitCount)]).Build();
            string text = QasmWriter.Write(circuit, version, dialect);
            HashSet<string> defined = [.. Definition().Matches(text).Select(match => match.Groups[1].Value)];
            Assert.True(defined.Count == 0
                || dialect is QasmDialect.Common or QasmDialect.Qiskit or QasmDialect.Cirq or QasmDialect.Pytket);
            foreach (string statement in Definition().Replace(text, "").Split('\n', ';', '{', '}').Select(line => line.Trim()))
            {
                string name = Name().Match(statement).Value;
                if (name is "" or "OPENQASM" or "include" or "qubit" or "qreg" or "gphase"
                    || statement.StartsWith("//", StringComparison.Ordinal))
                    continue;
                Assert.True(good.Contains(name) || defined.Contains(name), $"{dialect} {version}: '{name}' of\n{text}");
            }
        }
    }

    [Fact]
    public void What_a_loader_does_not_take_is_refused_by_name()
    {
        Circuit barrier = Circuit.Builder(2, 2).H(0).Barrier().Build();
        Assert.Contains("Operation 1 is a barrier", Refused(barrier, QasmVersion.OpenQasm2, QasmDialect.Cirq), StringComparison.Ordinal);
        Assert.Contains("Operation 1 is a barrier", Refused(barrier, QasmVersion.OpenQasm3, QasmDialect.Common), StringComparison.Ordinal);
        Circuit delay = Circuit.Builder(1).Delay(DelayTime.Dt(8), 0).Build();
        Assert.Contains("a delay", Refused(delay, QasmVersion.OpenQasm2, QasmDialect.Qiskit), StringComparison.Ordinal);
        Circuit conditional = Circuit.Builder(2, 2).Measure(0, 0).Add(StandardGates.X, [], [1], Condition.Bit(0)).Build();
        Assert.Contains("condition", Refused(conditional, QasmVersion.OpenQasm3, QasmDialect.Braket), StringComparison.Ordinal);
        Assert.Contains("register == number", Refused(conditional, QasmVersion.OpenQasm3, QasmDialect.Common), StringComparison.Ordinal);
        Assert.Contains("OpenQASM 2", Refused(barrier, QasmVersion.OpenQasm3, QasmDialect.Pytket), StringComparison.Ordinal);
        Assert.Contains("OpenQASM 3", Refused(barrier, QasmVersion.OpenQasm2, QasmDialect.Braket), StringComparison.Ordinal);
        CircuitBuilder builder = Circuit.Builder(1);
        Circuit function = builder.RX(Angle.Apply(AngleFunction.Sin, builder.Parameter("x")), 0).Build();
        Assert.Contains("functions", Refused(function, QasmVersion.OpenQasm3, QasmDialect.Qiskit), StringComparison.Ordinal);
        Assert.Contains("no parameters", Refused(function, QasmVersion.OpenQasm2, QasmDialect.Qiskit), StringComparison.Ordinal);
        Assert.Contains("whole register",
            Refused(Circuit.Builder(2, 2).Measure(1, 1).Build(), QasmVersion.OpenQasm3, QasmDialect.PennyLane), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_are_nested_for_qiskit_and_keep_their_meaning()
    {
        Condition both = Condition.Bit(0).And(new Condition([1, 2], 1)).And(new Condition([3], 1, negated: true));
        Circuit circuit = Circuit.Builder(2, 4).H(0).Measure(0, 0).Add(StandardGates.ECR, [], [0, 1], both).Reset(0, both).Build();
        string text = QasmWriter.Write(circuit, QasmVersion.OpenQasm3, QasmDialect.Qiskit);
        Assert.EndsWith(
            """
            if (c[0]) {
              if (c[1]) {
                if (!c[2]) {
                  if (!c[3]) {
                    ecr q[0], q[1];
                    reset q[0];
                  }
                }
              }
            }

            """,
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("&&", text, StringComparison.Ordinal);
        Circuit again = Read(text, new QasmOptions { KeepDefinitions = true });
        for (int value = 0; value < 16; value++)
        {
            bool[] bits = [.. Enumerable.Range(0, 4).Select(i => (value >> i & 1) != 0)];
            Assert.Equal(circuit[2].Condition!.IsMet(bits), again[2].Condition!.IsMet(bits));
        }
    }

    [Fact]
    public void Parameters_of_pytket_are_names_and_of_others_inputs()
    {
        CircuitBuilder builder = Circuit.Builder(1);
        Circuit circuit = builder.RX((2 * builder.Parameter("a")) + (Math.PI / 4), 0).Build();
        Assert.Contains("rx(2*a + pi/4) q[0];", QasmWriter.Write(circuit, QasmVersion.OpenQasm2, QasmDialect.Pytket),
            StringComparison.Ordinal);
        Assert.Contains("input float[64] a;", QasmWriter.Write(circuit, QasmVersion.OpenQasm3, QasmDialect.Braket),
            StringComparison.Ordinal);
    }

    private static string Refused(Circuit circuit, QasmVersion version, QasmDialect dialect) =>
        Assert.Throws<UnwritableCircuitException>(() => QasmWriter.Write(circuit, version, dialect)).Message;

    private static IEnumerable<string> Accepted(QasmVersion version, string columns)
    {
        string[][] rows =
            [.. SharedData.Text("circuits", "exporters", "loader-acceptance.csv").Split('\n').Where(line => line.Length > 0).Select(Cells)];
        int[] wanted = [.. columns.Split('|').Select(column => Array.IndexOf(rows[0], column))];
        string language = version == QasmVersion.OpenQasm2 ? "2" : "3";
        // The names that Braket alone has are in one row without include.
        if (columns.StartsWith("braket", StringComparison.Ordinal))
            return ("x y z h s t rx ry rz cy cz swap iswap pswap ecr cswap xy ms gpi gpi2 prx cphaseshift00 cphaseshift01 cphaseshift10 "
                + "i si ti v vi phaseshift cnot ccnot cv cphaseshift xx yy zz").Split(' ');
        return rows.Where(row => row[0] == language && row[1].StartsWith("gate ", StringComparison.Ordinal)
            && wanted.All(column => row[column] == "ok"))
            .Select(row => row[1][5..]);
    }

    private static string[] Cells(string line) =>
        [.. Cell().Matches(line.TrimEnd('\r')).Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value : cell.Groups[2].Value)];

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^gate (\w+)[^{]*", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\w+")]
    private static partial Regex Name();
}
