using CsCheck;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class BayesianSignedRankTests
{
    // One difference of 1 and a rope of 0: weights 1 and ½, S = 3/2. Right: E[w₁²] + 2E[w₁w₀] = (2 + 1)/(S(S + 1)) = 0.8;
    // the rest, E[w₀²] = 0.2, is a sum of exactly 0 and shared.
    [Fact]
    public void Known_value()
    {
        var mean = BayesianSignedRank.From([1], 0).PosteriorMean;
        Assert.Equal(0.9, mean.Right, 1e-15);
        Assert.Equal(0.1, mean.Left, 1e-15);
        Assert.Equal(0, mean.Rope, 1e-15);
    }

    [Fact]
    public void Masses_add_up_and_turn_round_with_the_differences() => Property.Holds(
        Gen.Select(Gen.Int[-3, 3].Select(i => i * 0.01).Array[1, 12], Gen.Int[0, 2].Select(i => i * 0.01)),
        one =>
        {
            var (sample, rope) = one;
            var mean = BayesianSignedRank.From(sample, rope).PosteriorMean;
            var turned = BayesianSignedRank.From([.. sample.Select(d => -d)], rope).PosteriorMean;
            Assert.Equal(1, mean.Left + mean.Rope + mean.Right, 1e-12);
            Assert.Equal(mean.Left, turned.Right, 1e-12);
            var shares = BayesianSignedRank.From(sample, rope).Sample(50, new SplitMix64(9).NextUniform);
            Assert.Equal(1, shares.Left + shares.Rope + shares.Right, 1e-12);
        });

    [Fact]
    public void A_clear_winner_and_a_clear_tie_are_seen()
    {
        double[] clear = [.. Enumerable.Range(0, 20).Select(i => 0.05 + 0.001 * i)];
        Assert.True(BayesianSignedRank.From(clear, 0.01).Sample(500, new SplitMix64(1).NextUniform).Right > 0.99);
        double[] none = [.. clear.Select((d, i) => (i % 2 == 0 ? 1 : -1) * d / 100)];
        Assert.Equal(1, BayesianSignedRank.From(none, 0.01).Sample(500, new SplitMix64(1).NextUniform).Rope);
    }

    [Fact]
    public void Refuses_a_negative_rope() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BayesianSignedRank.From([1], -0.1));
}
