using System.Collections.Immutable;

namespace QmlBench.Suites.Results;

/// <summary>One run of a suite: which trials it holds, what they digest to, where it ran.</summary>
/// <param name="Name">Short hash; the same content has the same name.</param>
/// <param name="Suite">Name of the suite.</param>
/// <param name="Title">Title of the suite.</param>
/// <param name="Description">What the suite is for.</param>
/// <param name="ConfigHash">SHA-256 of the canonical configuration.</param>
/// <param name="Config">The suite file as read.</param>
/// <param name="Seed">Seed.</param>
/// <param name="StartedUtc">Start, ISO 8601.</param>
/// <param name="FinishedUtc">End, ISO 8601, or empty while it runs.</param>
/// <param name="Digest">The digest, or null when a trial failed.</param>
/// <param name="ResultKeys">Result keys of the trials in the order of their identities.</param>
/// <param name="Claims">What became of the claims.</param>
/// <param name="Environment">Commit, runtime, system, processor, SIMD, by name.</param>
public sealed record RunRecord(
    string Name,
    string Suite,
    string Title,
    string Description,
    string ConfigHash,
    string Config,
    ulong Seed,
    string StartedUtc,
    string FinishedUtc,
    string? Digest,
    ImmutableArray<string> ResultKeys,
    ImmutableArray<ClaimOutcome> Claims,
    ImmutableSortedDictionary<string, string> Environment);
