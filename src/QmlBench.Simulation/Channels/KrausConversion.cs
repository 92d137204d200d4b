using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Simulation.Channels;

/// <summary>From operators to transfer matrices.</summary>
internal static class KrausConversion
{
    /// <summary>Σ K ρ K† as transfer matrix: R_ij = Σ Tr(P_i K P_j K†)/2^k.</summary>
    internal static PauliTransferMatrix ToTransferMatrix(IReadOnlyList<ComplexMatrix> operators, int qubits)
    {
        int size = 1 << (2 * qubits), d = 1 << qubits;
        var entries = new double[size * size];
        var image = new Complex[d * d];
        for (int j = 0; j < size; j++)
        {
            Array.Clear(image);
            foreach (ComplexMatrix op in operators) AddImage(image, op, j, d);
            for (int i = 0; i < size; i++) entries[(i * size) + j] = TraceWith(image, i, d) / d;
        }

        return new(qubits, entries);
    }

    /// <summary>Refuses entries that are not finite.</summary>
    internal static void ThrowIfNotFinite(ComplexMatrix matrix, int number)
    {
        for (int r = 0; r < matrix.Rows; r++)
            for (int c = 0; c < matrix.Columns; c++)
                if (!double.IsFinite(matrix[r, c].Real) || !double.IsFinite(matrix[r, c].Imaginary))
                    throw new ArgumentException(
                        $"Kraus operators must be finite; entry ({r}, {c}) of operator {number} is {matrix[r, c]}.");
    }

    // image += K P K†, with P one element per column.
    private static void AddImage(Complex[] image, ComplexMatrix op, int pauli, int d)
    {
        int flips = PauliBasis.FlipMask(pauli), signs = PauliBasis.SignMask(pauli);
        for (int c = 0; c < d; c++)
        {
            Complex element = PauliBasis.Element(flips, signs, c);
            for (int r = 0; r < d; r++)
            {
                Complex left = op[r, c ^ flips] * element;
                for (int s = 0; s < d; s++) image[(r * d) + s] += left * Complex.Conjugate(op[s, c]);
            }
        }
    }

    private static double TraceWith(Complex[] image, int pauli, int d)
    {
        int flips = PauliBasis.FlipMask(pauli), signs = PauliBasis.SignMask(pauli);
        Complex sum = Complex.Zero;
        for (int c = 0; c < d; c++) sum += PauliBasis.Element(flips, signs, c) * image[(c * d) + (c ^ flips)];
        return sum.Real;
    }
}
