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
        List<Waiting> left = [.. blocks.Select(static b => new Waiting(b, MaskOf(b)))];
        var masks = new ulong[Math.Min(blocks.Length, StageQubits.Horizon)];
        while (left.Count > 0)
        {
            int seen = Math.Min(left.Count, masks.Length);
            for (int b = 0; b < seen; b++) masks[b] = left[b].Qubits;
            ulong qubits = StageQubits.Choose(masks.AsSpan(0, seen), low, most);
            int first = ordered.Count;
            left = Take(left, qubits, ordered);
            int count = ordered.Count - first;
            stages.Add(new TileStage(count == 1 ? [] : Filled(qubits, most), first, count));
        }

        return (ordered.ToImmutable(), stages.ToImmutable());
    }

    private static ulong MaskOf(PlanBlock block)
    {
        ulong mask = 0;
        foreach (int q in block.Qubits) mask |= 1UL << q;
        return mask;
    }

    private static List<Waiting> Take(List<Waiting> left, ulong qubits, ImmutableArray<PlanBlock>.Builder taken)
    {
        ulong waits = 0;
        var rest = new List<Waiting>();
        foreach (Waiting one in left)
        {
            if (StageQubits.Fits(one.Qubits, qubits, waits))
            {
                taken.Add(one.Block);
                continue;
            }

            waits |= one.Qubits;
            rest.Add(one);
        }

        return rest;
    }

    // A part is never smaller than it may be: more low qubits make longer pieces.
    private static int[] Filled(ulong qubits, int most)
    {
        for (int q = 0; BitOperations.PopCount(qubits) < most; q++) qubits |= 1UL << q;
        return [.. Enumerable.Range(0, 64).Where(q => (qubits >> q & 1) == 1)];
    }

    // A class: lists of structs are compiled when the program starts, lists of references are compiled with the runtime.
    private sealed record Waiting(PlanBlock Block, ulong Qubits);
}
