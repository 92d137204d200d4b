using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>Intervals of a share, such as the accuracy on one test set: the uncertainty that a single split has by itself.</summary>
/// <remarks>
/// Covers the choice of test rows only, neither the draw of the training data nor the train seed; for claims use paired intervals.
/// </remarks>
public static class BinomialInterval
{
    /// <summary>Wilson's score interval, close to its nominal coverage also for few rows.</summary>
    /// <param name="successes">Number k of successes, 0 … <paramref name="trials"/>.</param>
    /// <param name="trials">Number n ≥ 1 of rows.</param>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>(p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²))/(1 + z²/n), inside [0, 1].</returns>
    /// <remarks>Source: Wilson (1927), JASA 22.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Counts or level outside their range.</exception>
    public static ConfidenceInterval Wilson(int successes, int trials, double alpha)
    {
        CheckCounts(successes, trials);
        var z = -Normal.InvCDF(0, 1, Check.Level(alpha, nameof(alpha)) / 2);
        var (share, square) = ((double)successes / trials, z * z / trials);
        var centre = share + square / 2;
        var half = z * Math.Sqrt((share * (1 - share) + square / 4) / trials);
        var lower = successes == 0 ? 0 : (centre - half) / (1 + square);
        var upper = successes == trials ? 1 : (centre + half) / (1 + square);
        return new ConfidenceInterval(lower, upper, alpha);
    }

    /// <summary>The exact interval of Clopper and Pearson, never below its nominal coverage and therefore longer.</summary>
    /// <param name="successes">Number k of successes, 0 … <paramref name="trials"/>.</param>
    /// <param name="trials">Number n ≥ 1 of rows.</param>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>The α/2 quantile of beta(k, n − k + 1) and the 1 − α/2 quantile of beta(k + 1, n − k).</returns>
    /// <remarks>Source: Clopper and Pearson (1934), Biometrika 26.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Counts or level outside their range.</exception>
    public static ConfidenceInterval ClopperPearson(int successes, int trials, double alpha)
    {
        CheckCounts(successes, trials);
        Check.Level(alpha, nameof(alpha));
        var lower = successes == 0 ? 0 : Beta.InvCDF(successes, trials - successes + 1, alpha / 2);
        var upper = successes == trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, 1 - alpha / 2);
        return new ConfidenceInterval(lower, upper, alpha);
    }

    private static void CheckCounts(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
