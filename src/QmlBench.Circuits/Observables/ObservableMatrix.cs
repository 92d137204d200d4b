using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Circuits.Observables;

/// <summary>The dense matrix of an observable.</summary>
internal static class ObservableMatrix
{
    private const int MaxQubits = 12;
    private static readonly Complex[] PowersOfI = [Complex.One, Complex.ImaginaryOne, -Complex.One, -Complex.ImaginaryOne];

    internal static ComplexMatrix Of(Observable observable)
    {
        if (observable.QubitCount > MaxQubits)
            throw new InvalidOperationException(
                $"A matrix is made for at most {MaxQubits} qubits; this observable has {observable.QubitCount}.");
        int dimension = 1 << observable.QubitCount;
        var entries = new Complex[dimension * dimension];
        foreach (PauliTerm term in observable.Terms)
        {
            int flips = (int)term.Pauli.X;
            for (int column = 0; column < dimension; column++)
            {
                // Y = i X Z: the phase of each Y is i, the sign counts the ones under Z.
                int signs = BitOperations.PopCount(term.Pauli.Z & (ulong)column);
                Complex phase = PowersOfI[(term.Pauli.CountOfY + (2 * signs)) & 3];
                entries[((column ^ flips) * dimension) + column] += term.Coefficient * phase;
            }
        }

        return new ComplexMatrix(dimension, dimension, entries);
    }
}
