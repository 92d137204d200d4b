using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class SmallestReachablePTests
{
    [Fact]
    public void Is_what_the_signed_rank_test_gives_when_all_differences_agree()
    {
        for (var n = 1; n < 20; n++)
        {
            double[] sample = [.. Enumerable.Range(1, n).Select(i => i * 0.01)];
            Assert.Equal(WilcoxonSignedRank.From(sample).PTwoSided, SmallestReachableP.SignedRank(n));
        }
        Assert.Equal(1, SmallestReachableP.SignedRank(0));
    }

    [Theory]
    [InlineData(0.05, 6)]
    [InlineData(0.05 / 12, 9)]
    [InlineData(0.0625, 5)]
    public void Fewest_pairs(double alpha, int pairs) => Assert.Equal(pairs, SmallestReachableP.FewestPairs(alpha));

    [Fact]
    public void Objects_to_five_pairs_and_names_the_remedy()
    {
        Assert.Null(SmallestReachableP.Objection(6, 0.05, 1));
        var objection = SmallestReachableP.Objection(5, 0.05, 2);
        Assert.Contains("5 pairs", objection);
        Assert.Contains("0.0625", objection);
        Assert.Contains("at least 7", objection);
    }
}
