using CsCheck;
using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation.Estimation;

public class ShotSharesTests
{
    [Fact]
    public void Shares_add_up_and_follow_the_weights() =>
        Property.Holds(Gen.Select(Gen.Double[0.01, 5].Array[1, 12], Gen.Long[12, 1_000_000]), sample =>
        {
            (double[] weights, long total) = sample;
            long[] shares = ShotShares.Of(total, weights);
            double sum = weights.Sum();
            Assert.Equal(total, shares.Sum());
            for (int group = 0; group < shares.Length; group++)
            {
                Assert.True(shares[group] >= 1);
                Assert.InRange(shares[group] - 1, ((total - weights.Length) * weights[group] / sum) - 1,
                    ((total - weights.Length) * weights[group] / sum) + 1);
            }
        });

    [Fact]
    public void Weights_of_zero_share_evenly() => Assert.Equal([4, 3, 3], ShotShares.Of(10, [0, 0, 0]));

    [Fact]
    public void Fewer_shots_than_groups_are_refused() => Assert.Throws<ExecutionRefusedException>(() => ShotShares.Of(2, [1, 1, 1]));

    [Fact]
    public void No_group_needs_no_shot() => Assert.Empty(ShotShares.Of(10, []));
}
