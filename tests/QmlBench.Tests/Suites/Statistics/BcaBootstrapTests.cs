using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class BcaBootstrapTests
{
    [Fact]
    public void Equal_means_count_as_equal_whatever_the_rounding()
    {
        // The case bca-mean-ties-n10-B499 of the vectors; in whole hundredths 245 of 499 resampled sums lie below the sample's
        // and 264 do not exceed it, so z0 = Φ⁻¹(509/998).
        double[] data = [-0.01, 0.04, 0.02, 0, 0.02, -0.01, 0.02, -0.02, 0.08, 0.01];
        double[] hundredths = [-1, 4, 2, 0, 2, -1, 2, -2, 8, 1];
        var exact = BcaBootstrap.From(hundredths, BcaBootstrap.MeanOf, 499, new SplitMix64(34206).NextIndex);
        var rounded = BcaBootstrap.From(data, BcaBootstrap.MeanOf, 499, new SplitMix64(34206).NextIndex);
        Assert.Equal(exact.Bias, rounded.Bias, 1e-12);
    }

    [Fact]
    public void Without_spread_the_interval_is_the_point()
    {
        var bootstrap = BcaBootstrap.From([0.1, 0.1, 0.1], BcaBootstrap.MeanOf, 50, new SplitMix64(1).NextIndex);
        Assert.Equal((0.1, 0.1), (bootstrap.Interval(0.05).Lower, bootstrap.Interval(0.05).Upper));
        Assert.Equal(0, bootstrap.Acceleration);
    }

    [Fact]
    public void Covers_the_true_mean_about_as_often_as_it_says()
    {
        const int trials = 400;
        var source = new SplitMix64(11);
        var hits = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            double[] sample = [.. Enumerable.Range(0, 30).Select(_ => source.NextNormal())];
            if (BcaBootstrap.From(sample, BcaBootstrap.MeanOf, 400, source.NextIndex).Interval(0.1).Contains(0)) hits++;
        }
        // Nominal 0.9; the bootstrap of 30 values covers some 0.02 less (Efron 1987), and 5σ of 400 trials is 0.075.
        Assert.InRange((double)hits / trials, 0.88 - 0.075, 0.88 + 0.075);
    }

    [Fact]
    public void Refuses_a_single_value_and_no_resamples()
    {
        Assert.Throws<ArgumentException>(() => BcaBootstrap.From([1], BcaBootstrap.MeanOf, 10, n => 0));
        Assert.Throws<ArgumentException>(() => BcaBootstrap.From([1, double.NaN], BcaBootstrap.MeanOf, 10, n => 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BcaBootstrap.From([1, 2], BcaBootstrap.MeanOf, 0, n => 0));
    }
}
