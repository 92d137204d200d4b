using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Two-qubit gates per circuit and topology: ours, Qiskit 2.2.0, tket 2.6.0 (Benchpress).</summary>
/// <remarks>Chosen by the fewest two-qubit gates, bitstrings kept; deterministic.</remarks>
internal static class TranspileTable
{
    private const int Effort = 3;
    private static readonly string[] _topologies = ["all-to-all", "square", "heavy-hex", "linear"];

    /// <summary>Writes the table and compares it with its bar.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        var rows = SharedFolder.Rows("published", "transpile-2q-counts.csv")
            .Where(row => row["set"].StartsWith("qasmbench", StringComparison.Ordinal)).ToList();
        output.WriteLine("Two-qubit gates: ours / Qiskit 2.2.0 / tket 2.6.0, * fewest.\n");
        output.WriteLine($"| circuit | {string.Join(" | ", _topologies)} |");
        output.WriteLine($"|---|{string.Concat(_topologies.Select(_ => "---|"))}");
        var sums = new int[_topologies.Length, 3];
        var unverified = new List<string>();
        foreach (var name in rows.Select(row => row["circuit"]).Distinct().Order(StringComparer.Ordinal))
        {
            var circuit = Find(name);
            var cells = new List<string>();
            foreach (var topology in _topologies)
            {
                var row = rows.Single(one => one["circuit"] == name && one["topology"] == topology);
                var native = Compile(circuit, topology, row);
                if (!native.Equivalence.Verified)
                    unverified.Add($"{name} on {topology}");
                cells.Add(Cell(sums, cells.Count, native.Facts.After.TwoQubitGates, row));
            }
            output.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
            output.Flush();
        }
        output.WriteLine($"| **sum of {rows.Count / _topologies.Length}** | {string.Join(" | ",
            Enumerable.Range(0, _topologies.Length).Select(t => $"**{sums[t, 0]}** / {sums[t, 1]} / {sums[t, 2]}"))} |");
        for (var t = 0; t < _topologies.Length; t++)
            bars.AtMost($"two-qubit gates on {_topologies[t]}, Qiskit 2.2.0", sums[t, 0], sums[t, 1]);
        bars.Below("two-qubit gates on all-to-all, better of Qiskit and tket", sums[0, 0], Math.Min(sums[0, 1], sums[0, 2]));
        output.WriteLine($"\nNot verified as a whole: {(unverified.Count == 0 ? "none" : string.Join(", ", unverified))}.");
    }

    private static string Cell(int[,] sums, int topology, int ours, Dictionary<string, string> row)
    {
        int[] counts = [ours, SharedFolder.Whole(row, "qiskit220_2q"), SharedFolder.Whole(row, "tket260_2q")];
        for (var i = 0; i < counts.Length; i++)
            sums[topology, i] += counts[i];
        return string.Join(" / ", counts.Select(c => c == counts.Min() ? $"{c}*" : c.ToString(CultureInfo.InvariantCulture)));
    }

    private static NativeCircuit Compile(Circuit circuit, string topology, Dictionary<string, string> row)
    {
        var device = TopologyDevices.Make(topology, SharedFolder.Whole(row, "qubits"), SharedFolder.Whole(row, "device_qubits"));
        TranspileOptions options = new(Effort, StreamKey.Root(0, "routing"), BitstringsOnly: true, Aim: Aim.TwoQubit);
        return Transpiler.Compile(circuit, Target.For(device), options, null, default);
    }

    // Where there are two texts, the first is the repaired one of Benchpress.
    private static Circuit Find(string name) => QasmReader.ReadOrThrow(SourceText.FromFile(
        Directory.GetFiles(SharedFolder.Path("circuits"), $"{name}.qasm", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First()));
}
