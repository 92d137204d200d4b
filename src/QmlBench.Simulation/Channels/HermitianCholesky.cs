using System.Numerics;

namespace QmlBench.Simulation.Channels;

/// <summary>Whether a small Hermitian matrix has no eigenvalue below a bound, a hundred times quicker than by computing them.</summary>
internal static class HermitianCholesky
{
    /// <summary>
    /// True if matrix + shift·1 has a Cholesky factor, which proves that no eigenvalue lies below −shift. False proves nothing: rounding
    /// near the bound counts as failure.
    /// </summary>
    /// <param name="matrix">size × size entries, row by row.</param>
    /// <param name="size">Number of rows.</param>
    /// <param name="shift">The bound, above 0.</param>
    internal static bool IsPositive(ReadOnlySpan<Complex> matrix, int size, double shift)
    {
        var lower = new Complex[size * size];
        for (int c = 0; c < size; c++)
        {
            double pivot = matrix[(c * size) + c].Real + shift;
            for (int k = 0; k < c; k++) pivot -= Squared(lower[(c * size) + k]);
            if (!(pivot > 0.0)) return false;
            double root = Math.Sqrt(pivot);
            lower[(c * size) + c] = root;
            for (int r = c + 1; r < size; r++) lower[(r * size) + c] = Below(matrix, lower, size, r, c) / root;
        }

        return true;
    }

    private static Complex Below(ReadOnlySpan<Complex> matrix, Complex[] lower, int size, int r, int c)
    {
        Complex entry = matrix[(r * size) + c];
        for (int k = 0; k < c; k++) entry -= lower[(r * size) + k] * Complex.Conjugate(lower[(c * size) + k]);
        return entry;
    }

    private static double Squared(Complex z) => (z.Real * z.Real) + (z.Imaginary * z.Imaginary);
}
