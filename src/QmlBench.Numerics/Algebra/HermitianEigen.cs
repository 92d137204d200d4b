using System.Collections.Immutable;
using System.Numerics;

namespace QmlBench.Numerics.Algebra;

/// <summary>Eigenvalues and eigenvectors of a Hermitian matrix.</summary>
/// <param name="Values">Eigenvalues from the largest to the smallest.</param>
/// <param name="Vectors">n × n: column k is the eigenvector of unit length of value k, its entry of largest modulus (the first
/// such) real and positive.</param>
/// <remarks>Cyclic Jacobi rotations in a fixed order: bits depend on the matrix alone. Meant for n up to some hundreds.</remarks>
public sealed record HermitianEigen(ImmutableArray<double> Values, ComplexMatrix Vectors)
{
    private const int MostSweeps = 60;
    private const double Negligible = 1e-18;

    /// <summary>Decomposes A = V diag(values) V†.</summary>
    /// <param name="matrix">n × n; the lower triangle is read, the upper one taken to be its conjugate.</param>
    /// <returns>Values and vectors; they reproduce the matrix to some 10⁻¹⁵ of its norm.</returns>
    /// <exception cref="ArgumentException">The matrix is not square or holds a number that is not finite.</exception>
    public static HermitianEigen Decompose(ComplexMatrix matrix)
    {
        if (!matrix.IsSquare)
            throw new ArgumentException($"Only a square matrix has eigenvalues, not {matrix.Rows} × {matrix.Columns}.", nameof(matrix));
        int n = matrix.Rows;
        Complex[] a = Mirrored(matrix), vectors = ComplexMatrix.Identity(n).Span.ToArray();
        double square = LaneSum.Sum([.. a.Select(SquaredModulus)]);
        if (!double.IsFinite(square))
            throw new ArgumentException("A matrix to decompose must hold finite numbers of moderate size.", nameof(matrix));
        double negligible = Negligible * Math.Sqrt(square);
        for (int sweep = 0; Sweep(a, vectors, n, negligible); sweep++)
        {
            if (sweep == MostSweeps)
                throw new InvalidOperationException($"Bug in QmlBench: Jacobi rotations of {n} × {n} did not converge.");
        }
        return Sorted(a, vectors, n);
    }

    /// <summary>V diag(change(values)) V†: a function of the matrix.</summary>
    /// <param name="change">What becomes of each eigenvalue.</param>
    /// <returns>n × n.</returns>
    public ComplexMatrix Rebuild(Func<double, double> change) =>
        Vectors * ComplexMatrix.Diagonal([.. Values.Select(value => (Complex)change(value))]) * Vectors.Adjoint();

    private static Complex[] Mirrored(ComplexMatrix matrix)
    {
        int n = matrix.Rows;
        var a = new Complex[n * n];
        for (int row = 0; row < n; row++)
        {
            a[(row * n) + row] = matrix[row, row].Real;
            for (int column = 0; column < row; column++)
                (a[(row * n) + column], a[(column * n) + row]) = (matrix[row, column], Complex.Conjugate(matrix[row, column]));
        }
        return a;
    }

    private static bool Sweep(Complex[] a, Complex[] vectors, int n, double negligible)
    {
        bool rotated = false;
        for (int p = 0; p < n - 1; p++)
        {
            for (int q = p + 1; q < n; q++)
            {
                double size = Math.Sqrt(SquaredModulus(a[(p * n) + q]));
                if (size <= negligible) continue;
                Rotate(a, vectors, n, p, q, size);
                rotated = true;
            }
        }
        return rotated;
    }

    /// <summary>Turns the phase of q so that the entry (p, q) is real, then rotates p and q as in the real case.</summary>
    private static void Rotate(Complex[] a, Complex[] vectors, int n, int p, int q, double size)
    {
        double pp = a[(p * n) + p].Real, qq = a[(q * n) + q].Real;
        var entry = a[(p * n) + q];
        var phase = new Complex(entry.Real / size, -entry.Imaginary / size);
        var rotation = JacobiRotation.Of(pp, qq, size);
        MixColumns(a, n, p, q, rotation, phase);
        MixColumns(vectors, n, p, q, rotation, phase);
        for (int k = 0; k < n; k++)
        {
            a[(p * n) + k] = Complex.Conjugate(a[(k * n) + p]);
            a[(q * n) + k] = Complex.Conjugate(a[(k * n) + q]);
        }
        (a[(p * n) + p], a[(q * n) + q]) = (pp - (rotation.Tangent * size), qq + (rotation.Tangent * size));
        a[(p * n) + q] = a[(q * n) + p] = 0;
    }

    private static void MixColumns(Complex[] a, int n, int p, int q, JacobiRotation rotation, Complex phase)
    {
        for (int k = 0; k < n; k++)
        {
            Complex x = a[(k * n) + p], y = phase * a[(k * n) + q];
            a[(k * n) + p] = (rotation.Cosine * x) - (rotation.Sine * y);
            a[(k * n) + q] = (rotation.Sine * x) + (rotation.Cosine * y);
        }
    }

    private static HermitianEigen Sorted(Complex[] a, Complex[] columns, int n)
    {
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => a[(k * n) + k].Real)];
        Complex[] phases = [.. order.Select(k => PhaseOfLargest(columns, n, k))];
        var vectors = ComplexMatrix.Generate(n, n, (row, k) => phases[k] * columns[(row * n) + order[k]]);
        return new([.. order.Select(k => a[(k * n) + k].Real)], vectors);
    }

    private static Complex PhaseOfLargest(Complex[] columns, int n, int column)
    {
        Complex largest = 0;
        for (int row = 0; row < n; row++)
        {
            // The margin keeps rounding from choosing among entries that are equal in size.
            var entry = columns[(row * n) + column];
            if (SquaredModulus(entry) > SquaredModulus(largest) * (1 + 1e-9)) largest = entry;
        }
        return Complex.Conjugate(largest) / Math.Sqrt(SquaredModulus(largest));
    }

    private static double SquaredModulus(Complex value) => (value.Real * value.Real) + (value.Imaginary * value.Imaginary);
}
