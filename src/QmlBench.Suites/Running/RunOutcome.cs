using System.Collections.Immutable;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Running;

/// <summary>What a run of a plan came to.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Results">The results in the order of the plan; failed trials included.</param>
/// <param name="Ran">Trials that ran now, failed ones included.</param>
/// <param name="Stored">Trials whose result was stored already.</param>
/// <param name="Failed">Trials that failed.</param>
/// <param name="Digest">The digest, or null when a trial failed.</param>
public sealed record RunOutcome(
    Plan Plan, ImmutableArray<TrialResult> Results, int Ran, int Stored, int Failed, string? Digest);
