using System.Collections.Immutable;

namespace QmlBench.Learning.Metrics;

/// <summary>The stored predictions of one trial.</summary>
/// <param name="Truth">True class of each sample, 0 or 1.</param>
/// <param name="Decisions">Decision value of each; ≥ 0 predicts class 1.</param>
/// <param name="Probabilities">Probability of class 1 of each, or empty where the model states none.</param>
public sealed record ScoredPredictions(
    ImmutableArray<int> Truth, ImmutableArray<double> Decisions, ImmutableArray<double> Probabilities)
{
    /// <summary>Counts of the predicted classes.</summary>
    public ConfusionMatrix Confusion() => ConfusionMatrix.Of(Truth.AsSpan(), [.. Decisions.Select(value => value >= 0 ? 1 : 0)]);
}
