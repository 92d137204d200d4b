using System.Collections.Immutable;
using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>A mitigation pipeline: techniques in the order they are applied to the values, readout first.</summary>
/// <param name="Name">Name inside the suite; <c>none</c> is the raw value.</param>
/// <param name="Techniques">Techniques as on the command line (<c>readout</c>, <c>zne:linear:1,3</c>, <c>cdr</c>); empty is raw.</param>
public sealed record MitigationSpec(string Name, ImmutableArray<string> Techniques)
{
    /// <summary>The raw value.</summary>
    public static MitigationSpec None { get; } = new("none", []);

    /// <summary>What determines the pipeline, for identities.</summary>
    public CanonicalJson Canonical() => CanonicalJson.Array(Techniques);
}
