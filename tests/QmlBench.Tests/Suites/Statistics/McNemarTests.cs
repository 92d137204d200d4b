using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class McNemarTests
{
    // By hand: 2·Σ_{k ≤ 3} C(13, k)/2¹³ = 2·378/8192; mid-p takes off C(13, 3)/2¹³ = 286/8192.
    [Fact]
    public void Known_value()
    {
        var test = new McNemar(10, 3);
        Assert.Equal(2 * 378 / 8192.0, test.P, 1e-14);
        Assert.Equal((2 * 378 - 286) / 8192.0, test.MidP, 1e-14);
    }

    [Fact]
    public void Counts_samples_that_one_model_alone_gets_right()
    {
        var test = McNemar.From([true, true, false, false, true], [true, false, true, false, false]);
        Assert.Equal((2, 1, 3), (test.OnlyFirst, test.OnlySecond, test.Discordant));
    }

    [Fact]
    public void Without_a_discordant_sample_p_is_1() => Assert.Equal((1.0, 1.0), (new McNemar(0, 0).P, new McNemar(0, 0).MidP));

    [Fact]
    public void All_on_one_side_is_the_smallest_reachable_p()
    {
        for (var n = 1; n < 40; n++) Assert.Equal(1, new McNemar(n, 0).P / SmallestReachableP.McNemar(n), 1e-12);
    }

    [Fact]
    public void Refuses_predictions_of_different_samples() =>
        Assert.Throws<ArgumentException>(() => McNemar.From([true], [true, false]));
}
