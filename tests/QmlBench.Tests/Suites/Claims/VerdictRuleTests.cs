using QmlBench.Suites.Claims;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Claims;

public sealed class VerdictRuleTests
{
    [Theory]
    [InlineData(0.011, 0.05, 0.01, VerdictKind.Supported)]
    [InlineData(0.01, 0.05, 0.01, VerdictKind.Inconclusive)]     // L > ε is strict
    [InlineData(-0.01, 0.01, 0.01, VerdictKind.Equivalent)]      // within ±ε, ends included
    [InlineData(-0.009, 0.002, 0.01, VerdictKind.Equivalent)]    // before refuted, although U < ε
    [InlineData(-0.02, 0.009, 0.01, VerdictKind.Refuted)]
    [InlineData(-0.02, 0.01, 0.01, VerdictKind.Inconclusive)]    // U < ε is strict
    [InlineData(-0.02, 0.03, 0.01, VerdictKind.Inconclusive)]
    [InlineData(0.001, 0.02, 0.0, VerdictKind.Supported)]
    [InlineData(-0.02, -0.001, 0.0, VerdictKind.Refuted)]
    [InlineData(0.0, 0.0, 0.0, VerdictKind.Equivalent)]          // identical predictions everywhere
    [InlineData(-0.02, 0.02, 0.0, VerdictKind.Inconclusive)]
    public void The_interval_decides(double lower, double upper, double margin, VerdictKind expected) =>
        Assert.Equal(expected, VerdictRule.FromInterval(new ConfidenceInterval(lower, upper, 0.05), margin));

    [Fact]
    public void Every_interval_gets_exactly_the_first_kind_that_fits()
    {
        for (var l = -5; l <= 5; l++)
            for (var u = l; u <= 5; u++)
                for (var margin = 0; margin <= 3; margin++)
                {
                    var expected = l > margin ? VerdictKind.Supported
                        : l >= -margin && u <= margin ? VerdictKind.Equivalent
                        : u < margin ? VerdictKind.Refuted : VerdictKind.Inconclusive;
                    Assert.Equal(expected, VerdictRule.FromInterval(new ConfidenceInterval(l, u, 0.05), margin));
                }
    }

    [Fact]
    public void Before_the_declared_number_of_pairs_nothing_is_decided()
    {
        var verdict = VerdictRule.Decide(Clear(declared: 10, present: 4), 0.05);
        Assert.Equal(VerdictKind.Inconclusive, verdict.Kind);
        Assert.True(verdict.IsInterim);
        Assert.Equal("inconclusive (interim 4 of 10)", verdict.ToString());
        Assert.Equal("inconclusive", verdict.Name);
    }

    [Fact]
    public void At_the_declared_number_the_interval_speaks()
    {
        var verdict = VerdictRule.Decide(Clear(declared: 10, present: 10), 0.05);
        Assert.Equal("supported", verdict.ToString());
        Assert.False(verdict.IsInterim);
    }

    [Fact]
    public void Objections_come_first_and_are_named()
    {
        var verdict = VerdictRule.Decide(Clear(10, 4) with { Objections = ["tuning budgets differ", "a score is 1.2"] }, 0.05);
        Assert.Equal("invalid: tuning budgets differ; a score is 1.2", verdict.ToString());
    }

    [Fact]
    public void More_pairs_than_declared_are_invalid() =>
        Assert.Equal("invalid: the claim declares 10 pairs but 11 are present", VerdictRule.Decide(Clear(10, 11), 0.05).ToString());

    [Fact]
    public void What_was_left_out_on_purpose_is_not_evaluated_and_agrees_with_anything()
    {
        var verdict = VerdictRule.Decide(Clear(10, 0) with { Estimate = null, LeftOut = true, Objections = ["no data"] }, 0.05);
        Assert.Equal("not evaluated", verdict.ToString());
        Assert.True(verdict.Agrees(VerdictKind.Supported));
        Assert.Equal(VerdictKind.Supported, VerdictRule.Decide(Clear(10, 10) with { LeftOut = true }, 0.05).Kind);
    }

    [Fact]
    public void A_single_pair_has_no_interval() =>
        Assert.StartsWith("invalid: 1 pair(s) give no interval", VerdictRule.Decide(Clear(1, 1) with { Estimate = null }, 0.05).ToString());

    [Fact]
    public void Inconclusive_is_not_what_a_supporter_expected() =>
        Assert.False(VerdictRule.Decide(Clear(10, 4), 0.05).Agrees(VerdictKind.Supported));

    [Fact]
    public void Refuses_negative_margins_and_pairs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Clear(10, 10) with { Margin = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Clear(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Clear(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerdictRule.Decide(Clear(10, 10), 1));
    }

    private static ClaimEvidence Clear(int declared, int present) => new()
    {
        Estimate = new StudentEstimate(0.1, 0.001, 9),
        Alpha = 0.05,
        Margin = 0.01,
        PairsDeclared = declared,
        PairsPresent = present,
    };
}
