using CsCheck;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class HolmAdjustmentTests
{
    private static readonly Gen<double[]> PValues =
        Gen.Frequency((3, Gen.Double[0, 0.06]), (1, Gen.Double[0, 1]), (1, Gen.Const(0.01))).Array[1, 8];

    // By hand: m = 4, α = 0.05. 0.005 ≤ 0.05/4 and 0.01 ≤ 0.05/3 pass, 0.03 > 0.05/2 stops the ladder, so 0.03 and 0.04 keep 0.05/2.
    [Fact]
    public void Known_value()
    {
        var holm = HolmAdjustment.Over([0.01, 0.04, 0.03, 0.005], 0.05);
        Assert.Equal([0.03, 0.06, 0.06, 0.02], holm.AdjustedP, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([0.05 / 3, 0.05 / 2, 0.05 / 2, 0.05 / 4], holm.Levels);
        Assert.Equal([true, false, false, true], holm.Rejected);
    }

    [Fact]
    public void A_claim_without_p_counts_but_is_never_rejected()
    {
        var holm = HolmAdjustment.Over([0.02, null, 0.001], 0.05);
        Assert.Equal([0.05 / 2, 0.05, 0.05 / 3], holm.Levels);
        Assert.Equal([true, false, true], holm.Rejected);
        Assert.Equal(1, holm.AdjustedP[1]);
    }

    [Fact]
    public void Rejected_means_p_at_most_its_level_and_adjusted_p_at_most_alpha() => Property.Holds(PValues, p =>
    {
        var holm = HolmAdjustment.Over([.. p.Select(value => (double?)value)], 0.05);
        for (var i = 0; i < p.Length; i++)
        {
            Assert.Equal(holm.Rejected[i], p[i] <= holm.Levels[i]);
            if (Math.Abs(holm.AdjustedP[i] - 0.05) > 1e-12) Assert.Equal(holm.Rejected[i], holm.AdjustedP[i] <= 0.05);
            Assert.InRange(holm.Levels[i], 0.05 / p.Length, 0.05);
        }
    });

    [Fact]
    public void The_order_of_the_claims_does_not_matter() => Property.Holds(PValues, p =>
    {
        var forward = HolmAdjustment.Over([.. p.Select(value => (double?)value)], 0.05);
        var backward = HolmAdjustment.Over([.. p.Reverse().Select(value => (double?)value)], 0.05);
        Assert.Equal(forward.Levels, backward.Levels.Reverse());
        Assert.Equal(forward.Rejected, backward.Rejected.Reverse());
    });

    [Fact]
    public void Claims_with_levels_of_their_own_are_ordered_by_p_over_level()
    {
        var holm = HolmAdjustment.Over([0.004, 0.004], [0.01, 0.05]);
        Assert.Equal([0.01, 0.05 / 2], holm.Levels);
        Assert.Equal([true, true], holm.Rejected);
    }

    [Fact]
    public void Refuses_no_claims_and_what_is_no_p()
    {
        Assert.Throws<ArgumentException>(() => HolmAdjustment.Over([], 0.05));
        Assert.Throws<ArgumentException>(() => HolmAdjustment.Over([1.1], 0.05));
        Assert.Throws<ArgumentException>(() => HolmAdjustment.Over([double.NaN], 0.05));
        Assert.Throws<ArgumentException>(() => HolmAdjustment.Over([0.1], [0.05, 0.05]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HolmAdjustment.Over([0.1], 1));
    }
}
