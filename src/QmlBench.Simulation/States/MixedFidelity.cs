using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.States;

/// <summary>Uhlmann's fidelity of two density matrices.</summary>
internal static class MixedFidelity
{
    /// <summary>(Tr √(√ρ σ √ρ))².</summary>
    internal static double Of(ComplexMatrix rho, ComplexMatrix sigma)
    {
        int size = rho.Rows;
        Complex[] work = rho.Span.ToArray();
        Complex[] vectors = HermitianJacobi.Diagonalise(work, size);
        ComplexMatrix root = ComplexMatrix.Generate(size, size, (r, c) => RootEntry(work, vectors, size, r, c));
        Complex[] inner = (root * sigma * root).Span.ToArray();
        HermitianJacobi.Diagonalise(inner, size);
        double sum = 0.0;
        for (int i = 0; i < size; i++) sum += Math.Sqrt(Math.Max(0.0, inner[(i * size) + i].Real));
        return sum * sum;
    }

    private static Complex RootEntry(Complex[] diagonal, Complex[] vectors, int size, int r, int c)
    {
        Complex sum = Complex.Zero;
        for (int m = 0; m < size; m++)
        {
            double root = Math.Sqrt(Math.Max(0.0, diagonal[(m * size) + m].Real));
            sum += root * vectors[(r * size) + m] * Complex.Conjugate(vectors[(c * size) + m]);
        }

        return sum;
    }
}
