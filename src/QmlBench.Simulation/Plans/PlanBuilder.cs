using QmlBench.Circuits;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// Fuses maps into blocks: one-qubit maps wait for the next map that couples their qubit, noise after a coupling joins it unless it
/// would spoil a permutation.
/// </summary>
/// <remarks>Fusing depends on the structure of the circuit alone, never on values, so every row of a table runs the same plan.</remarks>
internal sealed class PlanBuilder(RegisterShape shape)
{
    // A sweep costs about as much as this many entries of a core; folding two cores pays while it does not add more.
    private const int SweepCost = 96;

    private readonly FactorChain?[] _pending = new FactorChain?[shape.QubitCount];
    private readonly PlanBlock?[] _last = new PlanBlock?[shape.QubitCount];
    private readonly List<PlanBlock> _blocks = [];
    private readonly List<Angle> _angles = [];

    /// <summary>Appends a map that depends on an angle.</summary>
    internal void Add(TrigonometricMap map, Angle angle, ReadOnlySpan<int> operands)
    {
        _angles.Add(angle);
        Add(new MapFactor(map, _angles.Count - 1), operands);
    }

    /// <summary>How the register is stored.</summary>
    internal RegisterShape Shape => shape;

    /// <summary>Appends a constant map.</summary>
    internal void Add(TrigonometricMap map, ReadOnlySpan<int> operands)
    {
        if (!map.IsIdentity) Add(new MapFactor(map, -1), operands);
    }

    /// <summary>The plan of everything added.</summary>
    /// <param name="circuit">The circuit it comes from, which refusals speak of.</param>
    internal StraightPlan Build(NoisyCircuit circuit)
    {
        for (int q = 0; q < shape.QubitCount; q++)
            if (_last[q] is { } block && Recalled(block, [q]) is { } core) Recall(block, core, [q]);
        int[] left = [.. Enumerable.Range(0, shape.QubitCount).Where(q => _pending[q] is not null)];
        for (int i = 0; i < left.Length; i += 2) Open(left[i..Math.Min(i + 2, left.Length)], null);
        return new(circuit, shape, [.. _blocks], [.. _angles]);
    }

    private void Add(MapFactor factor, ReadOnlySpan<int> operands)
    {
        if (operands.Length == 1) AddSingle(factor, operands[0]);
        else AddCoupling(factor, operands);
    }

    private void AddSingle(MapFactor factor, int qubit)
    {
        if (_pending[qubit] is null && _last[qubit] is { Core: { } core } block && factor.IsConstant && IsThin(factor.Map)
            && !(Shifts(factor.Map) && core.Map.IsPermutation))
        {
            block.Core = After(block, core, factor, qubit);
            return;
        }

        (_pending[qubit] ??= new FactorChain()).Add(factor);
    }

    // A core that is a permutation is applied together with the chain before it; a shift would spoil that and costs little in the chain
    // of the next block. Where no next block comes, or one on the same qubits, the map is called back into the core.
    private MapFactor? Recalled(PlanBlock block, int[] qubits)
    {
        MapFactor? core = block.Core;
        foreach (int q in qubits)
        {
            foreach (MapFactor factor in _pending[q]?.Factors ?? [])
            {
                if (!factor.IsConstant || !IsThin(factor.Map)) return null;
                core = core is null ? null : After(block, core, factor, q);
            }
        }

        return core;
    }

    private void Recall(PlanBlock block, MapFactor core, int[] qubits)
    {
        block.Core = core;
        foreach (int q in qubits) _pending[q] = null;
    }

    private static MapFactor? After(PlanBlock block, MapFactor core, MapFactor factor, int qubit) =>
        core.Then(factor.Embed(block.Qubits.Length, [Array.IndexOf(block.Qubits, qubit)]));

    private static bool Shifts(TrigonometricMap map) => !map.IsPure && (!map.IsZero(4) || !map.IsZero(8) || !map.IsZero(12));

    private void AddCoupling(MapFactor factor, ReadOnlySpan<int> operands)
    {
        int[] sorted = operands.ToArray();
        Array.Sort(sorted);
        var positions = new int[operands.Length];
        for (int p = 0; p < positions.Length; p++) positions[p] = Array.IndexOf(sorted, operands[p]);
        MapFactor core = factor.Embed(sorted.Length, positions);
        if (OpenBlock(sorted) is { } block && Recalled(block, sorted) is { } before && before.Then(core) is { } fused
            && Pays(before, core, fused))
            Recall(block, fused, sorted);
        else Open(sorted, core);
    }

    // The block on exactly these qubits that no other has followed, on any of them.
    private PlanBlock? OpenBlock(int[] sorted)
    {
        PlanBlock? block = _last[sorted[0]];
        bool open = block is not null && block.Qubits.AsSpan().SequenceEqual(sorted) && sorted.All(q => _last[q] == block);
        return open ? block : null;
    }

    private void Open(int[] sorted, MapFactor? core)
    {
        var block = new PlanBlock(sorted, [.. sorted.Select(q => _pending[q])], core);
        _blocks.Add(block);
        foreach (int q in sorted)
        {
            _pending[q] = null;
            _last[q] = block;
        }
    }

    private static bool Pays(MapFactor first, MapFactor second, MapFactor fused) =>
        fused.Map.CountOfEntries() <= first.Map.CountOfEntries() + second.Map.CountOfEntries() + SweepCost;

    // At most one entry per row beside the shift: the core keeps its sparsity.
    private static bool IsThin(TrigonometricMap map)
    {
        if (map.IsPure) return map.CountOfEntries() <= map.Dimension;
        for (int i = 0; i < 4; i++)
        {
            int count = 0;
            for (int j = 1; j < 4; j++)
                if (!map.IsZero((4 * i) + j)) count++;
            if (count > 1) return false;
        }

        return true;
    }
}
