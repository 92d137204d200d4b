using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class NadeauBengioIntervalTests
{
    // t = d̄/√((1/J + n_test/n_train)·s²) by hand: d̄ = 0.03, s² = 0.00025, J = 5, ratio 1/4: t = 0.03/√(0.45·0.00025).
    [Fact]
    public void Known_value()
    {
        var test = NadeauBengioInterval.From([0.01, 0.02, 0.03, 0.04, 0.05], 60, 240, 0.05);
        Assert.Equal(0.03 / Math.Sqrt(0.45 * 0.00025), test.Estimate.Statistic(0), 1e-12);
        Assert.Equal(4, test.DegreesOfFreedom);
        Assert.Equal(0.25, test.TestOverTrain);
    }

    [Fact]
    public void At_60_of_240_rows_and_30_splits_the_plain_interval_is_2_9_times_too_short()
    {
        var source = new SplitMix64(3);
        double[] differences = [.. Enumerable.Range(0, 30).Select(_ => source.NextNormal())];
        var corrected = NadeauBengioInterval.From(differences, 60, 240, 0.05);
        var plain = PairedTInterval.From(differences, 0.05);
        Assert.Equal(Math.Sqrt(0.25 * 30 + 1), corrected.Estimate.StandardError / plain.Estimate.StandardError, 1e-12);
        Assert.Equal(2.915, corrected.Estimate.StandardError / plain.Estimate.StandardError, 1e-3);
    }

    [Fact]
    public void Refuses_empty_parts()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NadeauBengioInterval.From([0, 1], 0, 10, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => NadeauBengioInterval.From([0, 1], 0.0, 0.05));
        Assert.Throws<ArgumentException>(() => NadeauBengioInterval.From([0], 1, 10, 0.05));
    }
}
