using QmlBench.Cli.Composition;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Output;

/// <summary>Everything <c>simulate</c> prints.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Program">The compiled program.</param>
/// <param name="Duration">Duration of the schedule.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Shots">Total shots; 0 = none.</param>
/// <param name="Observables">The observables as given.</param>
/// <param name="Answers">What the program answered.</param>
/// <param name="Seconds">Seconds it took.</param>
internal sealed record SimulationResult(
    string Device,
    IProgram Program,
    ScheduledDuration Duration,
    ulong Seed,
    long Shots,
    IReadOnlyList<string> Observables,
    SimulationAnswers Answers,
    double Seconds)
{
    /// <summary>How it was simulated.</summary>
    public Method Method => Answers.Method ?? Program.Method;

    /// <summary>Every notice once.</summary>
    public IEnumerable<Notice> Notices => Answers.Notices;
}
