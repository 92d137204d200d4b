using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Cli.Benchmarks;

namespace QmlBench.Cli.Output;

/// <summary>Prints what a run of a workload found.</summary>
internal static class BenchOutput
{
    /// <summary>As text.</summary>
    public static void Text(TextWriter output, BenchResult result)
    {
        var threads = result.Threads == 1 ? "1 thread" : $"{result.Threads} threads";
        Line(output, "workload", $"{result.Workload}, {result.Qubits} qubits, {result.Layers} layers, {threads}");
        var each = result.Trajectories == 1 ? string.Empty : $" of {result.Trajectories} trajectories, for each";
        Line(output, "seconds", $"{result.Seconds.Median:G4} median, {result.Seconds.Min:G4} least, of {result.Seconds.Runs} runs{each}");
        Line(output, "first", $"{result.FirstSeconds:G4} from making the program to the end of its first run");
        if (result.Forward is { } forward)
            Line(output, "forward", $"{forward.Median:G4} median, {forward.Min:G4} least; a run costs {result.ForwardRuns:0.0} of it");
        if (result.ExpectationZ0 is { } z0)
            Line(output, "⟨Z₀⟩", $"{z0:0.000000000000000}{Remark(result)}");
        Line(output, "sweep", $"{result.BytesPerSweep} bytes read and written");
        Line(output, "peak", $"{result.PeakRssMb:0.0} MB resident when the workload ended");
        Line(output, "bandwidth", $"{result.BandwidthGbS:0.0} GB/s, one thread, read and written in place");
        Line(output, "multiply-add", $"{result.FmaGflopS:0.0} GFLOP/s, one thread");
        foreach (var check in result.Checks)
            Line(output, check.Holds ? "agrees" : "DIFFERS", $"{Describe(check)}");
    }

    /// <summary>As JSON.</summary>
    public static JsonObject Json(BenchResult result)
    {
        var json = Figures(result);
        if (result.Forward is { } forward)
        {
            json["forward_seconds"] = Seconds(forward);
            json["forward_runs"] = result.ForwardRuns;
        }

        if (result.StandardErrorZ0 is { } error)
        {
            json["standard_error_z0"] = JsonOutput.Number(error);
            json["trajectories"] = result.Trajectories;
        }

        return json;
    }

    private static JsonObject Figures(BenchResult result) => new()
    {
        ["workload"] = result.Workload,
        ["qubits"] = result.Qubits,
        ["layers"] = result.Layers,
        ["threads"] = result.Threads,
        ["seconds"] = Seconds(result.Seconds),
        ["expectation_z0"] = result.ExpectationZ0 is { } z0 ? JsonOutput.Number(z0) : null,
        ["bytes_per_sweep"] = result.BytesPerSweep,
        ["inplace_bandwidth_gb_s"] = result.BandwidthGbS,
        ["fma_gflop_s"] = result.FmaGflopS,
        ["peak_rss_mb"] = result.PeakRssMb,
        ["first_seconds"] = result.FirstSeconds,
    };

    private static JsonObject Seconds(Timing timing) => new()
    {
        ["median"] = timing.Median,
        ["min"] = timing.Min,
        ["runs"] = timing.Runs,
    };

    /// <summary>A value, what it must be, and how far they may be apart.</summary>
    public static string Describe(BenchCheck check) => string.Create(CultureInfo.InvariantCulture,
        $"{check.What}: {check.Found:G15}, expected {check.Expected:G15} within {check.Tolerance:G2}");

    private static string Remark(BenchResult result)
    {
        if (result.StandardErrorZ0 is { } error)
            return string.Create(CultureInfo.InvariantCulture, $" ± {error:G3}, of {result.Trajectories} trajectories");
        return result.Workload == "W4" ? ", summed over the rows" : string.Empty;
    }

    private static void Line(TextWriter output, string name, FormattableString text) =>
        output.WriteLine($"{name,-13} {FormattableString.Invariant(text)}");
}
