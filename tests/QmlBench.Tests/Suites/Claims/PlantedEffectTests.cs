using QmlBench.Suites.Claims;
using QmlBench.Suites.Statistics;
using QmlBench.Tests.Suites.Statistics;

namespace QmlBench.Tests.Suites.Claims;

/// <summary>The whole chain on data whose truth is known: how often it is wrong, and how often it finds what is there.</summary>
public sealed class PlantedEffectTests
{
    private const int Trials = 4000;
    private const double Deviation = 0.03;

    [Fact]
    public void With_the_difference_on_the_margin_a_wrong_verdict_is_as_rare_as_alpha()
    {
        var source = new SplitMix64(101);
        var counts = Count(() => Judge(source, pairs: 10, margin: 0.01, effects: [0.01])[0]);
        // On the margin itself every verdict but "inconclusive" is wrong; the t interval is exact, so the rate is α, no less.
        AssertShare(0.05, Trials - counts[(int)VerdictKind.Inconclusive]);
        AssertShare(0.025, counts[(int)VerdictKind.Supported]);
    }

    [Fact]
    public void With_an_effect_the_rate_of_support_is_the_power_stated_before()
    {
        var source = new SplitMix64(102);
        var counts = Count(() => Judge(source, pairs: 20, margin: 0.01, effects: [0.03])[0]);
        AssertShare(PairedPower.TwoSided(20, 0.02, Deviation, 0.05), counts[(int)VerdictKind.Supported]);
    }

    [Fact]
    public void Four_claims_together_are_wrong_no_more_often_than_alpha()
    {
        var source = new SplitMix64(103);
        var wrong = 0;
        for (var trial = 0; trial < Trials; trial++)
            if (Judge(source, 10, 0, [0, 0, 0, 0]).Any(kind => kind != VerdictKind.Inconclusive)) wrong++;
        AssertShare(1 - Math.Pow(1 - 0.05 / 4, 4), wrong);
    }

    [Fact]
    public void True_effects_free_their_level_for_the_others_without_breaking_it()
    {
        var source = new SplitMix64(104);
        var wrong = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var kinds = Judge(source, 10, 0, [0, 0.2, 0.2, 0]);
            Assert.Equal(VerdictKind.Supported, kinds[1]);
            if (kinds[0] != VerdictKind.Inconclusive || kinds[3] != VerdictKind.Inconclusive) wrong++;
        }
        // Two true nulls at 0.05/2 each: 1 − 0.975² = 0.0494; a plain Bonferroni over four would give half of it.
        AssertShare(1 - Math.Pow(1 - 0.025, 2), wrong);
    }

    [Fact]
    public void Overlapping_train_seeds_do_not_fake_replication()
    {
        var source = new SplitMix64(105);
        var counts = Count(() =>
        {
            // Ten draws of no difference, thirty train seeds each that scatter little around their draw.
            ArmScore[] scores = [.. Enumerable.Range(0, 10).SelectMany(draw =>
            {
                var centre = Deviation * source.NextNormal();
                return Enumerable.Range(0, 30).Select(seed => new ArmScore(draw, 0, seed, centre + 0.001 * source.NextNormal())).ToArray();
            })];
            ArmScore[] baseline = [.. Enumerable.Range(0, 10).Select(draw => new ArmScore(draw, 0, 0, 0))];
            var paired = PairedDifferences.Between(scores, baseline, ReplicationUnit.Draw);
            return VerdictRule.FromInterval(PairedTInterval.From(paired.Values.AsSpan(), 0.05).Interval, 0);
        });
        AssertShare(0.05, Trials - counts[(int)VerdictKind.Inconclusive]);
    }

    private static VerdictKind[] Judge(SplitMix64 source, int pairs, double margin, double[] effects) =>
        [.. ClaimFamily.Judge([.. effects.Select(effect => Evidence(source, pairs, margin, effect))]).Select(one => one.Verdict.Kind)];

    private static ClaimEvidence Evidence(SplitMix64 source, int pairs, double margin, double effect)
    {
        double[] differences = [.. Enumerable.Range(0, pairs).Select(_ => effect + Deviation * source.NextNormal())];
        return new ClaimEvidence
        {
            Estimate = PairedTInterval.From(differences, 0.05).Estimate,
            Alpha = 0.05,
            Margin = margin,
            PairsDeclared = pairs,
            PairsPresent = pairs,
        };
    }

    private static int[] Count(Func<VerdictKind> trial)
    {
        var counts = new int[Enum.GetValues<VerdictKind>().Length];
        for (var i = 0; i < Trials; i++) counts[(int)trial()]++;
        return counts;
    }

    // Within five standard errors of the expected share.
    private static void AssertShare(double expected, int hits)
    {
        var bound = 5 * Math.Sqrt(expected * (1 - expected) / Trials);
        Assert.InRange((double)hits / Trials, expected - bound, expected + bound);
    }
}
