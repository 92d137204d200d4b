namespace QmlBench.Emulation.Waist;

/// <summary>Parameter values of many rows: trained weights once, features per row.</summary>
/// <param name="Shared">The columns, with the values that all rows share.</param>
/// <param name="Own">Each row's own values, row-major, in order of the columns that are not shared.</param>
/// <param name="Rows">Number of rows.</param>
public readonly record struct RowTable(Columns Shared, ReadOnlyMemory<double> Own, int Rows)
{
    /// <summary>One row without parameters, or with shared ones alone.</summary>
    public static RowTable Single(Columns columns) => new(columns, ReadOnlyMemory<double>.Empty, 1);

    /// <summary>Writes row <paramref name="row"/> in the order of the program's parameters.</summary>
    public void Fill(int row, Span<double> values) =>
        Shared.Fill(Own.Span.Slice(row * Shared.OwnCount, Shared.OwnCount), values);

    /// <summary>All rows with all columns, row-major.</summary>
    /// <exception cref="ArgumentException">The number of own values is not rows × own columns, or a value is not finite.</exception>
    public double[] ToDense()
    {
        if (Own.Length != (long)Rows * Shared.OwnCount)
        {
            throw new ArgumentException(
                $"A table of {Rows} rows with {Shared.OwnCount} own columns needs {(long)Rows * Shared.OwnCount} values, "
                + $"not {Own.Length}.");
        }

        var dense = new double[Rows * Shared.Count];
        for (var row = 0; row < Rows; row++)
        {
            Fill(row, dense.AsSpan(row * Shared.Count, Shared.Count));
        }

        var bad = Array.FindIndex(dense, value => !double.IsFinite(value));
        return bad < 0
            ? dense
            : throw new ArgumentException(
                $"Parameter '{Shared.Names[bad % Shared.Count]}' of row {bad / Shared.Count} is {dense[bad]}; parameters must be finite.");
    }
}
