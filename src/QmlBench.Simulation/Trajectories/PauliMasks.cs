using System.Numerics;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>A Pauli string over the bits of an index, as what it flips and where it changes the sign.</summary>
/// <remarks>⟨ψ|P|ψ⟩ = ± Σ_c (−1)^{|signs∧c|} times the real or imaginary part of conj(ψ_{c⊕flips})·ψ_c: each Y adds a factor i.</remarks>
/// <param name="Flips">Bits with X or Y.</param>
/// <param name="Signs">Bits with Y or Z.</param>
internal readonly record struct PauliMasks(nint Flips, nint Signs)
{
    /// <summary>True if the imaginary part counts: an odd number of Y.</summary>
    internal bool IsImaginary => (Turns & 1) == 1;

    /// <summary>True if the sum changes its sign: i² = −1, and the real part of i·(a + ib) is −b.</summary>
    internal bool IsNegative => (Turns & 3) is 1 or 2;

    private int Turns => BitOperations.PopCount((ulong)(Flips & Signs));

    /// <summary>True if both are read from the same products.</summary>
    internal bool SharesPassWith(PauliMasks other) => Flips == other.Flips && IsImaginary == other.IsImaginary;

    /// <summary>A string by its index over qubits, Σ digit·4^q, on the bits where the qubits stand.</summary>
    internal static PauliMasks Of(long index, QubitLayout layout) =>
        new(layout.Bits(PauliBasis.FlipMask(index)), layout.Bits(PauliBasis.SignMask(index)));

    /// <summary>A string by its index over a few operands, on the bits where these stand.</summary>
    internal static PauliMasks Of(int index, ReadOnlySpan<int> bits)
    {
        int flips = PauliBasis.FlipMask(index), signs = PauliBasis.SignMask(index);
        nint flipped = 0, signed = 0;
        for (int k = 0; (flips | signs) >> k != 0; k++)
        {
            flipped |= (nint)((flips >> k) & 1) << bits[k];
            signed |= (nint)((signs >> k) & 1) << bits[k];
        }

        return new(flipped, signed);
    }
}
