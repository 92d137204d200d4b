using System.Collections.Immutable;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>Judges the claims of a suite together: Holm gives each its level, the level its interval, the interval its verdict.</summary>
/// <remarks>
/// A claim enters Holm's ladder with the two-sided p of "the difference equals its margin ε", because every conclusive verdict
/// places the difference on one side of ε: the 1 − α interval excludes ε exactly if that p is below α. So ladder and intervals
/// cannot contradict each other. Claims that are interim, invalid or left out have no p but count in the number of claims, so that
/// <c>--only</c> and unfinished runs never make the others' levels milder. A claim whose declared pairs cannot reach its α over the
/// number of claims is invalid (<see cref="SmallestReachableP"/>). The whole rule: <c>src/decisions/0010-verdict-rule.md</c>.
/// </remarks>
public static class ClaimFamily
{
    /// <summary>Judges all claims of a suite.</summary>
    /// <param name="claims">Evidence per claim; every claim the suite states, also those left out of this run.</param>
    /// <returns>One judgement per claim, in the order given; empty for no claims.</returns>
    public static ImmutableArray<ClaimJudgement> Judge(IReadOnlyList<ClaimEvidence> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (claims.Count == 0) return [];
        ClaimEvidence[] checkedClaims = [.. claims.Select(claim => WithReach(claim, claims.Count))];
        double?[] p = [.. checkedClaims.Select(claim => claim.IsComplete ? claim.Estimate!.PTwoSided(claim.Margin) : (double?)null)];
        var holm = HolmAdjustment.Over(p, [.. checkedClaims.Select(claim => claim.Alpha)]);
        return [.. checkedClaims.Select((claim, i) => new ClaimJudgement(
            VerdictRule.Decide(claim, holm.Levels[i]), holm.Levels[i], claim.Estimate?.Interval(holm.Levels[i]), p[i], holm.AdjustedP[i]))];
    }

    private static ClaimEvidence WithReach(ClaimEvidence claim, int claims) =>
        SmallestReachableP.Objection(claim.PairsDeclared, claim.Alpha, claims) is { } objection
            ? claim with { Objections = claim.Objections.Add(objection) }
            : claim;
}
