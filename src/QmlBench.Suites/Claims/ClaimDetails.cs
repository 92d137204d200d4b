using System.Globalization;
using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>Statistics that are shown beside a verdict and do not decide it.</summary>
internal static class ClaimDetails
{
    private const int Resamples = 10_000;

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
        var bayes = BayesianSignedRank.From(differences.AsSpan(), comparison.Claim.Margin).PosteriorMean;
        details.Add(new(
            $"Bayesian signed-rank, control better / within ±{Number(comparison.Claim.Margin)} / treatment better",
            $"{Number(bayes.Left)} / {Number(bayes.Rope)} / {Number(bayes.Right)}"));
        details.AddRange(Power(comparison, estimate, judgement.Alpha));
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

    // In the unit of the metric, at the level that decides: no fixed target would mean anything for every metric.
    private static IEnumerable<KeyValuePair<string, string>> Power(Comparison comparison, StudentEstimate estimate, double alpha)
    {
        var pairs = comparison.Differences.Values.Length;
        var deviation = estimate.StandardError * Math.Sqrt(pairs);
        if (!(deviation > 0) || DetectableDifference.Beyond(pairs, deviation, alpha) is not { } difference)
            yield break;
        yield return new("difference beyond the margin that these pairs show with 80 % power", Number(difference));
        var half = difference / 2;
        if (PairedPower.FewestPairs(0.8, half, deviation, alpha) is { } needed)
            yield return new($"pairs to show half of it ({Number(half)}) with 80 % power", needed.ToString(CultureInfo.InvariantCulture));
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
