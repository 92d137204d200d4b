using System.Collections.Immutable;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Claims;

/// <summary>Judges the claims of a suite from the results of a plan.</summary>
public static class ClaimEvaluator
{
    /// <summary>What becomes of every claim, in the order of the suite.</summary>
    /// <param name="plan">The plan; a partial one leaves claims that lack data "not evaluated".</param>
    /// <param name="results">Results of the plan, failed trials included.</param>
    public static ImmutableArray<ClaimOutcome> Evaluate(Plan plan, IReadOnlyList<TrialResult> results)
    {
        var comparisons = plan.Suite.Claims.Select(claim => Comparison.Of(plan, claim, results)).ToImmutableArray();
        var judgements = ClaimFamily.Judge([.. comparisons.Select(comparison => comparison.Evidence())]);
        return [.. comparisons.Zip(judgements, (comparison, judgement) => Outcome(plan.Suite, comparison, judgement))];
    }

    /// <summary>Hash of a claim's terms, first eight hex digits: what must not change silently once there is a verdict.</summary>
    public static string Revision(ClaimSpec claim) => claim.Terms().Hash[..8];

    private static ClaimOutcome Outcome(Suite suite, Comparison comparison, ClaimJudgement judgement)
    {
        var claim = comparison.Claim;
        return new(
            claim.Name,
            Revision(claim),
            claim.Statement,
            claim.Dataset,
            claim.Metric,
            claim.Treatment.Label,
            claim.Control.Label,
            claim.Margin,
            judgement.Alpha,
            judgement.Verdict.Name,
            claim.Expect,
            Reason(claim, judgement),
            comparison.Differences.Values.Length,
            claim.Pairs,
            comparison.Estimate?.Mean ?? double.NaN,
            judgement.Interval?.Lower ?? double.NaN,
            judgement.Interval?.Upper ?? double.NaN,
            comparison.IntervalName,
            ClaimDetails.Of(suite, comparison, judgement));
    }

    private static string Reason(ClaimSpec claim, ClaimJudgement judgement) => judgement.Verdict.Kind switch
    {
        VerdictKind.Supported => $"the whole interval lies above the margin {claim.Margin:0.####}",
        VerdictKind.Equivalent => $"the whole interval lies within ±{claim.Margin:0.####}",
        VerdictKind.Refuted => $"the whole interval lies below the margin {claim.Margin:0.####}",
        VerdictKind.NotEvaluated => "left out of this run",
        VerdictKind.Inconclusive when judgement.Verdict.IsInterim =>
            $"interim {judgement.Verdict.PairsPresent} of {judgement.Verdict.PairsDeclared} pairs",
        VerdictKind.Inconclusive => $"the interval reaches to both sides of the margin {claim.Margin:0.####}",
        _ => string.Join("; ", judgement.Verdict.Reasons),
    };
}
