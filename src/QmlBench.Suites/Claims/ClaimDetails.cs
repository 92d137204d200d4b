using System.Globalization;
using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>Statistics that are shown beside a verdict and do not decide it.</summary>
internal static class ClaimDetails
{
    private const int Resamples = 10_000;
    private const double Rope = 0.01;

    public static IReadOnlyList<KeyValuePair<string, string>> Of(Suite suite, Comparison comparison, ClaimJudgement judgement)
    {
        var differences = comparison.Differences.Values;
        var details = new List<KeyValuePair<string, string>>();
        if (differences.Length < 2 || comparison.Estimate is not { } estimate)
            return details;
        details.Add(new("p against the margin, after Holm", Number(judgement.AdjustedP)));
        if (comparison.IsTable)
            details.AddRange(McNemarOfOneSplit(comparison));
        else
            details.AddRange(OverDraws(suite, comparison, judgement));
        var bayes = BayesianSignedRank.From(differences.AsSpan(), Rope).PosteriorMean;
        details.Add(new(
            $"Bayesian signed-rank, control better / within ±{Number(Rope)} / treatment better",
            $"{Number(bayes.Left)} / {Number(bayes.Rope)} / {Number(bayes.Right)}"));
        details.AddRange(Power(comparison, estimate));
        return details;
    }

    private static IEnumerable<KeyValuePair<string, string>> OverDraws(Suite suite, Comparison comparison, ClaimJudgement judgement)
    {
        var differences = comparison.Differences.Values.AsSpan();
        var wilcoxon = WilcoxonSignedRank.From(differences, ZeroRule.Pratt);
        var stream = StreamKey.Root(suite.Seed, "bootstrap").Derive(comparison.Claim.Name).Open();
        var bca = BcaBootstrap.From(differences, BcaBootstrap.MeanOf, Resamples, stream.NextInt);
        var interval = bca.Interval(judgement.Alpha);
        return
        [
            new("Wilcoxon signed-rank p (no difference)", Number(wilcoxon.PTwoSided)),
            new("BCa bootstrap interval", $"[{Number(interval.Lower)}, {Number(interval.Upper)}]"),
        ];
    }

    private static IEnumerable<KeyValuePair<string, string>> McNemarOfOneSplit(Comparison comparison)
    {
        var treatment = comparison.Treatment[0].Predictions;
        var control = comparison.Control[0].Predictions;
        if (treatment.Length != control.Length)
            yield break;
        var test = McNemar.From(
            [.. treatment.Select(one => one.Predicted == one.Truth)], [.. control.Select(one => one.Predicted == one.Truth)]);
        yield return new(
            "McNemar on the predictions of the first split, exact p", $"{Number(test.P)} ({test.OnlyFirst} against {test.OnlySecond})");
    }

    private static IEnumerable<KeyValuePair<string, string>> Power(Comparison comparison, StudentEstimate estimate)
    {
        var pairs = comparison.Differences.Values.Length;
        var deviation = estimate.StandardError * Math.Sqrt(pairs);
        if (!(deviation > 0))
            yield break;
        const double target = 0.02;
        var power = PairedPower.TwoSided(pairs, target, deviation, comparison.Claim.Alpha);
        yield return new($"power to see a difference of {Number(target)} beyond the margin", Number(power));
        if (PairedPower.FewestPairs(0.8, target, deviation, comparison.Claim.Alpha) is { } needed)
            yield return new($"pairs for 80 % power at {Number(target)}", needed.ToString(CultureInfo.InvariantCulture));
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
