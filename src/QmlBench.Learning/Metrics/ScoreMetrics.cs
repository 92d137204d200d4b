using QmlBench.Numerics;

namespace QmlBench.Learning.Metrics;

/// <summary>Metrics of real scores of a two-class problem: ranking, and probabilities of class 1.</summary>
public static class ScoreMetrics
{
    /// <summary>
    /// Area under the receiver operating curve: P(score of a positive &gt; score of a negative) + ½ P(equal); NaN if a class is absent.
    /// </summary>
    /// <param name="truth">1 for the positive class, 0 for the other.</param>
    /// <param name="scores">Greater for what looks positive; as many.</param>
    public static double RocAuc(ReadOnlySpan<int> truth, ReadOnlySpan<double> scores)
    {
        Refuse(truth, scores);
        var order = Order(scores);
        var (positives, negatives, twiceWins) = (0L, 0L, 0L);
        for (var start = 0; start < order.Length;)
        {
            var (end, positive, negative) = Tied(truth, scores, order, start);
            twiceWins += positive * ((2 * negatives) + negative);
            (positives, negatives, start) = (positives + positive, negatives + negative, end);
        }

        return positives == 0 || negatives == 0 ? double.NaN : twiceWins / (2.0 * positives * negatives);
    }

    /// <summary>Average precision: Σ (recallᵢ − recallᵢ₋₁)·precisionᵢ over falling thresholds; 0 without positives.</summary>
    /// <param name="truth">1 for the positive class, 0 for the other.</param>
    /// <param name="scores">Greater for what looks positive; as many.</param>
    public static double AveragePrecision(ReadOnlySpan<int> truth, ReadOnlySpan<double> scores)
    {
        Refuse(truth, scores);
        var order = Order(scores);
        Array.Reverse(order);
        var all = truth.Count(1);
        var (found, seen, sum) = (0L, 0L, 0.0);
        for (var start = 0; start < order.Length && all > 0;)
        {
            var (end, positive, negative) = Tied(truth, scores, order, start);
            (found, seen) = (found + positive, seen + positive + negative);
            sum += (double)positive / all * found / seen;
            start = end;
        }

        return sum;
    }

    /// <summary>Mean of −log P(true class), probabilities kept within [ε, 1 − ε] with ε = 2⁻⁵².</summary>
    /// <param name="truth">1 for the positive class, 0 for the other.</param>
    /// <param name="probabilities">Probability of class 1; as many.</param>
    public static double LogLoss(ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities)
    {
        Refuse(truth, probabilities);
        const double Epsilon = 2.220446049250313e-16;
        var losses = new double[truth.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            var clipped = Math.Clamp(probabilities[i], Epsilon, 1 - Epsilon);
            losses[i] = truth[i] == 1 ? -Elementary.Log(clipped) : -Elementary.Log1p(-clipped);
        }

        return LaneSum.Sum(losses) / losses.Length;
    }

    /// <summary>Brier score: mean of (probability of class 1 − truth)².</summary>
    /// <param name="truth">1 for the positive class, 0 for the other.</param>
    /// <param name="probabilities">Probability of class 1; as many.</param>
    public static double Brier(ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities)
    {
        Refuse(truth, probabilities);
        var errors = new double[truth.Length];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = probabilities[i] - truth[i];
        return LaneSum.SumOfSquares(errors) / errors.Length;
    }

    /// <summary>
    /// Expected calibration error: Σ over bins of n_b/n·|mean probability − share of positives|, bins of equal width,
    /// bin = min(⌊p·B⌋, B − 1).
    /// </summary>
    /// <param name="truth">1 for the positive class, 0 for the other.</param>
    /// <param name="probabilities">Probability of class 1, in [0, 1]; as many.</param>
    /// <param name="bins">Number of bins B, at least 1.</param>
    public static double CalibrationError(ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, int bins)
    {
        Refuse(truth, probabilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var excess = new double[bins];
        for (var i = 0; i < truth.Length; i++)
            excess[Math.Clamp((int)Math.Floor(probabilities[i] * bins), 0, bins - 1)] += probabilities[i] - truth[i];
        return excess.Sum(Math.Abs) / truth.Length;
    }

    private static int[] Order(ReadOnlySpan<double> scores)
    {
        var keys = scores.ToArray();
        return [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i])];
    }

    private static (int End, long Positive, long Negative) Tied(
        ReadOnlySpan<int> truth, ReadOnlySpan<double> scores, int[] order, int start)
    {
        var (end, positive) = (start, 0L);
        for (; end < order.Length && scores[order[end]] == scores[order[start]]; end++)
            positive += truth[order[end]];
        return (end, positive, end - start - positive);
    }

    private static void Refuse(ReadOnlySpan<int> truth, ReadOnlySpan<double> scores)
    {
        if (truth.Length != scores.Length || truth.IsEmpty)
            throw new ArgumentException(
                $"Metrics need one score for each label and at least one: {truth.Length} labels, {scores.Length} scores.");
        if (truth.IndexOfAnyExcept(0, 1) >= 0)
            throw new ArgumentException("Labels of a two-class metric are 0 and 1.", nameof(truth));
        for (var i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i]))
                throw new ArgumentException($"Score {i} is not a number.", nameof(scores));
        }
    }
}
