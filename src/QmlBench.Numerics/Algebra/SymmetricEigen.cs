using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Numerics.Algebra;

/// <summary>Eigenvalues and eigenvectors of a real symmetric matrix.</summary>
/// <param name="Values">Eigenvalues from the largest to the smallest.</param>
/// <param name="Vectors">n × n: column k is the eigenvector of unit length of value k, its entry of largest size (the first such)
/// positive.</param>
/// <remarks>Cyclic Jacobi rotations in a fixed order: bits depend on the matrix alone. About 10 n³ multiplications, meant for n up
/// to some hundreds. Golub and Van Loan, Matrix Computations, §8.5.</remarks>
public sealed record SymmetricEigen(ImmutableArray<double> Values, double[,] Vectors)
{
    private const int MostSweeps = 60;
    private const double Negligible = 1e-18;

    /// <summary>Decomposes A = V diag(values) Vᵀ.</summary>
    /// <param name="matrix">n × n; the lower triangle is read, the upper one taken to be its mirror image.</param>
    /// <returns>Values and vectors; they reproduce the matrix to some 10⁻¹⁵ of its norm.</returns>
    /// <exception cref="ArgumentException">The matrix is not square or holds a number that is not finite.</exception>
    public static SymmetricEigen Decompose(double[,] matrix)
    {
        int n = RealMatrix.RequireSquare(matrix);
        double[] a = Mirrored(matrix, n);
        var vectors = new double[n * n];
        for (int i = 0; i < n; i++) vectors[(i * n) + i] = 1;
        double negligible = Negligible * Math.Sqrt(LaneSum.SumOfSquares(a));
        for (int sweep = 0; Sweep(a, vectors, n, negligible); sweep++)
        {
            if (sweep == MostSweeps)
                throw new InvalidOperationException($"Bug in QmlBench: Jacobi rotations of {n} × {n} did not converge.");
        }
        return Sorted(a, vectors, n);
    }

    /// <summary>V diag(change(values)) Vᵀ: a function of the matrix.</summary>
    /// <param name="change">What becomes of each eigenvalue.</param>
    /// <returns>n × n, symmetric to the last bit.</returns>
    public double[,] Rebuild(Func<double, double> change)
    {
        int n = Values.Length;
        var scaled = Values.Select(change).ToArray();
        var result = new double[n, n];
        var left = new double[n];
        for (int row = 0; row < n; row++)
        {
            for (int k = 0; k < n; k++) left[k] = Vectors[row, k] * scaled[k];
            for (int column = 0; column <= row; column++)
            {
                double sum = 0;
                for (int k = 0; k < n; k++) sum += left[k] * Vectors[column, k];
                result[row, column] = result[column, row] = sum;
            }
        }
        return result;
    }

    private static double[] Mirrored(double[,] matrix, int n)
    {
        var a = new double[n * n];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column <= row; column++) a[(row * n) + column] = a[(column * n) + row] = matrix[row, column];
        }
        return a;
    }

    /// <summary>One rotation for every pair that is not negligible; false if there was none.</summary>
    private static bool Sweep(double[] a, double[] vectors, int n, double negligible)
    {
        bool rotated = false;
        for (int p = 0; p < n - 1; p++)
        {
            for (int q = p + 1; q < n; q++)
            {
                if (Math.Abs(a[(p * n) + q]) <= negligible) continue;
                Rotate(a, vectors, n, p, q);
                rotated = true;
            }
        }
        return rotated;
    }

    private static void Rotate(double[] a, double[] vectors, int n, int p, int q)
    {
        double pp = a[(p * n) + p], qq = a[(q * n) + q], pq = a[(p * n) + q];
        var (cosine, sine, tangent) = JacobiRotation.Of(pp, qq, pq);
        Mix(a.AsSpan(p * n, n), a.AsSpan(q * n, n), cosine, sine);
        Mix(vectors.AsSpan(p * n, n), vectors.AsSpan(q * n, n), cosine, sine);
        for (int k = 0; k < n; k++) (a[(k * n) + p], a[(k * n) + q]) = (a[(p * n) + k], a[(q * n) + k]);
        (a[(p * n) + p], a[(q * n) + q]) = (pp - (tangent * pq), qq + (tangent * pq));
        a[(p * n) + q] = a[(q * n) + p] = 0;
    }

    private static void Mix(Span<double> first, Span<double> second, double cosine, double sine)
    {
        var firstVectors = MemoryMarshal.Cast<double, Vector512<double>>(first);
        var secondVectors = MemoryMarshal.Cast<double, Vector512<double>>(second);
        for (int k = 0; k < firstVectors.Length; k++)
        {
            Vector512<double> x = firstVectors[k], y = secondVectors[k];
            firstVectors[k] = (x * cosine) - (y * sine);
            secondVectors[k] = (x * sine) + (y * cosine);
        }
        for (int k = firstVectors.Length * Vector512<double>.Count; k < first.Length; k++)
        {
            double x = first[k], y = second[k];
            first[k] = (cosine * x) - (sine * y);
            second[k] = (sine * x) + (cosine * y);
        }
    }

    private static SymmetricEigen Sorted(double[] a, double[] rows, int n)
    {
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => a[(k * n) + k])];
        var vectors = new double[n, n];
        for (int k = 0; k < n; k++)
        {
            var row = rows.AsSpan(order[k] * n, n);
            double sign = SignOfLargest(row);
            for (int i = 0; i < n; i++) vectors[i, k] = sign * row[i];
        }
        return new([.. order.Select(k => a[(k * n) + k])], vectors);
    }

    private static double SignOfLargest(ReadOnlySpan<double> entries)
    {
        double largest = 0;
        foreach (double entry in entries)
        {
            // The margin keeps rounding from choosing among entries that are equal in size.
            if (Math.Abs(entry) > Math.Abs(largest) * (1 + 1e-9)) largest = entry;
        }
        return largest < 0 ? -1 : 1;
    }
}
