using System.Collections.Immutable;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;

namespace QmlBench.Suites.Running;

/// <summary>Trials that share one fitted model: it is trained once and evaluated for each.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Trials">The trials still to run, in the order of the plan; all share data set, draw, repeat and model.</param>
public sealed record FitGroup(Suite Suite, ImmutableArray<Trial> Trials)
{
    /// <summary>A trial that stands for the group: data set, model, draw and repeat are the same for all.</summary>
    public Trial First => Trials[0];

    /// <summary>Groups the trials of a plan, in the order of their first members.</summary>
    public static ImmutableArray<FitGroup> Of(Suite suite, IEnumerable<Trial> trials) =>
    [
        .. trials.GroupBy(trial => trial.FitKey, StringComparer.Ordinal).Select(group => new FitGroup(suite, [.. group])),
    ];
}
