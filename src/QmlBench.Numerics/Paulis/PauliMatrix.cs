using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Numerics.Paulis;

/// <summary>Pauli strings as matrices.</summary>
public static class PauliMatrix
{
    private const int MostQubits = 6;

    /// <summary>The matrix of a string on n qubits, qubit 0 least significant.</summary>
    /// <param name="pauli">The string; its support lies on the first n qubits.</param>
    /// <param name="qubits">n, 1 to 6.</param>
    /// <returns>2ⁿ × 2ⁿ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is out of range, or the support reaches beyond it.</exception>
    public static ComplexMatrix Of(PauliString pauli, int qubits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qubits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(qubits, MostQubits);
        if (pauli.Support >> qubits != 0)
            throw new ArgumentOutOfRangeException(nameof(pauli), $"{pauli} acts on more than {qubits} qubit(s).");
        int flips = (int)pauli.X, signs = (int)pauli.Z;
        return ComplexMatrix.Generate(
            1 << qubits, 1 << qubits, (row, column) => row == (column ^ flips) ? Element(pauli.CountOfY, signs & column) : Complex.Zero);
    }

    // P = i^(number of Y) X^x Z^z.
    private static Complex Element(int countOfY, int signed)
    {
        int quarterTurns = countOfY + (2 * BitOperations.PopCount((uint)signed));
        return (quarterTurns & 3) switch
        {
            0 => Complex.One,
            1 => Complex.ImaginaryOne,
            2 => -Complex.One,
            _ => -Complex.ImaginaryOne,
        };
    }
}
