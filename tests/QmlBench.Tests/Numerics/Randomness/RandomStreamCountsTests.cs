using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Randomness;

public sealed class RandomStreamCountsTests
{
    private const int Draws = 60_000;

    /// <summary>Means below and above 10 (inversion, rejection), both sides of one half.</summary>
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(7, 0.5)]
    [InlineData(40, 0.05)]
    [InlineData(40, 0.9)]
    [InlineData(25, 0.45)]
    [InlineData(60, 0.5)]
    [InlineData(300, 0.1)]
    [InlineData(1000, 0.985)]
    public void BinomialFollowsItsDistribution(int trials, double probability)
    {
        var stream = StreamKey.Root((ulong)trials, "binomial").Open();
        var counts = new long[trials + 1];
        for (int i = 0; i < Draws; i++) counts[stream.Binomial(trials, probability)]++;
        var (grouped, chances) = Group(counts, [.. Enumerable.Range(0, trials + 1).Select(k => Chance(trials, k, probability))]);
        ChiSquare.WithinFiveSigma(grouped, chances);
    }

    [Theory]
    [InlineData(1_000_000, 0.3)]
    [InlineData(1L << 50, 1e-14)]
    [InlineData(1L << 53, 0.25)]
    [InlineData(1L << 53, 1e-15)]
    public void BinomialOfManyTrialsHasItsMeanAndVariance(long trials, double probability)
    {
        var stream = StreamKey.Root(3, "many").Open();
        double mean = trials * probability, variance = mean * (1 - probability), sum = 0, squares = 0;
        const int draws = 20_000;
        for (int i = 0; i < draws; i++)
        {
            double z = (stream.Binomial(trials, probability) - mean) / Math.Sqrt(variance);
            (sum, squares) = (sum + z, squares + (z * z));
        }
        Assert.InRange(sum / draws, -5 / Math.Sqrt(draws), 5 / Math.Sqrt(draws));
        double spread = Math.Sqrt((2 + (1 / variance)) / draws);
        Assert.InRange((squares / draws) - 1, -5 * spread, 5 * spread);
    }

    [Fact]
    public void BinomialKnowsItsCertainCases()
    {
        var stream = StreamKey.Root(4, "certain").Open();
        Assert.Equal(0, stream.Binomial(0, 0.5));
        Assert.Equal(0, stream.Binomial(100, 0));
        Assert.Equal(100, stream.Binomial(100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Binomial(-1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Binomial(1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Binomial(1, double.NaN));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void MultinomialFollowsItsProbabilities(int shots)
    {
        double[] p = [0.4, 0, 0.05, 0.3, 1e-4, 0.1, 0.1499];
        var stream = StreamKey.Root((ulong)shots, "multinomial").Open();
        long[] total = new long[p.Length], counts = new long[p.Length];
        for (int i = 0; i < Math.Max(1, 100_000 / shots); i++)
        {
            stream.Multinomial(p, shots, counts);
            Assert.Equal(shots, counts.Sum());
            for (int k = 0; k < p.Length; k++) total[k] += counts[k];
        }
        ChiSquare.WithinFiveSigma(total, p);
    }

    /// <summary>Cov(n₀, n₁) = −shots · p₀ p₁: the counts of one draw compete for the same shots.</summary>
    [Fact]
    public void MultinomialCountsAreAnticorrelated()
    {
        double[] p = [0.3, 0.2, 0.5];
        var counts = new long[3];
        var stream = StreamKey.Root(5, "covariance").Open();
        const int draws = 40_000, shots = 50;
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            stream.Multinomial(p, shots, counts);
            sum += (counts[0] - (shots * p[0])) * (counts[1] - (shots * p[1]));
        }
        double deviation = shots * Math.Sqrt(((p[0] * 0.7 * p[1] * 0.8) + (p[0] * p[0] * p[1] * p[1])) / draws);
        Assert.InRange((sum / draws) + (shots * p[0] * p[1]), -5 * deviation, 5 * deviation);
    }

    [Fact]
    public void MultinomialTakesWeightsWithRoundingsAndRefusesOthers()
    {
        var stream = StreamKey.Root(6, "weights").Open();
        var counts = new long[3];
        stream.Multinomial([3, -1e-12, 1], 1000, counts);
        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 750 - 70, 750 + 70);
        stream.Multinomial([0, 0, 1e-300], 1L << 53, counts);
        Assert.Equal([0, 0, 1L << 53], counts);
        stream.Multinomial([1, 1, 1], 0, counts);
        Assert.Equal([0, 0, 0], counts);
        Assert.Throws<ArgumentException>(() => stream.Multinomial([0, 0, 0], 1, counts));
        Assert.Throws<ArgumentException>(() => stream.Multinomial([1, -0.1, 0], 1, counts));
        Assert.Throws<ArgumentException>(() => stream.Multinomial([1, double.NaN, 0], 1, counts));
        Assert.Throws<ArgumentException>(() => stream.Multinomial([1, 1], 1, counts));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Multinomial([1, 1, 1], -1, counts));
    }

    private static double Chance(int n, int k, double p)
    {
        double log = (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p));
        for (int i = 1; i <= k; i++) log += Math.Log((double)(n - k + i) / i);
        return Math.Exp(log);
    }

    /// <summary>Neighbouring outcomes together until each group expects at least ten.</summary>
    private static (List<long> Counts, List<double> Chances) Group(long[] counts, double[] chances)
    {
        List<long> grouped = [0];
        List<double> together = [0];
        for (int k = 0; k < counts.Length; k++)
        {
            grouped[^1] += counts[k];
            together[^1] += chances[k];
            double left = chances.AsSpan(k + 1).ToArray().Sum();
            if (together[^1] * Draws < 10 || left * Draws < 10) continue;
            grouped.Add(0);
            together.Add(0);
        }
        return (grouped, together);
    }
}
