using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Small operators as numbers: row by row, real and imaginary parts alternating.</summary>
internal static class OperatorNumbers
{
    private static readonly double[][] SinglePaulis = [.. Enumerable.Range(0, 4).Select(static p => Of(Pauli(p, 1)))];

    /// <summary>The numbers of I, X, Y or Z.</summary>
    internal static ReadOnlySpan<double> OfPauli(int digit) => SinglePaulis[digit];

    /// <summary>The numbers of a matrix.</summary>
    internal static double[] Of(ComplexMatrix matrix)
    {
        var numbers = new double[2 * matrix.Span.Length];
        for (int i = 0; i < matrix.Span.Length; i++)
            (numbers[2 * i], numbers[(2 * i) + 1]) = (matrix.Span[i].Real, matrix.Span[i].Imaginary);
        return numbers;
    }

    /// <summary>A Pauli string as a matrix.</summary>
    /// <param name="pauli">Its index, Σ digit·4^q.</param>
    /// <param name="qubits">Number of qubits.</param>
    internal static ComplexMatrix Pauli(int pauli, int qubits)
    {
        int flips = PauliBasis.FlipMask(pauli), signs = PauliBasis.SignMask(pauli);
        return ComplexMatrix.Generate(
            1 << qubits, 1 << qubits, (row, column) => row == (column ^ flips) ? PauliBasis.Element(flips, signs, column) : 0);
    }
}
