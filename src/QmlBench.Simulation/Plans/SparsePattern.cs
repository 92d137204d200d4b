namespace QmlBench.Simulation.Plans;

/// <summary>Where a map of k qubits has entries, row by row, and the same pattern transposed.</summary>
internal sealed class SparsePattern
{
    internal SparsePattern(TrigonometricMap map)
    {
        int size = map.Dimension, count = map.CountOfEntries();
        (Entries, Columns, Slots) = (new int[count], new int[count], new int[count]);
        (TransposedColumns, TransposedSlots) = (new int[count], new int[count]);
        (Starts, TransposedStarts) = (new int[size + 1], new int[size + 1]);
        for (int entry = 0, slot = 0; entry < size * size; entry++)
        {
            if (map.IsZero(entry)) continue;
            (Entries[slot], Columns[slot], Slots[slot]) = (entry, entry % size, slot);
            Starts[(entry / size) + 1]++;
            TransposedStarts[(entry % size) + 1]++;
            slot++;
        }

        Sum(Starts);
        Sum(TransposedStarts);
        Transpose(size);
        IsPermutation = map.IsPermutation;
    }

    /// <summary>True if every row and every column has one entry: a permutation with factors, as of a Clifford gate with Pauli noise.</summary>
    internal bool IsPermutation { get; }

    /// <summary>Number of entries.</summary>
    internal int Count => Columns.Length;

    /// <summary>For each entry row·size + column.</summary>
    internal int[] Entries { get; }

    /// <summary>First entry of each row, and the number of entries at the end.</summary>
    internal int[] Starts { get; }

    /// <summary>Column of each entry.</summary>
    internal int[] Columns { get; }

    /// <summary>Coefficient number of each entry: its own.</summary>
    internal int[] Slots { get; }

    /// <summary>First entry of each row of the transposed pattern.</summary>
    internal int[] TransposedStarts { get; }

    /// <summary>Column of each entry of the transposed pattern.</summary>
    internal int[] TransposedColumns { get; }

    /// <summary>Coefficient number of each entry of the transposed pattern.</summary>
    internal int[] TransposedSlots { get; }

    /// <summary>The pattern for the forward product.</summary>
    internal Kernels.SparseView Forward => new(Starts, Columns, Slots);

    /// <summary>The pattern for the transposed product.</summary>
    internal Kernels.SparseView Transposed => new(TransposedStarts, TransposedColumns, TransposedSlots);

    private static void Sum(int[] counts)
    {
        for (int i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
    }

    // Rows come in order, so each column receives its own in order.
    private void Transpose(int size)
    {
        int[] next = [.. TransposedStarts];
        for (int slot = 0; slot < Count; slot++)
        {
            int at = next[Columns[slot]]++;
            (TransposedColumns[at], TransposedSlots[at]) = (Entries[slot] / size, slot);
        }
    }
}
