namespace QmlBench.Simulation.Plans;

/// <summary>Where a map of k qubits has entries, row by row, and the same pattern transposed.</summary>
internal sealed class SparsePattern
{
    internal SparsePattern(TrigonometricMap map)
    {
        int size = map.Dimension;
        var rows = new List<int>();
        var columns = new List<int>();
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                if (map.IsZero((i * size) + j)) continue;
                rows.Add(i);
                columns.Add(j);
            }
        }

        Entries = [.. rows.Select((row, k) => (row * size) + columns[k])];
        Columns = [.. columns];
        Slots = [.. Enumerable.Range(0, columns.Count)];
        Starts = StartsOf(rows, size);
        int[] order = [.. Slots.OrderBy(k => columns[k]).ThenBy(k => rows[k])];
        TransposedColumns = [.. order.Select(k => rows[k])];
        TransposedSlots = order;
        TransposedStarts = StartsOf([.. order.Select(k => columns[k])], size);
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

    private static int[] StartsOf(IReadOnlyList<int> sortedRows, int size)
    {
        var starts = new int[size + 1];
        foreach (int row in sortedRows) starts[row + 1]++;
        for (int i = 0; i < size; i++) starts[i + 1] += starts[i];
        return starts;
    }
}
