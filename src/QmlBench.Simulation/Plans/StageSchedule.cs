using System.Collections.Immutable;
using System.Numerics;

namespace QmlBench.Simulation.Plans;

/// <summary>Orders the blocks of a plan so that as many as possible follow one another on few qubits.</summary>
/// <remarks>
/// A stage takes, in the order of the circuit, every block that fits its qubits and does not have to wait for one that does not fit;
/// <see cref="StageQubits"/> chooses them. The order depends on the circuit alone. Registers that fit a part whole keep their order.
/// </remarks>
internal static class StageSchedule
{
    // Qubits of a part: 4^8 coefficients or 2·2^13 parts of amplitudes, 512 KiB or 128 KiB.
    private const int MixedQubits = 8;
    private const int PureQubits = 13;

    // Qubits that every part holds, so that it is made of pieces of 64 or 16 doubles.
    private const int MixedLow = 3;
    private const int PureLow = 4;

    /// <summary>The blocks in the new order, and the stages.</summary>
    internal static (ImmutableArray<PlanBlock> Blocks, ImmutableArray<TileStage> Stages) Of(
        RegisterShape shape, ImmutableArray<PlanBlock> blocks)
    {
        int most = shape.IsPure ? PureQubits : MixedQubits;
        if (shape.QubitCount <= most || blocks.IsEmpty) return (blocks, [new TileStage([], 0, blocks.Length)]);
        ulong low = (1UL << (shape.IsPure ? PureLow : MixedLow)) - 1;
        var ordered = ImmutableArray.CreateBuilder<PlanBlock>(blocks.Length);
        var stages = ImmutableArray.CreateBuilder<TileStage>();
        List<(PlanBlock Block, ulong Qubits)> left = [.. blocks.Select(static b => (b, MaskOf(b)))];
        while (left.Count > 0)
        {
            ulong qubits = StageQubits.Choose([.. left.Take(StageQubits.Horizon).Select(static b => b.Qubits)], low, most);
            int first = ordered.Count;
            left = Take(left, qubits, ordered);
            int count = ordered.Count - first;
            stages.Add(new TileStage(count == 1 ? [] : Filled(qubits, most), first, count));
        }

        return (ordered.ToImmutable(), stages.ToImmutable());
    }

    private static ulong MaskOf(PlanBlock block) => block.Qubits.Aggregate(0UL, static (mask, q) => mask | (1UL << q));

    private static List<(PlanBlock Block, ulong Qubits)> Take(
        List<(PlanBlock Block, ulong Qubits)> left, ulong qubits, ImmutableArray<PlanBlock>.Builder taken)
    {
        ulong waits = 0;
        var rest = new List<(PlanBlock, ulong)>();
        foreach ((PlanBlock block, ulong mask) in left)
        {
            if (StageQubits.Fits(mask, qubits, waits))
            {
                taken.Add(block);
                continue;
            }

            waits |= mask;
            rest.Add((block, mask));
        }

        return rest;
    }

    // A part is never smaller than it may be: more low qubits make longer pieces.
    private static int[] Filled(ulong qubits, int most)
    {
        for (int q = 0; BitOperations.PopCount(qubits) < most; q++) qubits |= 1UL << q;
        return [.. Enumerable.Range(0, 64).Where(q => (qubits >> q & 1) == 1)];
    }
}
