namespace QmlBench.Tests.Numerics.Randomness;

internal static class ChiSquare
{
    /// <summary>Pearson's statistic of counts against probabilities lies within five standard deviations of what it should be.</summary>
    public static void WithinFiveSigma(IReadOnlyList<long> counts, IEnumerable<double> probabilities)
    {
        long total = counts.Sum();
        double statistic = 0;
        int freedom = -1;
        foreach (var (count, probability) in counts.Zip(probabilities))
        {
            if (probability == 0)
            {
                Assert.Equal(0, count);
                continue;
            }
            double expected = total * probability;
            statistic += (count - expected) * (count - expected) / expected;
            freedom++;
        }
        if (freedom == 0) return;

        // The cube root is normal enough also for one degree of freedom (Wilson and Hilferty, 1931).
        double spread = 2 / (9.0 * freedom), deviation = (Math.Cbrt(statistic / freedom) - (1 - spread)) / Math.Sqrt(spread);
        Assert.True(Math.Abs(deviation) <= 5, $"χ² = {statistic} at {freedom} degrees of freedom is {deviation} σ off");
    }
}
