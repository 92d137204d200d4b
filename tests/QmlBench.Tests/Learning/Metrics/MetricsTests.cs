using System.Text.Json;
using CsCheck;
using QmlBench.Learning.Metrics;

namespace QmlBench.Tests.Learning.Metrics;

public sealed class MetricsTests
{
    // Metrics this product does not have; everything else in the file is compared.
    private static readonly string[] NotOffered =
    [
        "cohen_kappa_linear", "cohen_kappa_quadratic", "roc_curve", "precision_recall_curve",
        "calibration_curve_5_uniform", "calibration_curve_5_quantile",
    ];

    [Fact]
    public void Metrics_of_labels_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("metrics.json", "labels"))
        {
            var matrix = ConfusionMatrix.Of(LearningVectors.Ints(c.GetProperty("y_true")), LearningVectors.Ints(c.GetProperty("y_pred")));
            Assert.Equal(LearningVectors.Ints(c.GetProperty("labels_union_sorted")), matrix.Labels);
            foreach (var field in c.EnumerateObject().Where(f => !NotOffered.Contains(f.Name)))
                CheckLabelMetric(matrix, field, LearningVectors.Id(c));
        }
    }

    [Fact]
    public void Metrics_of_scores_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("metrics.json", "binary_scores"))
        {
            var (truth, scores) = (LearningVectors.Ints(c.GetProperty("y_true")), LearningVectors.Doubles(c.GetProperty("score")));
            foreach (var field in c.EnumerateObject().Where(f => !NotOffered.Contains(f.Name)))
            {
                double? actual = field.Name switch
                {
                    "id" or "kind" or "y_true" or "score" => null,
                    "roc_auc" => ScoreMetrics.RocAuc(truth, scores),
                    "average_precision" => ScoreMetrics.AveragePrecision(truth, scores),
                    "log_loss" => ScoreMetrics.LogLoss(truth, scores),
                    "brier" => ScoreMetrics.Brier(truth, scores),
                    "ece_5_equal_width" => ScoreMetrics.CalibrationError(truth, scores, 5),
                    "ece_10_equal_width" => ScoreMetrics.CalibrationError(truth, scores, 10),
                    var other => throw new InvalidOperationException(
                        $"The file holds '{other}', which is neither compared nor listed as not offered."),
                };
                if (actual is { } value)
                    LearningVectors.Close(LearningVectors.Double(field.Value), value, 1e-12, $"{LearningVectors.Id(c)} {field.Name}");
            }
        }
    }

    [Fact]
    public void The_area_under_the_curve_counts_pairs_in_order() => Property.Holds(
        Gen.Select(Gen.Int[0, 1].Array[9], Gen.Int[0, 5].Array[9]),
        pair =>
        {
            var (truth, ranks) = pair;
            double[] scores = [.. ranks.Select(r => (double)r)];
            var (wins, pairs) = (0.0, 0);
            for (var i = 0; i < 9; i++)
            {
                for (var j = 0; j < 9; j++)
                {
                    if (truth[i] != 1 || truth[j] != 0)
                        continue;
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }

            LearningVectors.Close(pairs == 0 ? double.NaN : wins / pairs, ScoreMetrics.RocAuc(truth, scores), 1e-15, "auc");
        });

    [Fact]
    public void A_catalogue_metric_needs_nothing_but_stored_predictions()
    {
        var predictions = new ScoredPredictions([1, 0, 1, 0], [0.5, -0.5, -0.1, 0], [0.75, 0.25, 0.45, 0.5]);
        var values = MetricCatalogue.All.ToDictionary(metric => metric.Name, metric => metric.Compute(predictions));
        Assert.Equal(0.5, values["accuracy"]);
        Assert.Equal(0.75, values["roc_auc"]);
        Assert.Equal(0.5, values["f1"]);
        Assert.Equal(0, values["mcc"]);
        Assert.True(values["brier"] < 0.25);
        Assert.Equal(MetricCatalogue.All.Select(m => m.Name).Order(StringComparer.Ordinal), MetricCatalogue.All.Select(m => m.Name));
        Assert.Null(MetricCatalogue.Find("acuracy"));
    }

    [Fact]
    public void Lists_that_do_not_match_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([1], [1, 0]));
        Assert.Throws<ArgumentException>(() => ScoreMetrics.RocAuc([1, 2], [0.1, 0.2]));
        Assert.Throws<ArgumentException>(() => ScoreMetrics.Brier([1, 0], [0.1, double.NaN]));
    }

    private static void CheckLabelMetric(ConfusionMatrix matrix, JsonProperty field, string id)
    {
        if (field.Name is "id" or "kind" or "y_true" or "y_pred" or "labels_union_sorted")
            return;
        if (field.Name == "confusion_matrix")
        {
            var counts = LearningVectors.Flat(field.Value);
            for (var i = 0; i < counts.Length; i++)
                Assert.Equal(counts[i], matrix[i / matrix.Size, i % matrix.Size]);
            return;
        }

        if (field.Name == "f1_per_class")
        {
            double[] perClass = [.. Enumerable.Range(0, matrix.Size).Select(i => LabelMetrics.F1(matrix, i))];
            LearningVectors.Close(LearningVectors.Doubles(field.Value), perClass, 1e-12, id + " f1_per_class");
            return;
        }

        LearningVectors.Close(LearningVectors.Double(field.Value), LabelMetric(matrix, field.Name), 1e-12, $"{id} {field.Name}");
    }

    private static double LabelMetric(ConfusionMatrix matrix, string name) => name switch
    {
        "accuracy" or "f1_micro" or "precision_micro" or "recall_micro" => LabelMetrics.Accuracy(matrix),
        "balanced_accuracy" => LabelMetrics.BalancedAccuracy(matrix),
        "mcc" => LabelMetrics.MatthewsCorrelation(matrix),
        "cohen_kappa" => LabelMetrics.CohenKappa(matrix),
        "f1_macro" => LabelMetrics.Macro(matrix, LabelMetrics.F1),
        "precision_macro" => LabelMetrics.Macro(matrix, LabelMetrics.Precision),
        "recall_macro" => LabelMetrics.Macro(matrix, LabelMetrics.Recall),
        "f1_weighted" => LabelMetrics.Weighted(matrix, LabelMetrics.F1),
        "precision_weighted" => LabelMetrics.Weighted(matrix, LabelMetrics.Precision),
        "recall_weighted" => LabelMetrics.Weighted(matrix, LabelMetrics.Recall),
        "f1_binary" => LabelMetrics.F1(matrix, matrix.Size - 1),
        _ => throw new InvalidOperationException($"The file holds '{name}', which is neither compared nor listed as not offered."),
    };
}
