using System.Numerics;
using QmlBench.Devices.Noise;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Devices.Validation;

/// <summary>What makes matrices a channel: their shape, the trace they keep, the eigenvalues of their Choi matrix.</summary>
internal static class ChannelForm
{
    /// <summary>Whether all matrices are of one allowed size.</summary>
    public static bool HasShape(NoiseOperation operation) => operation switch
    {
        TransferMatrixOperation transfer => NoiseShapes.IsTransfer(NoiseShapes.Side(transfer.Entries.Count)),
        _ => Operators(operation) is var operators && NoiseShapes.IsState(operators[0].Rows) && operators.All(o => o.Rows == operators[0].Rows),
    };

    /// <summary>The largest magnitude of a real or imaginary part of an entry.</summary>
    public static double LargestEntry(NoiseOperation operation) => operation is TransferMatrixOperation transfer
        ? transfer.Entries.Max(Math.Abs)
        : Operators(operation).Max(Largest);

    /// <summary>By how much the trace is not kept: the largest entry of Σ K†K − 1, or of the first row of a transfer matrix less
    /// (1, 0, …).</summary>
    public static double TraceLoss(NoiseOperation operation)
    {
        if (operation is TransferMatrixOperation transfer)
        {
            int side = NoiseShapes.Side(transfer.Entries.Count);
            return Enumerable.Range(0, side).Max(j => Math.Abs(transfer.Entries[j] - (j == 0 ? 1 : 0)));
        }
        return ComplexMatrix.MaxAbsDifference(Sum(Operators(operation)), ComplexMatrix.Identity(Operators(operation)[0].Rows));
    }

    /// <summary>The smallest eigenvalue of the Choi matrix of a transfer matrix; 0 for operators, whose Choi matrix has none
    /// below.</summary>
    public static double SmallestEigenvalue(NoiseOperation operation) =>
        operation is TransferMatrixOperation transfer ? HermitianEigen.Decompose(Choi(transfer)).Values[^1] : 0;

    /// <summary>Σ K†K.</summary>
    public static ComplexMatrix Sum(ValueList<ComplexMatrix> operators)
    {
        ComplexMatrix sum = ComplexMatrix.Zero(operators[0].Rows, operators[0].Rows);
        foreach (ComplexMatrix one in operators)
            sum += one.Adjoint() * one;
        return sum;
    }

    private static double Largest(ComplexMatrix matrix)
    {
        double largest = 0;
        foreach (Complex entry in matrix.Span)
            largest = Math.Max(largest, Math.Max(Math.Abs(entry.Real), Math.Abs(entry.Imaginary)));
        return largest;
    }

    private static ValueList<ComplexMatrix> Operators(NoiseOperation operation) => operation switch
    {
        KrausOperation kraus => kraus.Operators,
        UnitaryOperation unitary => [unitary.Matrix],
        _ => throw new InvalidOperationException($"Bug in QmlBench: '{operation.Keyword}' is not made of operators."),
    };

    // Σ R_ab/2^k · P_bᵀ ⊗ P_a.
    private static ComplexMatrix Choi(TransferMatrixOperation transfer)
    {
        int side = NoiseShapes.Side(transfer.Entries.Count), qubits = NoiseShapes.Qubits(side) / 2, d = 1 << qubits;
        ComplexMatrix[] basis = [.. Enumerable.Range(0, side).Select(index => PauliMatrix.Of(PauliString.FromIndex(index), qubits))];
        ComplexMatrix sum = ComplexMatrix.Zero(side, side);
        for (int b = 0; b < side; b++)
        {
            ComplexMatrix image = ComplexMatrix.Zero(d, d);
            for (int a = 0; a < side; a++)
            {
                if (transfer.Entries[(a * side) + b] is not 0 and var entry)
                    image += new Complex(entry / d, 0) * basis[a];
            }
            sum += ComplexMatrix.Kronecker(basis[b].Transpose(), image);
        }
        return sum;
    }
}
