using System.Collections.Immutable;
using System.Numerics;

namespace QmlBench.Numerics.Algebra;

/// <summary>A small dense matrix of complex doubles, row by row. Immutable; no operation changes a matrix it is given.</summary>
/// <remarks>Products and sums are computed in the order of the textbook, real and imaginary parts with separate roundings and
/// nothing fused, so bits do not depend on the machine. Meant for gates and channels (up to a few hundred rows), not for
/// registers.</remarks>
public sealed partial class ComplexMatrix : IEquatable<ComplexMatrix>
{
    private readonly Complex[] _entries;

    private ComplexMatrix(int rows, int columns, Complex[] entries) => (Rows, Columns, _entries) = (rows, columns, entries);

    /// <summary>Makes a matrix of given entries.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <param name="entries">Entries, row by row; they are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1.</exception>
    /// <exception cref="ArgumentException">There are not rows · columns entries.</exception>
    public ComplexMatrix(int rows, int columns, ReadOnlySpan<Complex> entries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (entries.Length != rows * columns)
            throw new ArgumentException($"A {rows} × {columns} matrix does not have {entries.Length} entries.", nameof(entries));
        (Rows, Columns, _entries) = (rows, columns, entries.ToArray());
    }

    /// <summary>Makes a matrix of a two-dimensional array, <c>entries[row, column]</c>.</summary>
    /// <param name="entries">Entries; they are copied.</param>
    /// <exception cref="ArgumentException">The array is empty.</exception>
    public ComplexMatrix(Complex[,] entries)
        : this(entries.GetLength(0), entries.GetLength(1), [.. entries.Cast<Complex>()])
    {
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Whether there are as many rows as columns.</summary>
    public bool IsSquare => Rows == Columns;

    /// <summary>All entries, row by row.</summary>
    public ReadOnlySpan<Complex> Span => _entries;

    /// <summary>One entry.</summary>
    /// <param name="row">Row from 0.</param>
    /// <param name="column">Column from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside the matrix.</exception>
    public Complex this[int row, int column]
    {
        get
        {
            if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
                throw new ArgumentOutOfRangeException(nameof(row), $"({row}, {column}) is outside a {Rows} × {Columns} matrix.");
            return _entries[(row * Columns) + column];
        }
    }

    /// <summary>One row.</summary>
    /// <param name="row">Row from 0.</param>
    /// <returns>Its entries.</returns>
    public ReadOnlySpan<Complex> Row(int row) => _entries.AsSpan(row * Columns, Columns);

    /// <summary>The identity on n dimensions.</summary>
    /// <param name="n">Number of rows and columns.</param>
    /// <returns>The matrix.</returns>
    public static ComplexMatrix Identity(int n) => Generate(n, n, static (row, column) => row == column ? 1 : 0);

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <returns>The matrix.</returns>
    public static ComplexMatrix Zero(int rows, int columns) => Generate(rows, columns, static (_, _) => 0);

    /// <summary>A diagonal matrix.</summary>
    /// <param name="diagonal">Its diagonal.</param>
    /// <returns>The matrix.</returns>
    public static ComplexMatrix Diagonal(params ImmutableArray<Complex> diagonal) =>
        Generate(diagonal.Length, diagonal.Length, (row, column) => row == column ? diagonal[row] : 0);

    /// <summary>A matrix given by a formula.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <param name="entry">The entry at (row, column).</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1.</exception>
    public static ComplexMatrix Generate(int rows, int columns, Func<int, int, Complex> entry)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var entries = new Complex[rows * columns];
        for (int i = 0; i < entries.Length; i++) entries[i] = entry(i / columns, i % columns);
        return new(rows, columns, entries);
    }

    /// <summary>Whether shape and all entries are equal, bit for bit up to the sign of zero.</summary>
    /// <param name="other">The other matrix.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(ComplexMatrix? other) => other is not null && Columns == other.Columns && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ComplexMatrix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns, _entries[0], _entries[^1]);

    /// <summary>The rows, one a line.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() =>
        string.Join('\n', Enumerable.Range(0, Rows).Select(row => $"[{string.Join(", ", Row(row).ToArray())}]"));
}
