using CsCheck;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class PairedTIntervalTests
{
    private static readonly Gen<double[]> Samples = Gen.Double[-1, 1].Array[2, 40];

    // R 4: t.test(c(0.01, 0.02, 0.03, 0.04, 0.05)); t = 3·√2 exactly.
    [Fact]
    public void Known_value()
    {
        var test = PairedTInterval.From([0.01, 0.02, 0.03, 0.04, 0.05], 0.05);
        Assert.Equal(0.03, test.Mean, 1e-15);
        Assert.Equal(3 * Math.Sqrt(2), test.Estimate.Statistic(0), 1e-12);
        Assert.Equal(4, test.DegreesOfFreedom);
        Assert.Equal(0.013235599563682681, test.P, 1e-12);
        Assert.Equal(0.010367568385224436, test.Interval.Lower, 1e-12);
        Assert.Equal(0.049632431614775575, test.Interval.Upper, 1e-12);
    }

    // Closed forms: one degree of freedom is Cauchy, t(1 − q) = tan(π(½ − q)); two degrees: t = (1 − 2q)·√(2/(4q(1 − q))).
    [Theory]
    [InlineData(0.25)]
    [InlineData(0.025)]
    [InlineData(1e-4)]
    [InlineData(1e-9)]
    public void Quantiles_of_one_and_two_degrees_of_freedom_are_closed_forms(double tail)
    {
        var cauchy = 1 / Math.Tan(Math.PI * tail);
        Assert.Equal(1, StudentQuantile.Upper(tail, 1) / cauchy, 1e-9);
        var two = (1 - 2 * tail) * Math.Sqrt(2 / (4 * tail * (1 - tail)));
        Assert.Equal(1, StudentQuantile.Upper(tail, 2) / two, 1e-9);
    }

    [Fact]
    public void Interval_excludes_a_value_exactly_if_p_against_it_is_below_alpha() => Property.Holds(
        Gen.Select(Samples, Gen.Double[-0.5, 0.5], Gen.Double[0.001, 0.5]),
        one =>
        {
            var (sample, hypothesis, alpha) = one;
            var test = PairedTInterval.From(sample, alpha);
            var p = test.Estimate.PTwoSided(hypothesis);
            if (Math.Abs(p - alpha) > 1e-9) Assert.Equal(p < alpha, !test.Interval.Contains(hypothesis));
        });

    [Fact]
    public void Turning_the_differences_round_turns_the_interval_round() => Property.Holds(Samples, sample =>
    {
        var (test, turned) = (PairedTInterval.From(sample, 0.05), PairedTInterval.From([.. sample.Select(d => -d)], 0.05));
        Assert.Equal(-test.Interval.Upper, turned.Interval.Lower, 1e-12);
        Assert.Equal(test.P, turned.P, 1e-12);
        Assert.Equal(test.Estimate.PGreater(0.1), turned.Estimate.PLess(-0.1), 1e-12);
    });

    [Fact]
    public void Equal_differences_are_a_point_and_leave_no_doubt()
    {
        var test = PairedTInterval.From([.. Enumerable.Repeat(0.1, 10)], 0.05);
        Assert.Equal((0.1, 0.1, 0.0), (test.Interval.Lower, test.Interval.Upper, test.StandardDeviation));
        Assert.Equal((0.0, 1.0), (test.P, test.Estimate.PTwoSided(0.1)));
    }

    [Fact]
    public void Refuses_one_pair_numbers_that_are_none_and_levels_outside_0_and_1()
    {
        Assert.Throws<ArgumentException>(() => PairedTInterval.From([0.1], 0.05));
        Assert.Throws<ArgumentException>(() => PairedTInterval.From([0.1, double.NaN], 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedTInterval.From([0.1, 0.2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedTInterval.From([0.1, 0.2], double.NaN));
    }
}
