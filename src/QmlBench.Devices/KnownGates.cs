using System.Collections.Immutable;

namespace QmlBench.Devices;

/// <summary>The gate names a profile may use, with their numbers of operands.</summary>
public sealed class KnownGates
{
    private readonly ImmutableSortedDictionary<string, int> arities;

    /// <summary>Takes names with numbers of operands.</summary>
    /// <param name="gates">Name and number of operands of each gate; no name twice.</param>
    public KnownGates(IEnumerable<KeyValuePair<string, int>> gates) =>
        arities = gates.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Every gate of the catalogue that can be native to a device: OpenQASM's standard gates and the vendors' own.</summary>
    public static KnownGates Catalogue { get; } = new(
    [
        .. Each(1, "id", "x", "y", "z", "h", "s", "sdg", "t", "tdg", "sx", "sxdg", "rx", "ry", "rz", "p", "u1", "u2", "u3", "u"),
        .. Each(1, "r", "prx", "rxy", "phxz", "gpi", "gpi2"),
        .. Each(2, "cx", "cy", "cz", "ch", "cp", "crx", "cry", "crz", "cu", "swap", "iswap", "ecr", "rxx", "ryy", "rzz", "rzx"),
        .. Each(2, "sqrt_iswap", "syc", "fsim", "ms", "zz", "csx", "dcx"),
        .. Each(3, "ccx", "cswap"),
    ]);

    /// <summary>All names, in ordinal order.</summary>
    public IEnumerable<string> Names => arities.Keys;

    /// <summary>Number of operands of a gate.</summary>
    /// <param name="name">Name of the gate.</param>
    /// <returns>The number, or null if the gate is not known.</returns>
    public int? ArityOf(string name) => arities.TryGetValue(name, out int arity) ? arity : null;

    private static IEnumerable<KeyValuePair<string, int>> Each(int arity, params string[] names) =>
        names.Select(name => KeyValuePair.Create(name, arity));
}
