using System.Diagnostics;

namespace QmlBench.Cli.Benchmarks;

/// <summary>Wall-clock seconds of a workload.</summary>
/// <param name="Median">The middle one; of an even number the mean of the two in the middle.</param>
/// <param name="Min">The least.</param>
/// <param name="Runs">How many were timed.</param>
internal sealed record Timing(double Median, double Min, int Runs)
{
    // The runtime replaces first code by better one after a tenth of a second of calm, so what is quick is run for longer than that.
    private const double WarmUpSeconds = 0.4;
    private const double MeasuredSeconds = 1.0;
    private const int LeastRuns = 5;
    private const int MostRuns = 20_000;

    /// <summary>Warms up, then times at least 5 runs, and more of a quick workload, until a second is over.</summary>
    /// <param name="run">One run.</param>
    /// <param name="cancel">Looked at between runs.</param>
    public static Timing Of(Action run, CancellationToken cancel)
    {
        var all = Stopwatch.StartNew();
        do
            run();
        while (all.Elapsed.TotalSeconds < WarmUpSeconds);

        var seconds = new List<double>(MostRuns);
        all.Restart();
        while (seconds.Count < LeastRuns || (seconds.Count < MostRuns && all.Elapsed.TotalSeconds < MeasuredSeconds))
        {
            cancel.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            run();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Of(seconds);
    }

    /// <summary>The seconds of one of several things that a run does.</summary>
    /// <param name="things">How many things.</param>
    public Timing Each(int things) => new(Median / things, Min / things, Runs);

    /// <summary>Middle, least and number of some times.</summary>
    /// <param name="seconds">At least one.</param>
    public static Timing Of(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return new(0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]), sorted[0], sorted.Length);
    }
}
