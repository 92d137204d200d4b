using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class PairedPowerTests
{
    // statsmodels 0.15.0, TTestPower: effect size 0.667, n = 18; 1.0, n = 10, α = 0.01.
    [Theory]
    [InlineData(0.667, 18, 0.05, 0.7602813826473175, 0.8576038986416267)]
    [InlineData(1.0, 10, 0.01, 0.5041067307017365, 0.638948603460427)]
    public void Known_values(double effect, int pairs, double alpha, double twoSided, double greater)
    {
        Assert.Equal(twoSided, PairedPower.TwoSided(pairs, effect, 1, alpha), 1e-10);
        Assert.Equal(greater, PairedPower.Greater(pairs, effect, 1, alpha), 1e-10);
    }

    [Fact]
    public void A_target_of_0_02_at_a_deviation_of_0_03_takes_20_draws() =>
        Assert.Equal(20, PairedPower.FewestPairs(0.8, 0.02, 0.03, 0.05));

    [Fact]
    public void Without_an_effect_power_is_alpha_and_the_sign_of_the_effect_does_not_matter()
    {
        Assert.Equal(0.01, PairedPower.TwoSided(7, 0, 1, 0.01), 1e-12);
        Assert.Equal(PairedPower.TwoSided(7, 0.4, 1, 0.05), PairedPower.TwoSided(7, -0.4, 1, 0.05), 1e-12);
    }

    [Fact]
    public void Grows_with_effect_pairs_and_alpha_up_to_1()
    {
        for (var n = 2; n < 60; n += 7)
            for (var effect = 0.0; effect < 20; effect += 0.7)
            {
                var power = PairedPower.TwoSided(n, effect, 1, 0.01);
                Assert.InRange(power, 0, 1);
                Assert.InRange(PairedPower.TwoSided(n + 1, effect + 0.1, 1, 0.01), power - 1e-9, 1);
                Assert.InRange(PairedPower.TwoSided(n, effect, 1, 0.02), power - 1e-9, 1);
            }
        Assert.Equal(1, PairedPower.TwoSided(10, 1e3, 1, 0.05), 1e-12);
    }

    // Two pairs: T' = (Z + δ)/|Y| with Z, Y independent standard normal, critical value tan(π(1 − α)/2). For δ and t* both large
    // P(T' > t*) tends to P(|Y| < δ/t*).
    [Fact]
    public void Far_out_it_meets_the_limit()
    {
        const double alpha = 1e-4, effect = 1000;
        var critical = Math.Tan(Math.PI * (1 - alpha) / 2);
        var ratio = effect * Math.Sqrt(2) / critical;
        var limit = 1 - 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -ratio);
        Assert.Equal(limit, PairedPower.TwoSided(2, effect, 1, alpha), 1e-6);
    }

    [Fact]
    public void Refuses_what_has_no_answer()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedPower.TwoSided(1, 1, 1, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedPower.TwoSided(5, 1, 0, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedPower.FewestPairs(0.8, 0, 1, 0.05));
        Assert.Null(PairedPower.FewestPairs(0.8, 1e-6, 1, 0.05));
    }
}
