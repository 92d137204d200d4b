using System.Collections.Immutable;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>The rule that turns evidence into a verdict; one place, one order.</summary>
/// <remarks>
/// In this order: not evaluated (data left out on purpose) · invalid (any objection) · inconclusive, interim k of n (fewer pairs than
/// declared) · supported (L &gt; ε) · equivalent (−ε ≤ L, U ≤ ε) · refuted (U &lt; ε) · inconclusive. More pairs than declared are an
/// objection: a test that may go on until it pleases is none. Why this order, and the rule for α:
/// <c>src/decisions/0010-verdict-rule.md</c>.
/// </remarks>
public static class VerdictRule
{
    /// <summary>
    /// Decides one claim at a given level; for the claims of a suite use <see cref="ClaimFamily"/>, which finds the levels.
    /// </summary>
    /// <param name="evidence">Estimate, margin, pairs and objections.</param>
    /// <param name="alpha">The claim's own level after Holm, strictly between 0 and 1.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public static Verdict Decide(ClaimEvidence evidence, double alpha)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var interval = evidence.Estimate?.Interval(Check.Level(alpha, nameof(alpha)));
        if (evidence.LeftOut && evidence.PairsPresent < evidence.PairsDeclared) return Of(evidence, VerdictKind.NotEvaluated);
        var objections = ObjectionsTo(evidence);
        if (!objections.IsEmpty) return Of(evidence, VerdictKind.Invalid) with { Reasons = objections };
        return interval is { } known && evidence.IsComplete
            ? Of(evidence, FromInterval(known, evidence.Margin))
            : Of(evidence, VerdictKind.Inconclusive);
    }

    /// <summary>The part of the rule that looks at the interval alone.</summary>
    /// <param name="interval">The 1 − α interval [L, U] of the difference.</param>
    /// <param name="margin">Margin ε ≥ 0.</param>
    /// <returns>Supported, equivalent, refuted or inconclusive.</returns>
    public static VerdictKind FromInterval(ConfidenceInterval interval, double margin) =>
        interval.Lower > margin ? VerdictKind.Supported
        : interval.Lower >= -margin && interval.Upper <= margin ? VerdictKind.Equivalent
        : interval.Upper < margin ? VerdictKind.Refuted
        : VerdictKind.Inconclusive;

    private static ImmutableArray<string> ObjectionsTo(ClaimEvidence evidence)
    {
        if (evidence.PairsPresent > evidence.PairsDeclared)
            return evidence.Objections.Add($"the claim declares {evidence.PairsDeclared} pairs but {evidence.PairsPresent} are present");
        return evidence.PairsPresent == evidence.PairsDeclared && evidence.Estimate is null
            ? evidence.Objections.Add($"{evidence.PairsDeclared} pair(s) give no interval; declare at least 2")
            : evidence.Objections;
    }

    private static Verdict Of(ClaimEvidence evidence, VerdictKind kind) => new(kind, evidence.PairsPresent, evidence.PairsDeclared, []);
}
