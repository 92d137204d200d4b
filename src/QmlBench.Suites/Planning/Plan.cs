using System.Collections.Immutable;
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
    /// Name of a run of this plan: the first eight hex digits of the SHA-256 over the suite's name and the result keys, so the same
    /// content has the same name on every machine.
    /// </summary>
    public string RunName =>
        Canonical.CanonicalJson.Array([Suite.Name, .. Trials.Select(trial => trial.ResultKey)]).Hash[..8];
}
