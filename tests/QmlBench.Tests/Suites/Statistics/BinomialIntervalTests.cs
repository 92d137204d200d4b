using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class BinomialIntervalTests
{
    private static readonly Func<int, int, double, ConfidenceInterval>[] Intervals =
        [BinomialInterval.Wilson, BinomialInterval.ClopperPearson];

    // No success in n rows: the exact upper end is 1 − (α/2)^(1/n); statsmodels 0.15.0 for Wilson on 57 of 60.
    [Fact]
    public void Known_values()
    {
        var none = BinomialInterval.ClopperPearson(0, 10, 0.05);
        Assert.Equal(0, none.Lower);
        Assert.Equal(1 - Math.Pow(0.025, 0.1), none.Upper, 1e-10);
        var wilson = BinomialInterval.Wilson(57, 60, 0.05);
        Assert.Equal(0.8629948352365147, wilson.Lower, 1e-12);
        Assert.Equal(0.9828504978356043, wilson.Upper, 1e-12);
    }

    [Fact]
    public void Failures_mirror_successes_and_the_share_lies_inside()
    {
        for (var n = 1; n <= 30; n++)
            for (var k = 0; k <= n; k++)
                foreach (var interval in Intervals)
                {
                    var (one, other) = (interval(k, n, 0.05), interval(n - k, n, 0.05));
                    Assert.Equal(1 - other.Upper, one.Lower, 1e-9);
                    Assert.True(one.Contains((double)k / n));
                    Assert.InRange(one.Lower, 0, one.Upper);
                }
    }

    [Fact]
    public void Refuses_more_successes_than_rows() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.Wilson(3, 2, 0.05));
}
