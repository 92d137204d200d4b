using System.Collections.Immutable;
using System.Diagnostics;
using QmlBench.Cli.Composition;

namespace QmlBench.Cli.Benchmarks;

/// <summary>What a run of a workload found.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Qubits">Number of qubits.</param>
/// <param name="Layers">Layers of its circuit.</param>
/// <param name="Threads">Threads it might use.</param>
/// <param name="Seconds">How long a run took; of W5 how long a trajectory.</param>
/// <param name="Forward">How long its forward run takes alone; null where a run is nothing else.</param>
/// <param name="ExpectationZ0">⟨Z₀⟩, of W4 summed over the rows; null where it is not asked.</param>
/// <param name="BytesPerSweep">Bytes read and written when one state is swept once.</param>
/// <param name="BandwidthGbS">10⁹ bytes a second that one thread reads and writes in place, far beyond the caches.</param>
/// <param name="FmaGflopS">10⁹ floating-point operations a second of one thread's fused multiply-adds.</param>
/// <param name="PeakRssMb">Largest resident set of the process when the workload ended, 10⁶ bytes.</param>
/// <param name="Checks">The values held against others.</param>
internal sealed record BenchResult(
    string Workload, int Qubits, int Layers, int Threads, Timing Seconds, Timing? Forward, double? ExpectationZ0, long BytesPerSweep,
    double BandwidthGbS, double FmaGflopS, double PeakRssMb, ImmutableArray<BenchCheck> Checks)
{
    /// <summary>Seconds from making the program to the end of its first run: what a run costs that is the only one.</summary>
    public required double FirstSeconds { get; init; }

    /// <summary>Standard error of ⟨Z₀⟩ where it is sampled.</summary>
    public double? StandardErrorZ0 { get; init; }

    /// <summary>Trajectories of a run, 1 where it has none.</summary>
    public int Trajectories { get; init; } = 1;

    /// <summary>What a run costs, in forward runs alone; null where a run is nothing else.</summary>
    public double? ForwardRuns => Forward is { } forward ? Seconds.Min / forward.Min : null;

    /// <summary>Whether every value is the expected one.</summary>
    public bool Holds => Checks.All(check => check.Holds);

    /// <summary>Makes and runs a workload, then reads the memory it took, then measures the machine, then checks the values.</summary>
    /// <param name="name">The workload's name.</param>
    /// <param name="make">Makes it, its program compiled.</param>
    /// <param name="threads">Threads it may use.</param>
    /// <param name="cancel">Looked at between runs.</param>
    public static BenchResult Of(string name, Func<Workload> make, int threads, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var workload = make();
        workload.Run(threads);
        var first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var seconds = Timing.Of(() => workload.Run(threads), cancel);
        var forward = workload.HasForward ? Timing.Of(() => workload.RunForward(threads), cancel) : null;
        var peak = PeakResidentBytes() / 1e6;
        var bandwidth = MemoryBandwidth.MeasureGigabytesPerSecond();
        var rate = MultiplyAddRate.MeasureGigaflops();
        return new(
            name, workload.Qubits, workload.Layers, threads, seconds.Each(workload.Trajectories), forward, workload.ExpectationZ0,
            2 * workload.StateBytes, bandwidth, rate, peak, [.. workload.Checks()])
        {
            FirstSeconds = first,
            StandardErrorZ0 = workload.StandardErrorZ0,
            Trajectories = workload.Trajectories,
        };
    }

    private static long PeakResidentBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
