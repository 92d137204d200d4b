using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>How circuits are run.</summary>
/// <param name="Shots">Shots of one value, everything a technique spends on it included; 0 = exact.</param>
/// <param name="Method">One of <see cref="MethodNames.Supported"/>.</param>
/// <param name="Effort">Compilation effort.</param>
/// <param name="Schedule"><c>alap</c>, <c>asap</c> or <c>none</c>.</param>
/// <param name="Semantics">Noise semantics by name; empty = the profile's own.</param>
/// <param name="Without">Noise sources switched off, ordered.</param>
/// <param name="Bind">How parameters enter a compiled circuit: <c>template</c> or <c>refuse</c>.</param>
/// <param name="Objective">What compiled circuits are chosen by: <c>fidelity</c>, <c>two-qubit</c> or <c>depth</c>.</param>
public sealed record ExecutionSpec(
    long Shots, string Method, int Effort, string Schedule, string Semantics, ImmutableArray<string> Without,
    string Bind, string Objective)
{
    /// <summary>Standard error that values by trajectories aim at.</summary>
    public double Precision { get; init; } = Limits.DefaultStandardError;

    /// <summary>Noise sources switched on beside those of semantics and profile, ordered.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>The only noise sources that act, ordered; null for those of semantics and profile.</summary>
    public ImmutableArray<string>? Sources { get; init; }

    /// <summary>What is done where a reported error is below what T1 and T2 give; empty = the profile's own.</summary>
    public string CoherenceLimit { get; init; } = string.Empty;

    /// <summary>What determines the execution, for identities. Defaults of later keys are left out, so that identities stay.</summary>
    public CanonicalJson Canonical() => CanonicalJson.Object(
        [.. Compilation(), .. Noise(), .. Sampling(), ("method", Method), ("schedule", Schedule), ("semantics", Semantics), ("shots", Shots),
        ("without", CanonicalJson.Array(Without))]);

    private IEnumerable<(string Key, CanonicalJson Value)> Noise()
    {
        if (!With.IsEmpty)
            yield return ("with", CanonicalJson.Array(With));
        if (Sources is { } sources)
            yield return ("sources", CanonicalJson.Array(sources));
        if (CoherenceLimit.Length > 0)
            yield return ("coherence_limit", CoherenceLimit);
    }

    /// <summary>What determines compiled circuits, but for the schedule.</summary>
    public IEnumerable<(string Key, CanonicalJson Value)> Compilation()
    {
        yield return ("effort", Effort);
        if (Bind != CompileWords.Bindings[0])
            yield return ("bind", Bind);
        if (Objective != CompileWords.Objectives[0])
            yield return ("objective", Objective);
    }

    private IEnumerable<(string Key, CanonicalJson Value)> Sampling()
    {
        if (!Precision.Equals(Limits.DefaultStandardError))
            yield return ("precision", Precision);
    }
}
