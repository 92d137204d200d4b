using System.Collections.Immutable;

namespace QmlBench.Devices;

/// <summary>A gate the device can perform: either virtual (free of noise, no time, on every qubit or coupler) or with figures per
/// site.</summary>
/// <remarks>Sites are kept sorted by their operands, so two gates with the same figures are equal however they were listed.</remarks>
public sealed record NativeGate
{
    private NativeGate(string name, int arity, bool isVirtual, ValueList<GateSite> sites)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(arity);
        Name = name;
        Arity = arity;
        IsVirtual = isVirtual;
        Sites = sites;
    }

    /// <summary>Name in the gate catalogue.</summary>
    public string Name { get; }

    /// <summary>Number of operands.</summary>
    public int Arity { get; }

    /// <summary>Whether the gate is done in software: no noise, no time, allowed on every qubit (or every coupler for two
    /// operands).</summary>
    public bool IsVirtual { get; }

    /// <summary>Places with figures, sorted by operands; empty for a virtual gate.</summary>
    public ValueList<GateSite> Sites { get; }

    /// <summary>A gate done in software.</summary>
    /// <param name="name">Name in the gate catalogue.</param>
    /// <param name="arity">Number of operands.</param>
    /// <returns>The gate.</returns>
    public static NativeGate Virtual(string name, int arity) => new(name, arity, isVirtual: true, []);

    /// <summary>A gate with figures per site.</summary>
    /// <param name="name">Name in the gate catalogue.</param>
    /// <param name="arity">Number of operands.</param>
    /// <param name="sites">The sites, in any order.</param>
    /// <returns>The gate.</returns>
    /// <exception cref="ArgumentException">A site has another number of operands, or two sites speak about the same operands.</exception>
    public static NativeGate Physical(string name, int arity, IEnumerable<GateSite> sites)
    {
        ImmutableArray<GateSite> sorted = [.. sites.Order(ByOperands)];
        if (sorted.FirstOrDefault(s => s.Qubits.Count != arity) is { } odd)
            throw new ArgumentException($"Gate '{name}' has {arity} operand(s); site {odd.Key()} has {odd.Qubits.Count}.", nameof(sites));
        if (FirstClash(sorted) is { } clash)
            throw new ArgumentException($"Gate '{name}' has two sites for {clash.Key()}.", nameof(sites));
        return new(name, arity, isVirtual: false, new(sorted));
    }

    /// <summary>The figures for given operands.</summary>
    /// <param name="qubits">The operands in order.</param>
    /// <returns>The site; null if the gate has no figures there (always null for a virtual gate).</returns>
    public GateSite? SiteFor(params ReadOnlySpan<int> qubits)
    {
        if (Search(qubits) is { } site)
            return site;
        if (qubits.Length != 2 || qubits[0] < qubits[1])
            return null;
        return Search([qubits[1], qubits[0]]) is { BothOrders: true } turned ? turned : null;
    }

    private GateSite? Search(ReadOnlySpan<int> qubits)
    {
        int low = 0, high = Sites.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = Sites[middle].Qubits.AsSpan().SequenceCompareTo(qubits);
            if (order == 0)
                return Sites[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }

    private static readonly Comparer<GateSite> ByOperands =
        Comparer<GateSite>.Create((a, b) => a.Qubits.AsSpan().SequenceCompareTo(b.Qubits.AsSpan()));

    private static GateSite? FirstClash(ImmutableArray<GateSite> sorted)
    {
        var seen = new HashSet<ValueList<int>>();
        foreach (GateSite site in sorted)
        {
            bool fresh = seen.Add(site.Qubits);
            if (site.BothOrders)
                fresh &= seen.Add([site.Qubits[1], site.Qubits[0]]);
            if (!fresh)
                return site;
        }
        return null;
    }
}
