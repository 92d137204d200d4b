using System.Collections.Immutable;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.Tuning;

/// <summary>Everything tuning saw.</summary>
/// <param name="Settings">Settings in the order of the grid.</param>
/// <param name="FoldScores">Accuracy of each setting on each held-out fold.</param>
/// <param name="Means">Mean accuracy of each setting.</param>
/// <param name="BestIndex">Index of the setting chosen.</param>
/// <param name="Budget">How many settings and folds.</param>
public sealed record TuningResult(
    ImmutableArray<Hyperparameters> Settings,
    ImmutableArray<ImmutableArray<double>> FoldScores,
    ImmutableArray<double> Means,
    int BestIndex,
    TuningBudget Budget)
{
    /// <summary>The setting chosen.</summary>
    public Hyperparameters Best => Settings[BestIndex];
}
