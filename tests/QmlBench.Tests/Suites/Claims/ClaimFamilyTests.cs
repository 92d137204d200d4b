using CsCheck;
using QmlBench.Suites.Claims;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Claims;

public sealed class ClaimFamilyTests
{
    private static readonly Gen<ClaimEvidence[]> Families =
        Gen.Select(Gen.Double[-0.05, 0.05], Gen.Double[0.001, 0.02], Gen.Int[0, 2])
            .Select((mean, error, margin) => Claim(mean, error, margin * 0.01)).Array[1, 6];

    [Fact]
    public void A_verdict_is_conclusive_exactly_if_Holm_rejects() => Property.Holds(Families, claims =>
    {
        foreach (var one in ClaimFamily.Judge(claims))
        {
            if (Math.Abs(one.AdjustedP - 0.05) < 1e-9) continue;
            Assert.Equal(one.AdjustedP < 0.05, one.Verdict.Kind != VerdictKind.Inconclusive);
            Assert.Equal(one.Alpha, one.Interval!.Value.Alpha);
        }
    });

    [Fact]
    public void A_claim_left_out_makes_no_other_milder()
    {
        var (clear, close) = (Claim(0.1, 0.001, 0), Claim(0.0245, 0.01, 0));    // p of the second: 0.037
        Assert.Equal(VerdictKind.Supported, ClaimFamily.Judge([clear, close])[1].Verdict.Kind);
        var without = ClaimFamily.Judge([clear with { LeftOut = true, PairsPresent = 0, Estimate = null }, close]);
        Assert.Equal(["not evaluated", "inconclusive"], without.Select(one => one.Verdict.ToString()));
        Assert.Equal(0.025, without[1].Alpha);
        Assert.Null(without[0].PAgainstMargin);
    }

    [Fact]
    public void An_interim_claim_takes_no_part_in_the_ladder()
    {
        var judged = ClaimFamily.Judge([Claim(0.1, 0.001, 0) with { PairsPresent = 5 }, Claim(0.0245, 0.01, 0)]);
        Assert.Equal("inconclusive (interim 5 of 10)", judged[0].Verdict.ToString());
        Assert.Equal((0.025, 1.0), (judged[1].Alpha, judged[0].AdjustedP));
    }

    [Fact]
    public void Five_pairs_are_invalid_however_large_the_effect()
    {
        var judged = ClaimFamily.Judge([Claim(0.1, 0.001, 0) with { PairsDeclared = 5, PairsPresent = 5 }]);
        Assert.StartsWith("invalid: 5 pairs cannot reach α", judged[0].Verdict.ToString());
    }

    [Fact]
    public void No_claims_no_judgements() => Assert.Empty(ClaimFamily.Judge([]));

    private static ClaimEvidence Claim(double mean, double error, double margin) => new()
    {
        Estimate = new StudentEstimate(mean, error, 9),
        Alpha = 0.05,
        Margin = margin,
        PairsDeclared = 10,
        PairsPresent = 10,
    };
}
