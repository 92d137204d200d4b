using System.Numerics;

namespace QmlBench.Simulation.Plans;

/// <summary>Chooses the qubits of a stage so that it takes many blocks before it has to be left.</summary>
/// <remarks>
/// From the first and from the last block that wait for nothing, the set grows by the qubits of the waiting block that lets the most
/// blocks in for each qubit added; the better of the two sets is taken. Against adding qubits in the order of the circuit this halves
/// the stages of a ladder (24 qubits, 6 layers: 6 instead of 12), and each stage reads and writes the whole state once.
/// </remarks>
internal static class StageQubits
{
    /// <summary>Blocks looked at, at most; what comes later decides nothing.</summary>
    internal const int Horizon = 512;

    /// <summary>True if a block fits a stage and does not wait for one that was left.</summary>
    internal static bool Fits(ulong block, ulong qubits, ulong waits) => (block & waits) == 0 && (block & ~qubits) == 0;

    /// <summary>The qubits of the next stage.</summary>
    /// <param name="blocks">The qubits of each block that is left, in order, as bits.</param>
    /// <param name="low">Qubits that every stage holds.</param>
    /// <param name="most">Most qubits of a stage.</param>
    internal static ulong Choose(ReadOnlySpan<ulong> blocks, ulong low, int most)
    {
        ulong waits = 0, last = 0;
        foreach (ulong block in blocks)
        {
            if ((block & waits) == 0) last = block;
            waits |= block;
        }

        ulong fromFirst = Grow(blocks, low | blocks[0], most), fromLast = Grow(blocks, low | last, most);
        return Count(blocks, fromLast) > Count(blocks, fromFirst) ? fromLast : fromFirst;
    }

    private static ulong Grow(ReadOnlySpan<ulong> blocks, ulong qubits, int most)
    {
        while (Addition(blocks, qubits, most - BitOperations.PopCount(qubits)) is var more and not 0) qubits |= more;
        return qubits;
    }

    // The qubits that the best waiting block would add, 0 if none fits: most blocks for each qubit, then the lowest qubits.
    private static ulong Addition(ReadOnlySpan<ulong> blocks, ulong qubits, int room)
    {
        ulong best = 0, waits = 0;
        int bestCount = 0;
        foreach (ulong block in blocks)
        {
            ulong more = block & ~qubits;
            if (more == 0) continue;
            int size = BitOperations.PopCount(more);
            if ((block & waits) == 0 && size <= room)
            {
                int count = Count(blocks, qubits | more), bestSize = Math.Max(1, BitOperations.PopCount(best));
                bool isBetter = count * bestSize > bestCount * size || (count * bestSize == bestCount * size && more < best);
                if (isBetter) (best, bestCount) = (more, count);
            }

            waits |= block;
        }

        return best;
    }

    private static int Count(ReadOnlySpan<ulong> blocks, ulong qubits)
    {
        ulong waits = 0;
        int count = 0;
        foreach (ulong block in blocks)
        {
            if (Fits(block, qubits, waits))
            {
                count++;
                continue;
            }

            waits |= block;
            if ((waits & qubits) == qubits) break;
        }

        return count;
    }
}
