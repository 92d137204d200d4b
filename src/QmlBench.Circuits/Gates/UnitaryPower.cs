using System.Numerics;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Circuits.Gates;

/// <summary>Principal real powers of unitary matrices, from their eigenvectors.</summary>
/// <remarks>U is normal, so its Hermitian parts share their eigenvectors, and a mixture of both parts in an odd proportion has them too.
/// Where two different eigenphases fall together in the mixture, another proportion is tried.</remarks>
internal static class UnitaryPower
{
    private const double Tolerance = 1e-10;
    private static readonly double[] Proportions = [0.6180339887, 0.3141592654, 1.4142135624, 2.7182818285];

    /// <summary>The power, row-major, or null if no eigenvectors were found.</summary>
    internal static Complex[]? Of(Complex[] matrix, double exponent)
    {
        int dimension = GateMatrices.Dimension(matrix);
        var unitary = new ComplexMatrix(dimension, dimension, matrix);
        ComplexMatrix adjoint = unitary.Adjoint();
        foreach (double proportion in Proportions)
        {
            ComplexMatrix mixture = (new Complex(0.5, -0.5 * proportion) * unitary) + (new Complex(0.5, 0.5 * proportion) * adjoint);
            ComplexMatrix vectors = HermitianEigen.Decompose(mixture).Vectors;
            ComplexMatrix diagonal = vectors.Adjoint() * unitary * vectors;
            if (IsDiagonal(diagonal)) return (vectors * Powers(diagonal, exponent) * vectors.Adjoint()).Span.ToArray();
        }

        return null;
    }

    private static bool IsDiagonal(ComplexMatrix matrix)
    {
        for (int row = 0; row < matrix.Rows; row++)
            for (int column = 0; column < matrix.Columns; column++)
                if (row != column && Math.Abs(matrix[row, column].Real) + Math.Abs(matrix[row, column].Imaginary) > Tolerance) return false;
        return true;
    }

    private static ComplexMatrix Powers(ComplexMatrix diagonal, double exponent) => ComplexMatrix.Generate(
        diagonal.Rows, diagonal.Rows, (row, column) => row == column ? GateMatrices.Phase(exponent * Eigenphase(diagonal[row, row]))
            : Complex.Zero);

    // −π and what rounding makes of π both mean π.
    private static double Eigenphase(Complex value)
    {
        double phase = Elementary.Atan2(value.Imaginary, value.Real);
        return phase <= -Math.PI + Tolerance ? phase + (2.0 * Math.PI) : phase;
    }
}
