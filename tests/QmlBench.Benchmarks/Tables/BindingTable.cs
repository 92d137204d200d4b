using System.Globalization;
using QmlBench.Benchmarks.Transpilation;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Binding;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Time of binding one row of a compiled circuit.</summary>
internal static class BindingTable
{
    private const int Rows = 1000;

    /// <summary>A circuit of 4 qubits and 60 gates in 2 microseconds a row.</summary>
    private const double MicrosecondsOfAGate = 2.0 / 60;

    /// <summary>Writes the table and compares it with its bar.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        output.WriteLine("| binding | gates | angles | microseconds a row |");
        output.WriteLine("|---|---|---|---|");
        foreach (var mode in new[] { BindMode.Template, BindMode.Refuse })
        {
            var native = BindingBenchmarks.Compiled(mode);
            var plan = BindPlan.Of(native);
            double[] table = [.. Enumerable.Range(0, Rows * plan.Parameters.Length).Select(i => 0.01 * i)], angles = new double[Rows * plan.Angles];
            var seconds = LeastTime.Of(300, () => plan.Bind(table, Rows, angles));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {mode.ToString().ToLowerInvariant()} | {native.Circuit.Count} | {plan.Angles} | {1e6 * seconds / Rows:0.00} |"));
            bars.AtMost($"{mode}: microseconds a row", 1e6 * seconds / Rows, MicrosecondsOfAGate * native.Circuit.Count);
        }
    }
}
