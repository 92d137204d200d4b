using System.Numerics;

namespace QmlBench.Simulation.Channels;

/// <summary>Eigenvalues and eigenvectors of a small Hermitian matrix by Jacobi rotations: slow, exact, the same bits everywhere.</summary>
internal static class HermitianJacobi
{
    private const int MostSweeps = 60;

    /// <summary>Diagonalises <paramref name="matrix"/> (size × size, row by row) in place.</summary>
    /// <returns>The eigenvectors as columns, row by row; the eigenvalues stand on the diagonal of the matrix.</returns>
    internal static Complex[] Diagonalise(Complex[] matrix, int size)
    {
        var vectors = new Complex[size * size];
        for (int i = 0; i < size; i++) vectors[(i * size) + i] = Complex.One;
        for (int sweep = 0; sweep < MostSweeps && OffDiagonal(matrix, size) > 1e-34 * Total(matrix); sweep++)
        {
            for (int p = 0; p < size; p++)
                for (int q = p + 1; q < size; q++)
                    Rotate(matrix, vectors, size, p, q);
        }

        return vectors;
    }

    private static double OffDiagonal(Complex[] matrix, int size)
    {
        double sum = 0.0;
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                if (i != j) sum += Norm(matrix[(i * size) + j]);
        return sum;
    }

    private static double Total(Complex[] matrix)
    {
        double sum = 0.0;
        foreach (Complex entry in matrix) sum += Norm(entry);
        return sum;
    }

    private static double Norm(Complex z) => (z.Real * z.Real) + (z.Imaginary * z.Imaginary);

    private static void Rotate(Complex[] a, Complex[] vectors, int size, int p, int q)
    {
        Complex apq = a[(p * size) + q];
        double length = Math.Sqrt(Norm(apq));
        if (length == 0.0) return;
        double tau = (a[(q * size) + q].Real - a[(p * size) + p].Real) / (2.0 * length);
        double t = (tau >= 0.0 ? 1.0 : -1.0) / (Math.Abs(tau) + Math.Sqrt(1.0 + (tau * tau)));
        double c = 1.0 / Math.Sqrt(1.0 + (t * t));
        Complex s = t * c * (apq / length);
        Columns(a, size, p, q, c, s);
        Rows(a, size, p, q, c, s);
        Columns(vectors, size, p, q, c, s);
    }

    // The unitary [[c, s], [−s*, c]] from the right, and its adjoint from the left.
    private static void Columns(Complex[] a, int size, int p, int q, double c, Complex s)
    {
        for (int k = 0; k < size; k++)
        {
            Complex x = a[(k * size) + p], y = a[(k * size) + q];
            a[(k * size) + p] = (c * x) - (Complex.Conjugate(s) * y);
            a[(k * size) + q] = (s * x) + (c * y);
        }
    }

    private static void Rows(Complex[] a, int size, int p, int q, double c, Complex s)
    {
        for (int k = 0; k < size; k++)
        {
            Complex x = a[(p * size) + k], y = a[(q * size) + k];
            a[(p * size) + k] = (c * x) - (s * y);
            a[(q * size) + k] = (Complex.Conjugate(s) * x) + (c * y);
        }
    }
}
