using System.Numerics;

namespace QmlBench.Numerics.Algebra;

public sealed partial class ComplexMatrix
{
    /// <summary>Sum, entry by entry.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term, of the same shape.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static ComplexMatrix operator +(ComplexMatrix left, ComplexMatrix right)
    {
        RequireSameShape(left, right);
        return Generate(left.Rows, left.Columns, (row, column) => left[row, column] + right[row, column]);
    }

    /// <summary>Difference, entry by entry.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term, of the same shape.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static ComplexMatrix operator -(ComplexMatrix left, ComplexMatrix right)
    {
        RequireSameShape(left, right);
        return Generate(left.Rows, left.Columns, (row, column) => left[row, column] - right[row, column]);
    }

    /// <summary>Multiple, entry by entry.</summary>
    /// <param name="factor">The number.</param>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The multiple.</returns>
    public static ComplexMatrix operator *(Complex factor, ComplexMatrix matrix) =>
        Generate(matrix.Rows, matrix.Columns, (row, column) => factor * matrix[row, column]);

    /// <summary>Multiple, entry by entry.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="factor">The number.</param>
    /// <returns>The multiple.</returns>
    public static ComplexMatrix operator *(ComplexMatrix matrix, Complex factor) => factor * matrix;

    /// <summary>Matrix product.</summary>
    /// <param name="left">Left factor: what acts last.</param>
    /// <param name="right">Right factor, with as many rows as the left one has columns.</param>
    /// <returns>The product.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static ComplexMatrix operator *(ComplexMatrix left, ComplexMatrix right)
    {
        if (left.Columns != right.Rows)
            throw new ArgumentException($"A {Shape(left)} matrix does not multiply a {Shape(right)} one: columns and rows must agree.");
        var entries = new Complex[left.Rows * right.Columns];
        for (int row = 0; row < left.Rows; row++)
        {
            var sums = entries.AsSpan(row * right.Columns, right.Columns);
            for (int inner = 0; inner < left.Columns; inner++) AddMultiple(left[row, inner], right.Row(inner), sums);
        }
        return new(left.Rows, right.Columns, entries);
    }

    /// <summary>Matrix product this · right.</summary>
    /// <param name="right">Right factor, with as many rows as this has columns.</param>
    /// <returns>The product.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public ComplexMatrix Multiply(ComplexMatrix right) => this * right;

    /// <summary>Conjugate transpose.</summary>
    /// <returns>The adjoint.</returns>
    public ComplexMatrix Adjoint() => Generate(Columns, Rows, (row, column) => Complex.Conjugate(this[column, row]));

    /// <summary>Complex conjugate, entry by entry.</summary>
    /// <returns>The conjugate.</returns>
    public ComplexMatrix Conjugate() => Generate(Rows, Columns, (row, column) => Complex.Conjugate(this[row, column]));

    /// <summary>Rows and columns exchanged, nothing conjugated.</summary>
    /// <returns>The transpose.</returns>
    public ComplexMatrix Transpose() => Generate(Columns, Rows, (row, column) => this[column, row]);

    /// <summary>Sum of the diagonal, in order.</summary>
    /// <returns>The trace.</returns>
    /// <exception cref="InvalidOperationException">The matrix is not square.</exception>
    public Complex Trace()
    {
        RequireSquare("trace");
        Complex sum = 0;
        for (int i = 0; i < Rows; i++) sum += this[i, i];
        return sum;
    }

    /// <summary>Kronecker product: the right factor acts on the less significant qubits.</summary>
    /// <param name="left">Factor of the blocks.</param>
    /// <param name="right">The block that is repeated.</param>
    /// <returns>The product, with entry (i·r + k, j·c + l) = left(i, j) · right(k, l) for an r × c right factor.</returns>
    public static ComplexMatrix Kronecker(ComplexMatrix left, ComplexMatrix right) =>
        Generate(left.Rows * right.Rows, left.Columns * right.Columns, (row, column) =>
            left[row / right.Rows, column / right.Columns] * right[row % right.Rows, column % right.Columns]);

    /// <summary>Largest modulus of a difference of entries.</summary>
    /// <param name="left">First matrix.</param>
    /// <param name="right">Second matrix, of the same shape.</param>
    /// <returns>max |left − right|; NaN if an entry is.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double MaxAbsDifference(ComplexMatrix left, ComplexMatrix right)
    {
        RequireSameShape(left, right);
        double largest = 0;
        for (int i = 0; i < left._entries.Length; i++) largest = Math.Max(largest, Modulus(left._entries[i] - right._entries[i]));
        return largest;
    }

    /// <summary>Whether U U† is the identity.</summary>
    /// <param name="tolerance">Largest modulus of an entry of U U† − 1.</param>
    /// <returns>True for a unitary matrix, false also if it is not square.</returns>
    public bool IsUnitary(double tolerance = 1e-10) => IsSquare && MaxAbsDifference(this * Adjoint(), Identity(Rows)) <= tolerance;

    /// <summary>Whether the matrix equals its adjoint.</summary>
    /// <param name="tolerance">Largest modulus of an entry of A − A†.</param>
    /// <returns>True for a Hermitian matrix, false also if it is not square.</returns>
    public bool IsHermitian(double tolerance = 1e-10) => IsSquare && MaxAbsDifference(this, Adjoint()) <= tolerance;

    /// <summary>The square root of the sum of squares, without the C library; NaN stays NaN.</summary>
    private static double Modulus(Complex value) => Math.Sqrt((value.Real * value.Real) + (value.Imaginary * value.Imaginary));

    private static void AddMultiple(Complex factor, ReadOnlySpan<Complex> row, Span<Complex> sums)
    {
        for (int i = 0; i < sums.Length; i++) sums[i] += factor * row[i];
    }

    private static void RequireSameShape(ComplexMatrix left, ComplexMatrix right)
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
            throw new ArgumentException($"The matrices must have one shape, but they are {Shape(left)} and {Shape(right)}.");
    }

    private void RequireSquare(string what)
    {
        if (!IsSquare) throw new InvalidOperationException($"Only a square matrix has a {what}; this one is {Shape(this)}.");
    }

    private static string Shape(ComplexMatrix matrix) => $"{matrix.Rows} × {matrix.Columns}";
}
