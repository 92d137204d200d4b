using System.Numerics;

namespace QmlBench.Numerics.Algebra;

public sealed partial class ComplexMatrix
{
    /// <summary>This operator on some qubits as an operator on a register.</summary>
    /// <param name="qubits">Distinct qubits it acts on; the first one is the least significant bit of this matrix.</param>
    /// <param name="n">Number of qubits of the register, 1 to 12; qubit 0 is the least significant bit.</param>
    /// <returns>A 2ⁿ × 2ⁿ matrix.</returns>
    /// <exception cref="ArgumentException">The matrix is not 2ᵏ × 2ᵏ for the k qubits listed, or a qubit is repeated or outside the
    /// register.</exception>
    public ComplexMatrix Embed(ReadOnlySpan<int> qubits, int n)
    {
        RequireEmbeddable(qubits, n);
        int size = 1 << n, touched = 0;
        foreach (int qubit in qubits) touched |= 1 << qubit;
        var entries = new Complex[size * size];
        for (int row = 0; row < size; row++)
        {
            int small = Gather(row, qubits);
            for (int column = 0; column < Columns; column++)
                entries[(row * size) + ((row & ~touched) | Scatter(column, qubits))] = this[small, column];
        }
        return new(size, size, entries);
    }

    private static int Gather(int index, ReadOnlySpan<int> qubits)
    {
        int small = 0;
        for (int k = 0; k < qubits.Length; k++) small |= ((index >> qubits[k]) & 1) << k;
        return small;
    }

    private static int Scatter(int small, ReadOnlySpan<int> qubits)
    {
        int index = 0;
        for (int k = 0; k < qubits.Length; k++) index |= ((small >> k) & 1) << qubits[k];
        return index;
    }

    private void RequireEmbeddable(ReadOnlySpan<int> qubits, int n)
    {
        if (n is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(n), n, "A register to embed into has 1 to 12 qubits.");
        if (qubits.Length > n || !IsSquare || Rows != 1 << qubits.Length)
            throw new ArgumentException($"A {Shape(this)} matrix does not act on {qubits.Length} of {n} qubits.", nameof(qubits));
        int seen = 0;
        foreach (int qubit in qubits)
        {
            if (qubit < 0 || qubit >= n || (seen >> qubit & 1) != 0)
                throw new ArgumentException($"Qubit {qubit} is listed twice or is outside the register of {n} qubits.", nameof(qubits));
            seen |= 1 << qubit;
        }
    }
}
