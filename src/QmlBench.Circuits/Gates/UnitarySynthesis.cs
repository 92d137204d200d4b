using System.Numerics;

namespace QmlBench.Circuits.Gates;

/// <summary>Gates for a matrix, exact and without regard to their number: for gates that a text gives as a matrix.</summary>
/// <remarks>Basis states in Gray order differ from their neighbours in one bit, so a Givens rotation of neighbouring rows is a one-qubit
/// gate under controls on all other qubits. Eliminating column by column leaves one 2 × 2 block.</remarks>
internal static class UnitarySynthesis
{
    private const double Tolerance = 1e-15;

    internal static GateSequence Of(ReadOnlySpan<Complex> matrix)
    {
        int dimension = 1 << (BitOperations.Log2((uint)matrix.Length) / 2), qubits = BitOperations.Log2((uint)dimension);
        if (qubits == 1) return OneQubit(matrix);
        Complex[] rest = InGrayOrder(matrix, dimension);
        // U = (G_m … G_1)† B: the inverses of the rotations act after the last block, the latest one first.
        var blocks = new List<(int Row, Complex[] Block)>();
        for (int column = 0; column < dimension - 2; column++)
            for (int row = dimension - 1; row > column; row--)
                if (Eliminate(rest, dimension, column, row) is { } undo) blocks.Add((row, undo));
        int last = dimension - 1;
        Complex[] block = [rest[((last - 1) * dimension) + last - 1], rest[((last - 1) * dimension) + last],
            rest[(last * dimension) + last - 1], rest[(last * dimension) + last]];
        var operations = new List<PlacedGate>();
        AddBlock(last, block, qubits, operations);
        for (int i = blocks.Count - 1; i >= 0; i--) AddBlock(blocks[i].Row, blocks[i].Block, qubits, operations);
        return new GateSequence(qubits, operations, Angle.Zero);
    }

    private static int Gray(int index) => index ^ (index >> 1);

    private static GateSequence OneQubit(ReadOnlySpan<Complex> matrix)
    {
        (double theta, double phi, double lambda, double phase) = OneQubitAngles.Of(matrix);
        return GateSequence.Of(StandardGates.U, [theta, phi, lambda], phase);
    }

    private static Complex[] InGrayOrder(ReadOnlySpan<Complex> matrix, int dimension)
    {
        var ordered = new Complex[matrix.Length];
        for (int row = 0; row < dimension; row++)
            for (int column = 0; column < dimension; column++)
                ordered[(row * dimension) + column] = matrix[(Gray(row) * dimension) + Gray(column)];
        return ordered;
    }

    // Rotates rows row − 1 and row so that the entry in row vanishes and the one above is real; returns the inverse rotation.
    private static Complex[]? Eliminate(Complex[] matrix, int dimension, int column, int row)
    {
        Complex a = matrix[((row - 1) * dimension) + column], b = matrix[(row * dimension) + column];
        double norm = Math.Sqrt((a * Complex.Conjugate(a)).Real + (b * Complex.Conjugate(b)).Real);
        bool nothing = Math.Abs(b.Real) + Math.Abs(b.Imaginary) <= Tolerance
            && (row > column + 1 || Math.Abs(a.Imaginary) + Math.Abs(a.Real - norm) <= Tolerance);
        if (nothing || norm <= Tolerance) return null;
        (Complex ca, Complex cb) = (Complex.Conjugate(a) / norm, Complex.Conjugate(b) / norm);
        for (int k = 0; k < dimension; k++)
        {
            Complex upper = matrix[((row - 1) * dimension) + k], lower = matrix[(row * dimension) + k];
            matrix[((row - 1) * dimension) + k] = (ca * upper) + (cb * lower);
            matrix[(row * dimension) + k] = (-b / norm * upper) + (a / norm * lower);
        }

        return [a / norm, -cb, b / norm, ca];
    }

    // A 2 × 2 matrix on the neighbouring Gray states row − 1 and row.
    private static void AddBlock(int row, Complex[] block, int qubits, List<PlacedGate> operations)
    {
        (int first, int second) = (Gray(row - 1), Gray(row));
        int target = BitOperations.Log2((uint)(first ^ second));
        if ((first >> target & 1) != 0) block = [block[3], block[2], block[1], block[0]];
        GateSequence gate = OneQubit(block);
        int[] places = [target];
        for (int qubit = 0; qubit < qubits; qubit++)
        {
            if (qubit == target) continue;
            gate = gate.Controlled((first >> qubit & 1) == 0, static _ => { });
            places = [qubit, .. places];
        }

        foreach (PlacedGate operation in gate.Operations)
            operations.Add(operation with { Qubits = [.. operation.Qubits.Select(place => places[place])] });
    }
}
