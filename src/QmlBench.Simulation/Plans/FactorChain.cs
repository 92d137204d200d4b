using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>The maps of one qubit that act one after another, fused as far as at most one angle stays in each factor.</summary>
internal sealed class FactorChain
{
    // Entries of a 4×4 map that mix X, Y and Z or shift X or Y.
    private static readonly int[] Mixing = [4, 6, 7, 8, 9, 11, 13, 14];

    private readonly List<MapFactor> _factors = [];

    /// <summary>The factors in the order of action.</summary>
    internal IReadOnlyList<MapFactor> Factors => _factors;

    /// <summary>True if some factor has an angle.</summary>
    internal bool HasAngles { get; private set; }

    /// <summary>True if the map may move the centre of the Bloch ball, so that its column I is needed.</summary>
    internal bool Shifts => _factors.Any(static f => !f.Map.IsZero(4) || !f.Map.IsZero(8) || !f.Map.IsZero(12));

    /// <summary>What the maps come to; of a chain on Pauli coefficients.</summary>
    internal ChainForm Form => _factors.All(static f => Mixing.All(f.Map.IsZero)) ? ChainForm.Diagonal : ChainForm.Full;

    /// <summary>Appends a map.</summary>
    internal void Add(MapFactor factor)
    {
        HasAngles |= !factor.IsConstant;
        if (_factors.Count > 0 && _factors[^1].Then(factor) is { } fused) _factors[^1] = fused;
        else _factors.Add(factor);
    }
}
