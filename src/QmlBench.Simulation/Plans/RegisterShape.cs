namespace QmlBench.Simulation.Plans;

/// <summary>
/// How a register is stored: the 4^n Pauli coefficients of a density matrix, or the real and then the imaginary parts of 2^n amplitudes.
/// </summary>
/// <remarks>
/// Both are real vectors on which gates act linearly, so plans, kernels and derivatives are shared. A map of k qubits has 4^k rows, or
/// 2^(k+1): the bits of its qubits, and above them the bit that tells imaginary from real.
/// </remarks>
/// <param name="IsPure">True for amplitudes.</param>
/// <param name="QubitCount">Number of qubits n.</param>
internal readonly record struct RegisterShape(bool IsPure, int QubitCount)
{
    /// <summary>Bits of an index per qubit.</summary>
    internal int DigitBits => IsPure ? 1 : 2;

    /// <summary>Doubles of a state.</summary>
    internal int Length => 1 << ((DigitBits * QubitCount) + (IsPure ? 1 : 0));

    /// <summary>Rows of a map of <paramref name="k"/> qubits.</summary>
    internal int Rows(int k) => 1 << ((DigitBits * k) + (IsPure ? 1 : 0));

    /// <summary>Choices of the digits of the other qubits.</summary>
    internal nint Rest(int k) => (nint)1 << (DigitBits * (QubitCount - k));

    /// <summary>Offset in the state of each row of a map on the given qubits.</summary>
    internal nint[] Groups(int[] qubits)
    {
        var groups = new nint[Rows(qubits.Length)];
        int mask = (1 << DigitBits) - 1;
        for (int g = 0; g < groups.Length; g++)
        {
            for (int p = 0; p < qubits.Length; p++) groups[g] += (nint)((g >> (DigitBits * p)) & mask) << (DigitBits * qubits[p]);
            if (IsPure && g >= groups.Length / 2) groups[g] += Length / 2;
        }

        return groups;
    }

    /// <summary>|0…0⟩ in <paramref name="lanes"/> rows side by side.</summary>
    internal void SetZero(Span<double> state, int lanes)
    {
        if (!IsPure)
        {
            Kernels.StateKernel.SetZero(state, QubitCount, lanes);
            return;
        }

        state.Clear();
        state[..lanes].Fill(1.0);
    }
}
