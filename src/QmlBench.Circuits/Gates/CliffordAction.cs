using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Gates;

/// <summary>What a Clifford gate U does to Pauli operators: U P U† is a Pauli operator again, up to a sign.</summary>
/// <remarks>Operand 0 of the gate is bit 0 of the masks.</remarks>
public sealed class CliffordAction
{
    private const double Tolerance = 1e-12;

    private CliffordAction(ImmutableArray<SignedPauli> ofX, ImmutableArray<SignedPauli> ofZ)
    {
        OfX = ofX;
        OfZ = ofZ;
    }

    /// <summary>Images of X on each operand.</summary>
    public ImmutableArray<SignedPauli> OfX { get; }

    /// <summary>Images of Z on each operand.</summary>
    public ImmutableArray<SignedPauli> OfZ { get; }

    /// <summary>The image of any string on the operands.</summary>
    public SignedPauli Of(PauliString pauli)
    {
        // A string is i^(number of Y) times the product over operands of X^x Z^z; the images multiply in the same order.
        int power = pauli.CountOfY;
        PauliString product = PauliString.Identity;
        for (int operand = 0; operand < OfX.Length; operand++)
        {
            if ((pauli.X >> operand & 1) != 0) Multiply(OfX[operand], ref power, ref product);
            if ((pauli.Z >> operand & 1) != 0) Multiply(OfZ[operand], ref power, ref product);
        }

        return new SignedPauli((power & 3) == 2, product);
    }

    /// <summary>The action of a gate at given angles, or null if it is not Clifford there.</summary>
    internal static CliffordAction? Find(Complex[] matrix, int qubits)
    {
        var ofX = new SignedPauli[qubits];
        var ofZ = new SignedPauli[qubits];
        for (int operand = 0; operand < qubits; operand++)
        {
            if (Conjugate(matrix, qubits, new PauliString(1UL << operand, 0)) is not { } x
                || Conjugate(matrix, qubits, new PauliString(0, 1UL << operand)) is not { } z)
                return null;
            (ofX[operand], ofZ[operand]) = (x, z);
        }

        return new CliffordAction([.. ofX], [.. ofZ]);
    }

    private static void Multiply(SignedPauli image, ref int power, ref PauliString product)
    {
        (int powerOfI, product) = PauliString.Multiply(product, image.Pauli);
        power += powerOfI + (image.IsNegative ? 2 : 0);
    }

    private static SignedPauli? Conjugate(Complex[] matrix, int qubits, PauliString pauli)
    {
        int dimension = 1 << qubits;
        Complex[] image = Image(matrix, dimension, pauli);
        for (ulong x = 0; x < (ulong)dimension; x++)
            for (ulong z = 0; z < (ulong)dimension; z++)
            {
                var candidate = new PauliString(x, z);
                Complex overlap = Overlap(image, dimension, candidate);
                if (Math.Abs(overlap.Real) > 1.0 - Tolerance) return new SignedPauli(overlap.Real < 0.0, candidate);
                if (Math.Abs(overlap.Real) > Tolerance) return null;
            }

        return null;
    }

    // U P U†
    private static Complex[] Image(Complex[] matrix, int dimension, PauliString pauli)
    {
        var image = new Complex[dimension * dimension];
        for (int row = 0; row < dimension; row++)
            for (int column = 0; column < dimension; column++)
                for (int k = 0; k < dimension; k++)
                    image[(row * dimension) + column] += matrix[(row * dimension) + (k ^ (int)pauli.X)] * Entry(pauli, k)
                        * Complex.Conjugate(matrix[(column * dimension) + k]);
        return image;
    }

    // Tr(Q A) / d
    private static Complex Overlap(Complex[] operatorMatrix, int dimension, PauliString pauli)
    {
        Complex sum = 0;
        for (int k = 0; k < dimension; k++) sum += Entry(pauli, k) * operatorMatrix[(k * dimension) + (k ^ (int)pauli.X)];
        return sum / dimension;
    }

    // The entry of a Pauli string in column k, row k ^ X.
    private static Complex Entry(PauliString pauli, int k) =>
        ((pauli.CountOfY + (2 * BitOperations.PopCount(pauli.Z & (ulong)k))) & 3) switch
        {
            0 => Complex.One,
            1 => Complex.ImaginaryOne,
            2 => -Complex.One,
            _ => -Complex.ImaginaryOne,
        };
}
