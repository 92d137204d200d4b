using System.Collections.Immutable;
using QmlBench.Suites.Canonical;
using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Planning;

/// <summary>Everything a suite would run, in the order of the trials' identities.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Cases">The cases in the order of the suite's lists.</param>
/// <param name="Trials">The trials, ascending by identity hash: the order of the digest.</param>
/// <param name="IsPartial">True when <c>--only</c> left cases out.</param>
public sealed record Plan(Suite Suite, ImmutableArray<Case> Cases, ImmutableArray<Trial> Trials, bool IsPartial)
{
    /// <summary>
    /// Name of a run of this plan: the first eight hex digits of the SHA-256 over the suite's name, its claims with their terms and
    /// expectations, and the result keys. The same content has the same name on every machine; another claim is another run.
    /// </summary>
    public string RunName => CanonicalJson.Object(
        ("claims", CanonicalJson.Array(Suite.Claims.Select(claim => CanonicalJson.Object(
            ("expect", claim.Expect), ("name", claim.Name), ("statement", claim.Statement), ("terms", claim.Terms()))))),
        ("suite", Suite.Name),
        ("trials", CanonicalJson.Array(Trials.Select(trial => trial.ResultKey)))).Hash[..8];
}
