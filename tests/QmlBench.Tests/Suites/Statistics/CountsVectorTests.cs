using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

/// <summary>Cases of stat_counts.json, all of its kinds.</summary>
public sealed class CountsVectorTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Holm_agrees() => VectorComparison.Run(
        "stat_counts.json",
        inputs: ["alpha", "p"],
        notImplemented: ["bonferroni", "holm-sidak", "fdr_bh", "fdr_by", "simes-hochberg"],
        (vector, one) =>
        {
            var alpha = one.GetProperty("alpha").GetDouble();
            var p = VectorComparison.Numbers(one.GetProperty("p"));
            var holm = HolmAdjustment.Over([.. p.Select(value => (double?)value)], alpha);
            for (var i = 0; i < p.Length; i++) vector.Near(holm.AdjustedP[i], Tolerance, "holm", "adjusted", $"{i}");
            var rejected = one.GetProperty("holm").GetProperty("reject").EnumerateArray().Select(value => value.GetBoolean());
            vector.True(rejected.SequenceEqual(holm.Rejected), "holm");
            vector.True(p.Zip(holm.Levels, (value, level) => value <= level).SequenceEqual(holm.Rejected), "holm");
        },
        kind: "multiple_testing");

    [Fact]
    public void McNemar_agrees() => VectorComparison.Run(
        "stat_counts.json",
        inputs: ["only_first_correct", "only_second_correct", "both", "neither"],
        notImplemented: ["chi2", "chi2_corrected"],
        (vector, one) =>
        {
            var test = new McNemar(one.GetProperty("only_first_correct").GetInt32(), one.GetProperty("only_second_correct").GetInt32());
            vector.Near(test.P, Tolerance, "exact", "p");
            vector.Near(test.MidP, Tolerance, "mid_p", "p");
            vector.Near(Math.Min(test.OnlyFirst, test.OnlySecond), 0, "exact", "statistic");
        },
        kind: "mcnemar");

    [Fact]
    public void Binomial_intervals_agree() => VectorComparison.Run(
        "stat_counts.json",
        inputs: ["successes", "n"],
        notImplemented: ["binom_test_half_two_sided", "binom_test_0.8_two_sided"],   // nor Jeffreys, Agresti–Coull and Wald inside a level
        (vector, one) =>
        {
            var (k, n) = (one.GetProperty("successes").GetInt32(), one.GetProperty("n").GetInt32());
            foreach (var (level, alpha) in new[] { ("0.95", 0.05), ("0.99", 0.01) })
            {
                vector.Near(BinomialInterval.ClopperPearson(k, n, alpha), Tolerance, level, "clopper_pearson");
                vector.Near(BinomialInterval.Wilson(k, n, alpha), Tolerance, level, "wilson");
            }
        },
        kind: "binomial_interval");

    [Fact]
    public void Power_agrees() => VectorComparison.Run(
        "stat_counts.json",
        inputs: ["effect_size_dz", "n", "alpha", "noncentrality"],
        notImplemented: ["two_sample_power_n_each", "two_sample_z_power"],   // every comparison here is paired
        (vector, one) =>
        {
            var (effect, alpha) = (one.GetProperty("effect_size_dz").GetDouble(), one.GetProperty("alpha").GetDouble());
            var n = one.GetProperty("n").GetInt32();
            vector.Near(PairedPower.TwoSided(n, effect, 1, alpha), Tolerance, "power_two_sided");
            vector.Near(PairedPower.Greater(n, effect, 1, alpha), Tolerance, "power_larger");
        },
        kind: "power_paired_t");

    [Fact]
    public void Sample_size_agrees() => VectorComparison.Run(
        "stat_counts.json",
        inputs: ["effect_size_dz", "power", "alpha", "n_real"],
        notImplemented: [],
        (vector, one) =>
        {
            var (effect, alpha) = (one.GetProperty("effect_size_dz").GetDouble(), one.GetProperty("alpha").GetDouble());
            var n = PairedPower.FewestPairs(one.GetProperty("power").GetDouble(), effect, 1, alpha);
            vector.Near(n ?? 0, 0, "n");
            vector.Near(PairedPower.TwoSided(n ?? 2, effect, 1, alpha), Tolerance, "power_at_n");
            vector.Near(PairedPower.TwoSided((n ?? 3) - 1, effect, 1, alpha), Tolerance, "power_at_n_minus_1");
        },
        kind: "sample_size_paired_t");
}
