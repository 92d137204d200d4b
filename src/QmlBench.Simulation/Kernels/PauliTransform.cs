using System.Numerics;

namespace QmlBench.Simulation.Kernels;

/// <summary>Between Pauli coefficients and complex matrices: one Walsh–Hadamard transform for each mask of flipped qubits.</summary>
/// <remarks>
/// The Paulis that flip the qubits f are i^|f∧s| X^f Z^s, one for each mask s of signs; on column c they differ by (−1)^(s·c) alone. The
/// 2^n columns of a mask f are therefore one transform of its 2^n coefficients: n·4^n operations in all, where the sum over all Paulis
/// takes 8^n. See Georges, Berntson, Sünderhauf and Ivanov, "Pauli decomposition via the fast Walsh–Hadamard transform"
/// (arXiv:2408.06206).
/// </remarks>
internal static class PauliTransform
{
    // A complex number in two neighbouring lanes.
    private const int Parts = 2;

    /// <summary>ρ = Σ r_P P / 2^n.</summary>
    /// <param name="coefficients">The 4^n coefficients r_P.</param>
    /// <param name="qubits">Number of qubits n.</param>
    /// <returns>2^n × 2^n entries, row by row.</returns>
    internal static Complex[] Matrix(ReadOnlySpan<double> coefficients, int qubits)
    {
        int d = 1 << qubits;
        double scale = 1.0 / d;
        var entries = new Complex[d * d];
        var column = new double[Parts * d];
        for (int flips = 0; flips < d; flips++)
        {
            Array.Clear(column);
            for (int signs = 0; signs < d; signs++)
            {
                int turns = QuarterTurns(flips, signs);
                double value = coefficients[Index(flips, signs)];
                column[(Parts * signs) + (turns & 1)] = turns < 2 ? value : -value;
            }

            StateKernel.WalshHadamard(column, Parts);
            for (int c = 0; c < d; c++)
                entries[((c ^ flips) * d) + c] = new Complex(scale * column[Parts * c], scale * column[(Parts * c) + 1]);
        }

        return entries;
    }

    /// <summary>r_P = ⟨ψ|P|ψ⟩ for all P.</summary>
    /// <param name="amplitudes">The 2^n amplitudes.</param>
    /// <param name="coefficients">Receives the 4^n coefficients.</param>
    internal static void OfPure(ReadOnlySpan<Complex> amplitudes, Span<double> coefficients)
    {
        int d = amplitudes.Length;
        var column = new double[Parts * d];
        for (int flips = 0; flips < d; flips++)
        {
            for (int c = 0; c < d; c++)
            {
                Complex product = Complex.Conjugate(amplitudes[c ^ flips]) * amplitudes[c];
                (column[Parts * c], column[(Parts * c) + 1]) = (product.Real, product.Imaginary);
            }

            StateKernel.WalshHadamard(column, Parts);
            for (int signs = 0; signs < d; signs++)
            {
                // The real part of i^turns (x + iy): x, −y, −x, y.
                int turns = QuarterTurns(flips, signs);
                double value = column[(Parts * signs) + (turns & 1)];
                coefficients[Index(flips, signs)] = turns is 1 or 2 ? -value : value;
            }
        }
    }

    // Y = i·X·Z on each qubit that is flipped and signed.
    private static int QuarterTurns(int flips, int signs) => BitOperations.PopCount((uint)(flips & signs)) & 3;

    // Digits of the basis: a sign is 3, a flip changes it by 1 (I and X, Z and Y).
    private static int Index(int flips, int signs) => StateKernel.DiagonalIndex(signs) ^ (StateKernel.DiagonalIndex(flips) / 3);
}
