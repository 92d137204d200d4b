using CsCheck;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class WilcoxonSignedRankTests
{
    // Whole numbers of a small range, so that ties and zeros are the rule.
    private static readonly Gen<double[]> TiedSamples = Gen.Int[-4, 4].Select(i => (double)i).Array[1, 9];

    [Fact]
    public void Five_pairs_cannot_go_below_0_0625()
    {
        var test = WilcoxonSignedRank.From([0.1, 0.2, 0.3, 0.4, 0.5]);
        Assert.Equal((0.0625, 0.03125, 1.0), (test.PTwoSided, test.PGreater, test.PLess));
        Assert.Equal((15.0, 0.0), (test.WPlus, test.WMinus));
    }

    // scipy 1.17.1, permutation test of the statistic with mid-ranks on the same ten numbers.
    [Fact]
    public void Known_value_with_ties()
    {
        var test = WilcoxonSignedRank.From([1, 1, -1, 2, 2, -2, 3, 3, 1, -1]);
        Assert.Equal((42.0, 0.0888671875, 0.9404296875, 0.177734375), (test.WPlus, test.PGreater, test.PLess, test.PTwoSided));
    }

    [Theory]
    [InlineData(ZeroRule.Wilcox)]
    [InlineData(ZeroRule.Pratt)]
    [InlineData(ZeroRule.ZSplit)]
    public void Exact_p_is_the_share_of_sign_patterns_at_least_as_extreme(ZeroRule rule) => Property.Holds(TiedSamples, sample =>
    {
        var test = WilcoxonSignedRank.From(sample, rule);
        var (patterns, greater, less) = (1 << sample.Length, 0, 0);
        for (var pattern = 0; pattern < patterns; pattern++)
        {
            var w = PositiveRankSum([.. sample.Select((d, i) => (pattern >> i & 1) == 1 ? -d : d)], rule);
            if (w >= test.WPlus) greater++;
            if (w <= test.WPlus) less++;
        }
        Assert.Equal(PositiveRankSum(sample, rule), test.WPlus);
        Assert.Equal((double)greater / patterns, test.PGreater, 1e-12);
        Assert.Equal((double)less / patterns, test.PLess, 1e-12);
    });

    [Fact]
    public void No_difference_at_all_gives_1()
    {
        foreach (var rule in Enum.GetValues<ZeroRule>()) Assert.Equal(1, WilcoxonSignedRank.From([0, 0, 0], rule).PTwoSided);
        Assert.Equal(1, WilcoxonSignedRank.FromNormal([0, 0], ZeroRule.Pratt, continuity: true).PTwoSided);
    }

    [Fact]
    public void The_normal_approximation_takes_over_without_a_jump()
    {
        var source = new SplitMix64(5);
        double[] sample = [.. Enumerable.Range(0, WilcoxonSignedRank.ExactLimit + 1).Select(_ => source.NextNormal() + 0.1)];
        var (beyond, within) = (WilcoxonSignedRank.From(sample), WilcoxonSignedRank.From(sample.AsSpan(1)));
        Assert.True(within.IsExact);
        Assert.False(beyond.IsExact);
        Assert.Equal(within.PTwoSided, WilcoxonSignedRank.FromNormal(sample.AsSpan(1), ZeroRule.Wilcox, continuity: true).PTwoSided, 2e-3);
    }

    private static double PositiveRankSum(double[] sample, ZeroRule rule)
    {
        double[] kept = [.. sample.Where(d => rule != ZeroRule.Wilcox || d != 0)];
        return kept.Sum(d => Share(d, rule) * MidRank(kept, Math.Abs(d)));
    }

    private static double MidRank(double[] sample, double size) =>
        sample.Count(d => Math.Abs(d) < size) + (sample.Count(d => Math.Abs(d) == size) + 1) / 2.0;

    private static double Share(double difference, ZeroRule rule) => difference switch
    {
        > 0 => 1,
        0 => rule == ZeroRule.ZSplit ? 0.5 : 0,
        _ => 0,
    };
}
