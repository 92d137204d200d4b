namespace QmlBench.Learning.Metrics;

/// <summary>Metrics of predicted labels; definitions of scikit-learn, with 0 for a ratio whose divisor is 0.</summary>
public static class LabelMetrics
{
    /// <summary>Share of correct predictions.</summary>
    public static double Accuracy(ConfusionMatrix matrix) => (double)matrix.Correct / matrix.Total;

    /// <summary>Mean recall of the classes that occur in the truth.</summary>
    public static double BalancedAccuracy(ConfusionMatrix matrix)
    {
        int[] present = [.. matrix.Range().Where(i => matrix.TrueCount(i) > 0)];
        return present.Sum(i => Recall(matrix, i)) / present.Length;
    }

    /// <summary>Share of the predictions of a class that are true.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="index">Index of the class in the matrix.</param>
    public static double Precision(ConfusionMatrix matrix, int index) => Ratio(matrix[index, index], matrix.PredictedCount(index));

    /// <summary>Share of the samples of a class that are found.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="index">Index of the class in the matrix.</param>
    public static double Recall(ConfusionMatrix matrix, int index) => Ratio(matrix[index, index], matrix.TrueCount(index));

    /// <summary>Harmonic mean of precision and recall of a class.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="index">Index of the class in the matrix.</param>
    public static double F1(ConfusionMatrix matrix, int index) =>
        Ratio(2 * matrix[index, index], matrix.TrueCount(index) + matrix.PredictedCount(index));

    /// <summary>Mean over the classes.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="metric">A metric of one class.</param>
    public static double Macro(ConfusionMatrix matrix, Func<ConfusionMatrix, int, double> metric) =>
        matrix.Range().Sum(i => metric(matrix, i)) / matrix.Size;

    /// <summary>Mean over the classes, weighted by how often each is true.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="metric">A metric of one class.</param>
    public static double Weighted(ConfusionMatrix matrix, Func<ConfusionMatrix, int, double> metric) =>
        matrix.Range().Sum(i => matrix.TrueCount(i) * metric(matrix, i)) / matrix.Total;

    /// <summary>Matthews correlation of truth and prediction; 0 where either is constant.</summary>
    public static double MatthewsCorrelation(ConfusionMatrix matrix)
    {
        double total = matrix.Total;
        var chance = matrix.Range().Sum(i => (double)matrix.TrueCount(i) * matrix.PredictedCount(i));
        var truth = (total * total) - matrix.Range().Sum(i => (double)matrix.TrueCount(i) * matrix.TrueCount(i));
        var predicted = (total * total) - matrix.Range().Sum(i => (double)matrix.PredictedCount(i) * matrix.PredictedCount(i));
        return truth * predicted == 0 ? 0 : ((matrix.Correct * total) - chance) / Math.Sqrt(truth * predicted);
    }

    /// <summary>Cohen's kappa: agreement beyond chance; NaN where truth and prediction are one and the same class.</summary>
    public static double CohenKappa(ConfusionMatrix matrix)
    {
        double total = matrix.Total;
        var chance = matrix.Range().Sum(i => (double)matrix.TrueCount(i) * matrix.PredictedCount(i)) / total;
        return total == chance ? double.NaN : (matrix.Correct - chance) / (total - chance);
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
