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

    /// <summary>The gates of circuits: what a profile may name, and what the ideal device can do.</summary>
    public static KnownGates Catalogue { get; } = new(StandardGates.All.Select(gate => KeyValuePair.Create(gate.Name, gate.QubitCount)));

    /// <summary>All names, in ordinal order.</summary>
    public IEnumerable<string> Names => arities.Keys;

    /// <summary>The catalogue's name of a gate that some vendors call by another: <c>rxy</c> and <c>r</c> are <c>prx</c>.</summary>
    /// <param name="name">A vendor's name.</param>
    /// <returns>The name in the catalogue, or the given one.</returns>
    public static string NameOf(string name) => name is "rxy" or "r" ? StandardGates.PRX.Name : name;

    /// <summary>Number of operands of a gate.</summary>
    /// <param name="name">Name of the gate.</param>
    /// <returns>The number, or null if the gate is not known.</returns>
    public int? ArityOf(string name) => arities.TryGetValue(name, out int arity) ? arity : null;
}
