using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>Who computed a result.</summary>
/// <param name="Name">Readable name: <c>ibm_manila_2024-05-27</c>, <c>zne(linear; 1,2,3) on …</c>.</param>
/// <param name="Hash">SHA-256, lower-case hex, of all that determines results: device figures, semantics, options.</param>
/// <param name="Versions">Behaviour versions of the parts, ordered by component.</param>
public sealed record ExecutorIdentity(string Name, string Hash, ImmutableArray<ComponentVersion> Versions);
