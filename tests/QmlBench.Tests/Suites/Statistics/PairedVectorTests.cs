using System.Text.Json;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

/// <summary>Differences of stat_paired.json: paired t, equivalence, signed-rank.</summary>
public sealed class PairedVectorTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Paired_t_and_equivalence_agree() => VectorComparison.Run(
        "stat_paired.json",
        inputs: ["n", "differences", "mean", "sd"],
        notImplemented: ["sign_test", "wilcoxon"],   // the signed-rank test is compared below
        (vector, one) =>
        {
            var differences = VectorComparison.Numbers(one.GetProperty("differences"));
            var test = PairedTInterval.From(differences, 0.05);
            vector.Near(test.Mean, Tolerance, "mean");
            vector.Near(test.StandardDeviation, Tolerance, "sd");
            if (!one.TryGetProperty("paired_t", out _)) return;
            vector.Near(test.Estimate.Statistic(0), Tolerance, "paired_t", "t");
            vector.Near(test.DegreesOfFreedom, 0, "paired_t", "df");
            vector.Near(test.P, Tolerance, "paired_t", "p_two_sided");
            vector.Near(test.Estimate.PGreater(), Tolerance, "paired_t", "p_greater");
            vector.Near(test.Interval, Tolerance, "paired_t", "ci95");
            foreach (var margin in new[] { 0.01, 0.02 })
            {
                vector.Near(test.Estimate.PEquivalent(margin), Tolerance, $"tost_margin_{margin}", "p");
                vector.Near(test.Estimate.PGreater(-margin), Tolerance, $"tost_margin_{margin}", "p_lower");
                vector.Near(test.Estimate.PLess(margin), Tolerance, $"tost_margin_{margin}", "p_upper");
            }
        });

    [Fact]
    public void Signed_rank_agrees() => VectorComparison.Run(
        "stat_paired.json",
        inputs: ["n", "differences", "mean", "sd"],
        notImplemented: ["sign_test", "paired_t", "tost_margin_0.01", "tost_margin_0.02"],
        (vector, one) =>
        {
            var differences = VectorComparison.Numbers(one.GetProperty("differences"));
            foreach (var entry in one.GetProperty("wilcoxon").EnumerateObject()) SignedRank(vector, differences, entry);
        });

    private static void SignedRank(VectorComparison vector, double[] differences, JsonProperty entry)
    {
        var words = entry.Name.Split('/');
        if (words[0] == "permutation")
        {
            var honest = WilcoxonSignedRank.From(differences);
            Assert.True(honest.IsExact);
            vector.Near(honest.WPlus, 0, "wilcoxon", entry.Name, "w_plus");
            vector.Near(honest.PGreater, Tolerance, "wilcoxon", entry.Name, "p_greater");
            vector.Near(honest.PLess, Tolerance, "wilcoxon", entry.Name, "p_less");
            vector.Near(honest.PTwoSided, Tolerance, "wilcoxon", entry.Name, "p_two_sided");
            return;
        }
        // With every difference 0 the peer's answers are erratic (README of the vectors); its exact counting ignores ties and zeros.
        var exact = words[1] == "exact";
        if (differences.All(d => d == 0))
        {
            vector.True(Enum.GetValues<ZeroRule>().All(zeros => WilcoxonSignedRank.From(differences, zeros).PTwoSided == 1), "wilcoxon");
            return;
        }
        if (exact && HasTiesOrZeros(differences)) return;
        var rule = Enum.Parse<ZeroRule>(words[0], ignoreCase: true);
        var test = exact
            ? WilcoxonSignedRank.From(differences, rule)
            : WilcoxonSignedRank.FromNormal(differences, rule, words.Contains("continuity"));
        var (statistic, p) = words[^1] switch
        {
            "two-sided" => (Math.Min(test.WPlus, test.WMinus), test.PTwoSided),
            "greater" => (test.WPlus, test.PGreater),
            _ => (test.WPlus, test.PLess),
        };
        vector.Near(statistic, 0, "wilcoxon", entry.Name, "statistic");
        vector.Near(p, Tolerance, "wilcoxon", entry.Name, "p");
    }

    private static bool HasTiesOrZeros(double[] differences) =>
        differences.Contains(0) || differences.Select(Math.Abs).Distinct().Count() < differences.Length;
}
