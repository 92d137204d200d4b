using System.Collections.Immutable;
using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>How circuits are run.</summary>
/// <param name="Shots">Shots of one value, everything a technique spends on it included; 0 = exact.</param>
/// <param name="Method"><c>auto</c> or <c>exact</c>.</param>
/// <param name="Effort">Compilation effort.</param>
/// <param name="Schedule"><c>alap</c>, <c>asap</c> or <c>none</c>.</param>
/// <param name="Semantics">Noise semantics by name; empty = the profile's own.</param>
/// <param name="Without">Noise sources switched off, ordered.</param>
public sealed record ExecutionSpec(
    long Shots, string Method, int Effort, string Schedule, string Semantics, ImmutableArray<string> Without)
{
    /// <summary>What determines the execution, for identities.</summary>
    public CanonicalJson Canonical() => CanonicalJson.Object(
        ("effort", Effort), ("method", Method), ("schedule", Schedule), ("semantics", Semantics), ("shots", Shots),
        ("without", CanonicalJson.Array(Without)));
}
