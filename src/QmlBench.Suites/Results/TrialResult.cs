using System.Collections.Immutable;

namespace QmlBench.Suites.Results;

/// <summary>Everything that is kept of one trial. Primitives only: no type of a lower room.</summary>
/// <param name="Key">Who the trial is.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="Predictions">One per test sample, in the order of the test split.</param>
/// <param name="Metrics">Metrics in the order of the suite.</param>
/// <param name="Tuning">Every configuration tried.</param>
/// <param name="TrainSamples">Number of training samples.</param>
/// <param name="TestSamples">Number of test samples.</param>
/// <param name="FittedModel">The trained model as canonical JSON; empty when the trial failed.</param>
/// <param name="Training">Cost of tuning and training (shared by all trials of one fit).</param>
/// <param name="Evaluation">Cost of the evaluation.</param>
/// <param name="Provenance">Hashes, versions, method and notices.</param>
public sealed record TrialResult(
    TrialKey Key,
    string? Error,
    ImmutableArray<Prediction> Predictions,
    ImmutableArray<MetricValue> Metrics,
    ImmutableArray<TuningPoint> Tuning,
    int TrainSamples,
    int TestSamples,
    string FittedModel,
    CostRecord Training,
    CostRecord Evaluation,
    TrialProvenance Provenance)
{
    /// <summary>
    /// Predicted and simulated fidelity of the compiled circuit; null for a classical model, for the ideal device, and for a trial that was
    /// stored before it was recorded. Not part of the digest.
    /// </summary>
    public CircuitFidelity? Fidelity { get; init; }

    /// <summary>Whether the trial ended with a result.</summary>
    public bool Succeeded => Error is null;

    /// <summary>A trial that ended without a result.</summary>
    public static TrialResult Failure(TrialKey key, string error) => new(
        key, error, [], [], [], 0, 0, string.Empty, CostRecord.Classical(0), CostRecord.Classical(0), TrialProvenance.None);

    /// <summary>The value of a metric.</summary>
    /// <exception cref="KeyNotFoundException">The trial does not record it.</exception>
    public double Metric(string name)
    {
        foreach (var metric in Metrics)
        {
            if (metric.Name == name)
                return metric.Value;
        }

        throw new KeyNotFoundException(
            $"Trial {Key.Path} has no metric '{name}'; it has {string.Join(", ", Metrics.Select(metric => metric.Name))}.");
    }
}
