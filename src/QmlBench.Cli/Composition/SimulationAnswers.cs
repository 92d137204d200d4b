using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Composition;

/// <summary>What a program answered.</summary>
/// <param name="Probabilities">Exact probabilities of outcomes, readout error included, or frequencies where trajectories give no more;
/// null if not asked.</param>
/// <param name="Counts">Counts of outcomes; null without shots.</param>
/// <param name="Computed">Values of observables without shots: exact, or by trajectories with their error; null if not asked, or beside
/// shots if they would not be exact.</param>
/// <param name="Sampled">Values of observables from shots; null without.</param>
internal sealed record SimulationAnswers(Samples? Probabilities, Samples? Counts, Estimates? Computed, Estimates? Sampled)
{
    /// <summary>Every notice once.</summary>
    public IEnumerable<Notice> Notices => (Probabilities?.Notices ?? []).Concat(Counts?.Notices ?? []).Concat(Computed?.Notices ?? [])
        .Concat(Sampled?.Notices ?? []).Distinct();

    /// <summary>How the values were computed, or else the outcomes.</summary>
    public Method? Method => Sampled?.Method ?? Computed?.Method ?? Counts?.Method ?? Probabilities?.Method;

    /// <summary>The exact value of an observable, or null where there is none.</summary>
    public double? Exact(int observable) =>
        Computed is { } computed && computed.IsExactFor(observable) ? computed.Value(0, observable) : null;
}
