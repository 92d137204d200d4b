using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Output;

/// <summary>Everything <c>simulate</c> prints.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Program">The compiled program.</param>
/// <param name="DurationSeconds">Duration of the schedule.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Shots">Total shots; 0 = exact.</param>
/// <param name="Exact">Exact probabilities, readout error included.</param>
/// <param name="Counts">Counts, or null without shots.</param>
/// <param name="Observables">The observables as given.</param>
/// <param name="ExactValues">Exact values of the observables, or null.</param>
/// <param name="SampledValues">Sampled values, or null without shots.</param>
/// <param name="Seconds">Seconds it took.</param>
internal sealed record SimulationResult(
    string Device,
    IProgram Program,
    double DurationSeconds,
    ulong Seed,
    long Shots,
    Samples Exact,
    Samples? Counts,
    IReadOnlyList<string> Observables,
    Estimates? ExactValues,
    Estimates? SampledValues,
    double Seconds)
{
    /// <summary>Every notice once.</summary>
    public IEnumerable<Notice> Notices =>
        Exact.Notices.Concat(Counts?.Notices ?? []).Concat(ExactValues?.Notices ?? []).Concat(SampledValues?.Notices ?? []).Distinct();
}
