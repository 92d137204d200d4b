using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Benchmarks.Tables;

/// <summary>The QML circuits on calibrated devices: two-qubit gates and predicted success of ours, Qiskit 2.6.2 and tket 2.18.5.</summary>
/// <remarks>Qiskit: level 3, best and median of ten seeds. Success: product of 1 − error over gates and measurements.</remarks>
internal static class DeviceTable
{
    private static readonly int[] _efforts = [2, 3];

    private static readonly Kind[] _kinds = [.. from aim in new[] { Aim.Success, Aim.TwoQubit } from keep in new[] { false, true } select new Kind(aim, keep)];

    /// <summary>Writes the tables: sums per device, then two-qubit gates per circuit at the highest effort.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        var rows = SharedFolder.Rows("published", "transpile-qiskit-on-devices.csv").Where(row => row["level"] == "3").ToList();
        string[] devices = [.. rows.Select(row => row["device"]).Distinct()];
        var circuits = SharedFolder.QmlCircuits().ToDictionary(one => one.Name, one => one.Circuit);
        var found = new Dictionary<(string, string, int, Kind), NativeCircuit>();
        foreach (var device in devices)
        {
            var target = Target.For(SharedFolder.Device(device));
            foreach (var row in rows.Where(row => row["device"] == device))
                foreach (var effort in _efforts)
                    foreach (var kind in _kinds)
                        found[(device, row["circuit"], effort, kind)] = Compile(circuits[row["circuit"]], target, effort, kind);
        }
        foreach (var keepsState in new[] { true, false })
            Sums(output, bars, devices, rows, (device, circuit, effort, aim) => found[(device, circuit, effort, new(aim, keepsState))].Facts, keepsState);
        PerCircuit(output, devices, rows, found);
    }

    /// <summary>How a circuit is compiled: what is to be small, and whether the state is kept or bitstrings alone.</summary>
    private readonly record struct Kind(Aim Aim, bool KeepsState);

    private static NativeCircuit Compile(Circuit circuit, Target target, int effort, Kind kind) => Transpiler.Compile(
        circuit, target, new(effort, StreamKey.Root(0, "routing"), BitstringsOnly: !kind.KeepsState, Aim: kind.Aim), null, default);

    private static void Sums(
        TextWriter output, Bars bars, string[] devices, List<Dictionary<string, string>> rows,
        Func<string, string, int, Aim, CompileFacts> facts, bool keepsState)
    {
        var kept = keepsState ? "state kept" : "bitstrings kept";
        output.WriteLine($"{kept}:\n\n| device | circuits | Qiskit best of 10 (median) | best of Qiskit and tket per circuit | effort 2 | effort 2, two-qubit "
            + "| effort 3 | effort 3, two-qubit | success: Qiskit median | effort 2 | effort 3 |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var device in devices)
        {
            var own = rows.Where(row => row["device"] == device).ToList();
            double Qiskit(string column) => own.Sum(row => Number(row, column));
            int Ours(int effort, Aim aim) => own.Sum(row => facts(device, row["circuit"], effort, aim).After.TwoQubitGates);
            double Success(int effort) => Geometric(own.Select(row => facts(device, row["circuit"], effort, Aim.Success).PredictedSuccess));
            var median = Geometric(own.Select(row => Number(row, "success_median")));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {device} | {own.Count} | {Qiskit("2q_min"):0} ({Qiskit("2q_median"):0.#}) "
                + $"| {own.Sum(Best):0} | {Ours(2, Aim.Success)} | {Ours(2, Aim.TwoQubit)} | {Ours(3, Aim.Success)} | {Ours(3, Aim.TwoQubit)} "
                + $"| {median:0.0000} | {Success(2):0.0000} | {Success(3):0.0000} |"));
            foreach (var effort in _efforts)
            {
                bars.AtMost($"{device}, effort {effort}, {kept}: two-qubit gates", Ours(effort, Aim.TwoQubit), Qiskit("2q_min"));
                bars.AtLeast($"{device}, effort {effort}, {kept}: success", Success(effort), median);
            }
        }
        output.WriteLine();
    }

    private static void PerCircuit(
        TextWriter output, string[] devices, List<Dictionary<string, string>> rows, Dictionary<(string, string, int, Kind), NativeCircuit> found)
    {
        output.WriteLine("\nTwo-qubit gates at effort 3, fewest sought, bitstrings kept: ours / Qiskit best of ten / better of two tket, * fewest.\n");
        output.WriteLine($"| circuit | {string.Join(" | ", devices)} |");
        output.WriteLine($"|---|{string.Concat(devices.Select(_ => "---|"))}");
        foreach (var circuit in rows.Select(row => row["circuit"]).Distinct().Order(StringComparer.Ordinal))
        {
            var cells = devices.Select(device => rows.FirstOrDefault(row => row["device"] == device && row["circuit"] == circuit) is { } row
                ? Cell(found[(device, circuit, 3, new(Aim.TwoQubit, false))].Facts.After.TwoQubitGates, row) : "–");
            output.WriteLine($"| {circuit} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Cell(int ours, Dictionary<string, string> row)
    {
        double[] counts = [ours, Number(row, "2q_min"), Tket(row)];
        return string.Join(" / ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c:0}{(c == counts.Min() ? "*" : string.Empty)}")));
    }

    private static double Tket(Dictionary<string, string> row) => Math.Min(Number(row, "tket_graph_2q"), Number(row, "tket_noise_2q"));

    private static double Best(Dictionary<string, string> row) => Math.Min(Number(row, "2q_min"), Tket(row));

    private static double Number(Dictionary<string, string> row, string column) =>
        row[column].Length == 0 ? double.PositiveInfinity : double.Parse(row[column], CultureInfo.InvariantCulture);

    private static double Geometric(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return Math.Exp(all.Sum(Math.Log) / all.Length);
    }
}
