using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>Sums of two-qubit gates on plain topologies against the published ones of Benchpress (Qiskit 2.2.0 and tket 2.6.0).</summary>
public sealed class TopologyCountsTests
{
    /// <summary>Above this the sample's circuits take seconds each; they are for the benchmarks.</summary>
    private const int MostQubits = 15;

    [Theory]
    [InlineData("all-to-all")]
    [InlineData("square")]
    [InlineData("heavy-hex")]
    [InlineData("linear")]
    public void SumIsBelowTheBetterOfThePublishedCompilers(string topology)
    {
        string[] lines = SharedData.Text("published", "transpile-2q-counts.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<string> head = [.. lines[0].Split(',')];
        int ours = 0, qiskit = 0, tket = 0;
        foreach (string[] row in lines.Skip(1).Select(l => l.Split(',')))
        {
            int qubits = Number(row, head, "qubits");
            if (row[head.IndexOf("topology")] != topology || qubits > MostQubits || !row[0].StartsWith("qasmbench", StringComparison.Ordinal))
                continue;
            // Where there are two texts, the first is the repaired one of Benchpress.
            string file = SharedData.Files("circuits", $"{row[1]}.qasm")[0];
            Circuit circuit = QasmReader.ReadOrThrow(SourceText.FromFile(file));
            var target = Target.For(Make(topology, qubits, Number(row, head, "device_qubits")));
            TranspileOptions options = new(2, StreamKey.Root(0, "routing"), BitstringsOnly: true);
            ours += Transpiler.Compile(circuit, target, options, null, CancellationToken.None).Facts.After.TwoQubitGates;
            qiskit += Number(row, head, "qiskit220_2q");
            tket += Number(row, head, "tket260_2q");
        }
        Assert.True(qiskit > 500, "the table has changed");
        Assert.InRange(ours, 1, Math.Min(qiskit, tket));
    }

    private static int Number(string[] row, List<string> head, string column) =>
        int.Parse(row[head.IndexOf(column)], CultureInfo.InvariantCulture);

    private static Device Make(string topology, int qubits, int deviceQubits) => topology switch
    {
        "all-to-all" => TestDevices.AllToAll(qubits, "cz"),
        "linear" => qubits == 1 ? TestDevices.AllToAll(1, "cz") : TestDevices.Line(qubits, "cz"),
        "square" => TestDevices.Grid((int)Math.Ceiling(Math.Sqrt(qubits)), "cz"),
        _ => TestDevices.Make(deviceQubits, "cz", true, HeavyHexLattice.Couplers(3))
    };
}
