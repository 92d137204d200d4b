using System.Numerics;

namespace QmlBench.Simulation.Channels;

/// <summary>
/// The Pauli operators on k qubits as signed permutations: index = Σ digit·4^q, digits I, X, Y, Z = 0, 1, 2, 3, qubit 0 lowest.
/// </summary>
internal static class PauliBasis
{
    /// <summary>Bits of the qubits that the operator flips (X and Y).</summary>
    internal static int FlipMask(long index) => Mask(index, static digit => digit is 1 or 2);

    /// <summary>Bits of the qubits whose state 1 changes the sign (Y and Z).</summary>
    internal static int SignMask(long index) => Mask(index, static digit => digit >= 2);

    /// <summary>Index of the operator with the given masks.</summary>
    internal static long Index(ulong flips, ulong signs, int qubits)
    {
        long index = 0;
        for (int q = qubits - 1; q >= 0; q--)
        {
            int x = (int)((flips >> q) & 1), z = (int)((signs >> q) & 1);
            index = (4 * index) + (z == 0 ? x : 3 - x);
        }

        return index;
    }

    /// <summary>The element ⟨column ⊕ flips| P |column⟩, the only one of its column that is not 0: one of 1, i, −1, −i.</summary>
    internal static Complex Element(int flips, int signs, int column)
    {
        // Y = i·X·Z on each qubit that is flipped and signed.
        int quarterTurns = BitOperations.PopCount((uint)(flips & signs)) + (2 * BitOperations.PopCount((uint)(signs & column)));
        return (quarterTurns & 3) switch
        {
            0 => Complex.One,
            1 => Complex.ImaginaryOne,
            2 => -Complex.One,
            _ => -Complex.ImaginaryOne,
        };
    }

    private static int Mask(long index, Func<int, bool> has)
    {
        int mask = 0;
        for (int q = 0; index != 0; q++, index >>= 2)
            if (has((int)(index & 3))) mask |= 1 << q;
        return mask;
    }
}
