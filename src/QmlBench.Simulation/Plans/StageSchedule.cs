using System.Collections.Immutable;

namespace QmlBench.Simulation.Plans;

/// <summary>Orders the blocks of a plan so that as many as possible follow one another on few qubits.</summary>
/// <remarks>
/// A stage takes, in the order of the circuit, every block that fits its qubits and does not have to wait for one that does not fit.
/// The order depends on the circuit alone. Registers that fit a part whole keep their order.
/// </remarks>
internal static class StageSchedule
{
    /// <summary>Qubits of a part: 4^7 coefficients or 2·2^13 parts of amplitudes, 128 KiB or 128 KiB.</summary>
    private const int MixedQubits = 8;
    private const int PureQubits = 13;

    // Qubits that every part holds, so that it is made of pieces of 16 doubles, two cache lines.
    private const int MixedLow = 3;
    private const int PureLow = 4;

    /// <summary>The blocks in the new order, and the stages.</summary>
    internal static (ImmutableArray<PlanBlock> Blocks, ImmutableArray<TileStage> Stages) Of(
        RegisterShape shape, ImmutableArray<PlanBlock> blocks)
    {
        int most = shape.IsPure ? PureQubits : MixedQubits;
        if (shape.QubitCount <= most || blocks.IsEmpty) return (blocks, [new TileStage([], 0, blocks.Length)]);
        var ordered = ImmutableArray.CreateBuilder<PlanBlock>();
        var stages = ImmutableArray.CreateBuilder<TileStage>();
        List<PlanBlock> left = [.. blocks];
        while (left.Count > 0)
        {
            var qubits = new SortedSet<int>(Enumerable.Range(0, shape.IsPure ? PureLow : MixedLow));
            int first = ordered.Count;
            left = Take(left, qubits, most, shape.QubitCount, ordered);
            int count = ordered.Count - first;
            stages.Add(new TileStage(count == 1 ? [] : Filled(qubits, most), first, count));
        }

        return (ordered.ToImmutable(), stages.ToImmutable());
    }

    private static List<PlanBlock> Take(
        List<PlanBlock> left, SortedSet<int> qubits, int most, int register, ImmutableArray<PlanBlock>.Builder taken)
    {
        var waits = new bool[register];
        var rest = new List<PlanBlock>();
        foreach (PlanBlock block in left)
        {
            bool fits = !block.Qubits.Any(q => waits[q]) && qubits.Union(block.Qubits).Count() <= most;
            if (fits)
            {
                qubits.UnionWith(block.Qubits);
                taken.Add(block);
                continue;
            }

            foreach (int q in block.Qubits) waits[q] = true;
            rest.Add(block);
        }

        return rest;
    }

    // A part is never smaller than it may be: more low qubits make longer pieces.
    private static int[] Filled(SortedSet<int> qubits, int most)
    {
        for (int q = 0; qubits.Count < most; q++) qubits.Add(q);
        return [.. qubits];
    }
}
