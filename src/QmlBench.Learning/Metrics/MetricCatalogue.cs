using System.Collections.Immutable;

namespace QmlBench.Learning.Metrics;

/// <summary>The metrics a suite may name.</summary>
public static class MetricCatalogue
{
    /// <summary>Every metric, ordered by name.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new("accuracy", "share of correct predictions, 0 to 1", true, false, p => LabelMetrics.Accuracy(p.Confusion())),
        new("average_precision", "area under precision against recall, 0 to 1", true, false,
            p => ScoreMetrics.AveragePrecision(p.Truth.AsSpan(), p.Decisions.AsSpan())),
        new("balanced_accuracy", "mean recall of both classes, 0 to 1", true, false, p => LabelMetrics.BalancedAccuracy(p.Confusion())),
        new("brier", "mean squared error of the probability, 0 to 1", false, true,
            p => ScoreMetrics.Brier(p.Truth.AsSpan(), p.Probabilities.AsSpan())),
        new("f1", "harmonic mean of precision and recall of class 1, 0 to 1", true, false, PositiveF1),
        new("log_loss", "mean negative log probability of the truth, from 0", false, true,
            p => ScoreMetrics.LogLoss(p.Truth.AsSpan(), p.Probabilities.AsSpan())),
        new("mcc", "Matthews correlation, -1 to 1", true, false, p => LabelMetrics.MatthewsCorrelation(p.Confusion())),
        new("roc_auc", "probability that a positive outranks a negative, 0 to 1", true, false,
            p => ScoreMetrics.RocAuc(p.Truth.AsSpan(), p.Decisions.AsSpan())),
    ];

    /// <summary>The metric of a name, or null.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    private static double PositiveF1(ScoredPredictions predictions)
    {
        var matrix = predictions.Confusion();
        var positive = matrix.Labels.IndexOf(1);
        return positive < 0 ? 0 : LabelMetrics.F1(matrix, positive);
    }
}
