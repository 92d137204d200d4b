namespace QmlBench.Suites.Statistics;

/// <summary>The smallest difference beyond a margin that a number of pairs shows with 80 % power.</summary>
/// <remarks>
/// A claim is supported when the two-sided 1 − α interval lies above the margin, which is the one-sided test at α/2. The power of that test
/// grows with the true difference, so the answer is found by bisection of <see cref="PairedPower.Greater"/>.
/// </remarks>
public static class DetectableDifference
{
    private const double Power = 0.8;

    /// <summary>The difference, or null when no difference up to a thousand standard deviations is seen.</summary>
    /// <param name="pairs">Number n ≥ 2 of pairs.</param>
    /// <param name="deviation">Standard deviation of the differences, above 0.</param>
    /// <param name="alpha">Level of the two-sided interval.</param>
    public static double? Beyond(int pairs, double deviation, double alpha)
    {
        var (low, high) = (0.0, deviation);
        while (PairedPower.Greater(pairs, high, deviation, alpha / 2) < Power)
        {
            high *= 2;
            if (high > 1000 * deviation)
                return null;
        }

        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            if (PairedPower.Greater(pairs, middle, deviation, alpha / 2) < Power)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
