using System.Numerics;

namespace QmlBench.Numerics.Paulis;

/// <summary>A product of Pauli operators on up to 64 qubits, without phase.</summary>
/// <param name="X">Bit q is 1 where the operator on qubit q flips the qubit: X or Y.</param>
/// <param name="Z">Bit q is 1 where the operator on qubit q has a phase: Z or Y.</param>
/// <remarks>
/// <para>Qubit 0 is the least significant bit and the rightmost letter: <c>ZI</c> acts on qubit 1. The operator is the Hermitian
/// one with the letters as written, Y = iXZ, so that a set bit in both masks means Y and no phase is hidden.</para>
/// <para>In a vector of Pauli coefficients the place of a string is Σ digit_q·4^q with digits I, X, Y, Z = 0, 1, 2, 3.</para>
/// </remarks>
public readonly partial record struct PauliString(ulong X, ulong Z)
{
    /// <summary>Most qubits a string can speak of.</summary>
    public const int MostQubits = 64;

    /// <summary>The identity on every qubit.</summary>
    public static PauliString Identity => default;

    /// <summary>Qubits on which the operator is not the identity, as a mask.</summary>
    public ulong Support => X | Z;

    /// <summary>Number of qubits on which the operator is not the identity.</summary>
    public int Weight => BitOperations.PopCount(Support);

    /// <summary>True for a product of Z and I alone: what a measurement in the computational basis gives.</summary>
    public bool IsDiagonal => X == 0;

    /// <summary>Number of letters Y.</summary>
    public int CountOfY => BitOperations.PopCount(X & Z);

    /// <summary>The letter on a qubit: I, X, Y or Z.</summary>
    /// <param name="qubit">Number of the qubit, 0 … 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">The qubit is outside 0 … 63.</exception>
    public char this[int qubit] => "IXYZ"[DigitOf(qubit)];

    /// <summary>The string with one letter.</summary>
    /// <param name="qubit">Number of the qubit, 0 … 63.</param>
    /// <param name="letter">I, X, Y or Z.</param>
    /// <returns>The string.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The qubit is outside 0 … 63.</exception>
    /// <exception cref="FormatException">The letter is none of I, X, Y, Z.</exception>
    public static PauliString Single(int qubit, char letter)
    {
        RequireQubit(qubit);
        ulong bit = 1UL << qubit;
        return letter switch
        {
            'I' => Identity,
            'X' => new(bit, 0),
            'Y' => new(bit, bit),
            'Z' => new(0, bit),
            _ => throw new FormatException($"A Pauli string holds I, X, Y and Z only, but '{letter}' stands for qubit {qubit}."),
        };
    }

    /// <summary>The string at a place of a vector of Pauli coefficients.</summary>
    /// <param name="index">Σ digit_q·4^q, at least 0.</param>
    /// <returns>The string.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static PauliString FromIndex(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ulong x = 0, z = 0;
        for (int qubit = 0; index >> (2 * qubit) != 0 && qubit < 32; qubit++)
        {
            ulong digit = (ulong)(index >> (2 * qubit)) & 3;
            x |= ((digit ^ (digit >> 1)) & 1) << qubit;
            z |= (digit >> 1) << qubit;
        }
        return new(x, z);
    }

    /// <summary>The place of this string in a vector of Pauli coefficients: Σ digit_q·4^q.</summary>
    /// <returns>The index; below 4ⁿ if the support lies on the first n qubits.</returns>
    /// <exception cref="OverflowException">The support reaches beyond qubit 30, so the index has more than 62 bits.</exception>
    public long ToIndex()
    {
        if (Support >> 31 != 0)
            throw new OverflowException($"The index of {this} has more than 62 bits; only qubits 0 to 30 may carry letters.");
        long index = 0;
        for (int qubit = 0; qubit < 31; qubit++) index |= (long)DigitOf(qubit) << (2 * qubit);
        return index;
    }

    /// <summary>Whether two strings commute: they anticommute on an even number of qubits.</summary>
    /// <param name="other">The other string.</param>
    /// <returns>True if they commute.</returns>
    public bool CommutesWith(PauliString other) => (BitOperations.PopCount((X & other.Z) ^ (Z & other.X)) & 1) == 0;

    /// <summary>Whether the letters agree or one is I on every qubit, so that one basis change measures both.</summary>
    /// <param name="other">The other string.</param>
    /// <returns>True if they commute qubit by qubit.</returns>
    public bool CommutesQubitwiseWith(PauliString other)
    {
        ulong both = Support & other.Support;
        return ((X ^ other.X) & both) == 0 && ((Z ^ other.Z) & both) == 0;
    }

    /// <summary>The product left · right as a phase and a string.</summary>
    /// <param name="left">The factor that acts last.</param>
    /// <param name="right">The factor that acts first.</param>
    /// <returns>k and P with left · right = iᵏ P, k = 0 … 3.</returns>
    public static (int PowerOfI, PauliString Product) Multiply(PauliString left, PauliString right)
    {
        var product = new PauliString(left.X ^ right.X, left.Z ^ right.Z);

        // Each string is i^(number of Y) X^x Z^z; moving the right X past the left Z gives -1 for every common bit.
        int power = left.CountOfY + right.CountOfY - product.CountOfY + (2 * BitOperations.PopCount(left.Z & right.X));
        return (power & 3, product);
    }

    private int DigitOf(int qubit)
    {
        RequireQubit(qubit);
        ulong x = (X >> qubit) & 1, z = (Z >> qubit) & 1;
        return (int)((z << 1) | (x ^ z));
    }

    private static void RequireQubit(int qubit)
    {
        if (qubit is < 0 or >= MostQubits)
            throw new ArgumentOutOfRangeException(nameof(qubit), qubit, $"A Pauli string has qubits 0 to {MostQubits - 1}.");
    }
}
