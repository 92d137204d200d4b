using System.Collections.Immutable;
using QmlBench.Circuits.Gates;

namespace QmlBench.Devices;

/// <summary>The gate names a profile may use, with their numbers of operands.</summary>
public sealed class KnownGates
{
    private readonly ImmutableSortedDictionary<string, int> arities;

    /// <summary>Takes names with numbers of operands.</summary>
    /// <param name="gates">Name and number of operands of each gate; no name twice.</param>
    public KnownGates(IEnumerable<KeyValuePair<string, int>> gates) =>
        arities = gates.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The gate catalogue of circuits: what the ideal device can do.</summary>
    public static KnownGates Standard { get; } = new(StandardGates.All.Select(gate => KeyValuePair.Create(gate.Name, gate.QubitCount)));

    /// <summary>Every gate a profile may name: the catalogue, and names under which vendors publish figures.</summary>
    /// <remarks>A name that is not in the catalogue (<c>phxz</c>, <c>sqrt_iswap</c>, <c>rxy</c>, <c>zz</c>) keeps its figures in the
    /// profile, but no circuit can contain it, so a compiler passes over it.</remarks>
    public static KnownGates Catalogue { get; } = new(
        Standard.arities.SetItems([new("r", 1), new("rxy", 1), new("phxz", 1), new("sqrt_iswap", 2), new("zz", 2)]));

    /// <summary>All names, in ordinal order.</summary>
    public IEnumerable<string> Names => arities.Keys;

    /// <summary>Number of operands of a gate.</summary>
    /// <param name="name">Name of the gate.</param>
    /// <returns>The number, or null if the gate is not known.</returns>
    public int? ArityOf(string name) => arities.TryGetValue(name, out int arity) ? arity : null;
}
