using System.Collections.Immutable;
using QmlBench.Learning.Metrics;
using QmlBench.Numerics;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Metrics;

/// <summary>The metrics of suites, computed from stored predictions alone: those of Learning, and the error of the values themselves.</summary>
public static class SuiteMetrics
{
    /// <summary>Root mean square of decision − ideal decision: what device noise, shots and mitigation did to the values.</summary>
    public const string ValueError = "value_error";

    /// <summary>Names of all metrics, ordered. Metrics of probabilities are left out: kernels state none.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. MetricCatalogue.All.Where(metric => !metric.NeedsProbabilities).Select(metric => metric.Name).Append(ValueError)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a smaller value is the better one.</summary>
    public static bool LowerIsBetter(string name) => name == ValueError || !Find(name).HigherIsBetter;

    /// <summary>What a metric says.</summary>
    public static string Description(string name) =>
        name == ValueError ? "root mean square of decision - ideal decision, from 0" : Find(name).Description;

    /// <summary>The metric of a name; NaN where it is undefined.</summary>
    public static double Compute(string name, ReadOnlySpan<Prediction> predictions)
    {
        if (name == ValueError)
            return RootMeanSquare(predictions);
        var truth = ImmutableArray.CreateBuilder<int>(predictions.Length);
        var decisions = ImmutableArray.CreateBuilder<double>(predictions.Length);
        foreach (var prediction in predictions)
        {
            truth.Add(prediction.Truth);
            decisions.Add(prediction.Decision);
        }

        return Find(name).Compute(new(truth.MoveToImmutable(), decisions.MoveToImmutable(), []));
    }

    private static double RootMeanSquare(ReadOnlySpan<Prediction> predictions)
    {
        var errors = new double[predictions.Length];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = predictions[i].Decision - predictions[i].IdealDecision;
        return errors.Length == 0 ? double.NaN : Math.Sqrt(LaneSum.SumOfSquares(errors) / errors.Length);
    }

    private static Metric Find(string name) => MetricCatalogue.Find(name)
        ?? throw new ArgumentException($"'{name}' is no metric; there are {string.Join(", ", Names)}.", nameof(name));
}
