namespace QmlBench.Simulation.Kernels;

/// <summary>What is read from and written to whole states, one row of parameters or eight side by side.</summary>
internal static class StateKernel
{
    /// <summary>|0…0⟩: every Pauli of I and Z alone has coefficient 1.</summary>
    internal static void SetZero(Span<double> state, int qubits, int lanes)
    {
        state.Clear();
        for (int bits = 0; bits < 1 << qubits; bits++) state.Slice(DiagonalIndex(bits) * lanes, lanes).Fill(1.0);
    }

    /// <summary>Index of the Pauli with Z where a bit is set and I elsewhere: each bit b becomes the digit 3·b.</summary>
    internal static int DiagonalIndex(int bits)
    {
        uint x = (uint)bits;
        x = (x | (x << 8)) & 0x00FF00FFu;
        x = (x | (x << 4)) & 0x0F0F0F0Fu;
        x = (x | (x << 2)) & 0x33333333u;
        x = (x | (x << 1)) & 0x55555555u;
        return (int)(3u * x);
    }

    /// <summary>p_b = Σ_z (−1)^{b·z} r_z / 2^n for all b; <paramref name="target"/> has the lanes of the state.</summary>
    internal static void Probabilities(ReadOnlySpan<double> state, int qubits, int lanes, Span<double> target)
    {
        for (int bits = 0; bits < 1 << qubits; bits++)
            state.Slice(DiagonalIndex(bits) * lanes, lanes).CopyTo(target[(bits * lanes)..]);
        WalshHadamard(target[..((1 << qubits) * lanes)], lanes);
        double scale = 1.0 / (1 << qubits);
        for (int i = 0; i < (1 << qubits) * lanes; i++) target[i] *= scale;
    }

    /// <summary>The unnormalised Walsh–Hadamard transform of 2^m elements of <paramref name="lanes"/> doubles.</summary>
    internal static void WalshHadamard(Span<double> values, int lanes)
    {
        for (int half = lanes; half < values.Length; half *= 2)
        {
            for (int start = 0; start < values.Length; start += 2 * half)
            {
                Span<double> low = values.Slice(start, half), high = values.Slice(start + half, half);
                for (int i = 0; i < half; i++)
                {
                    double sum = low[i] + high[i], difference = low[i] - high[i];
                    low[i] = sum;
                    high[i] = difference;
                }
            }
        }
    }
}
