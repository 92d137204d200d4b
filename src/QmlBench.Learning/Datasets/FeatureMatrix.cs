namespace QmlBench.Learning.Datasets;

/// <summary>
/// Samples as rows, features as columns, row-major and immutable. Every model and every transform speaks it.
/// </summary>
public sealed class FeatureMatrix
{
    private readonly double[] _values;

    private FeatureMatrix(int rows, int columns, double[] values)
    {
        Rows = rows;
        Columns = columns;
        _values = values;
    }

    /// <summary>Number of samples.</summary>
    public int Rows { get; }

    /// <summary>Number of features.</summary>
    public int Columns { get; }

    /// <summary>All values, index row · <see cref="Columns"/> + column.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>All values as memory, index row · <see cref="Columns"/> + column.</summary>
    public ReadOnlyMemory<double> Memory => _values;

    /// <summary>One feature of one sample.</summary>
    public double this[int row, int column] => _values[(row * Columns) + column];

    /// <summary>The features of one sample.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>Copies values into a matrix.</summary>
    /// <param name="rows">Number of samples, 0 allowed.</param>
    /// <param name="columns">Number of features, at least 1.</param>
    /// <param name="values">rows · columns finite values, row-major.</param>
    /// <exception cref="ArgumentException">The number of values is not rows · columns, or a value is not finite.</exception>
    public static FeatureMatrix Copy(int rows, int columns, ReadOnlySpan<double> values) => Own(rows, columns, values.ToArray());

    /// <summary>Copies rows of equal length into a matrix.</summary>
    /// <exception cref="ArgumentException">There is no row, the rows differ in length, or a value is not finite.</exception>
    public static FeatureMatrix FromRows(IReadOnlyList<double[]> rows)
    {
        if (rows.Count == 0)
            throw new ArgumentException("A feature matrix made from rows needs at least one.", nameof(rows));
        var columns = rows[0].Length;
        var values = new double[rows.Count * columns];
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Length != columns)
                throw new ArgumentException($"Row {row} has {rows[row].Length} features where row 0 has {columns}.", nameof(rows));
            rows[row].CopyTo(values, row * columns);
        }

        return Own(rows.Count, columns, values);
    }

    /// <summary>The rows named by <paramref name="indices"/>, in that order; a row may be named twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a row.</exception>
    public FeatureMatrix Select(ReadOnlySpan<int> indices)
    {
        var selected = new double[indices.Length * Columns];
        for (var i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Rows)
                throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"Rows are numbered 0 to {Rows - 1}.");
            Row(indices[i]).CopyTo(selected.AsSpan(i * Columns, Columns));
        }

        return new(indices.Length, Columns, selected);
    }

    /// <summary>These rows followed by those of <paramref name="below"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of features differ.</exception>
    public FeatureMatrix Stack(FeatureMatrix below)
    {
        if (below.Columns != Columns)
            throw new ArgumentException($"Rows of {below.Columns} features cannot follow rows of {Columns}.", nameof(below));
        return new(Rows + below.Rows, Columns, [.. _values, .. below._values]);
    }

    internal static FeatureMatrix Own(int rows, int columns, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length != (long)rows * columns)
            throw new ArgumentException(
                $"{rows} rows of {columns} features need {(long)rows * columns} values, not {values.Length}.", nameof(values));
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0
            ? new(rows, columns, values)
            : throw new ArgumentException(
                $"Feature {bad % columns} of row {bad / columns} is {values[bad]}; features must be finite.", nameof(values));
    }
}
