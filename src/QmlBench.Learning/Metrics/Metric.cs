namespace QmlBench.Learning.Metrics;

/// <summary>A metric a suite may name, computed from stored predictions alone.</summary>
/// <param name="Name">Name, as suites write it.</param>
/// <param name="Description">What it says, with its range.</param>
/// <param name="HigherIsBetter">False for losses and errors.</param>
/// <param name="NeedsProbabilities">Whether the model must state probabilities.</param>
/// <param name="Compute">The value from the stored predictions of one trial; NaN where it is undefined.</param>
public sealed record Metric(
    string Name, string Description, bool HigherIsBetter, bool NeedsProbabilities, Func<ScoredPredictions, double> Compute);
