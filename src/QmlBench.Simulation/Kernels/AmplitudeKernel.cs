using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Numerics;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Kernels;

/// <summary>What is read from amplitudes, one row of parameters or eight side by side.</summary>
internal static class AmplitudeKernel
{
    /// <summary>|ψ_b|² for all b; <paramref name="target"/> has the lanes of the state.</summary>
    internal static void Probabilities(ReadOnlySpan<double> state, int qubits, int lanes, Span<double> target)
    {
        int count = lanes << qubits;
        for (int i = 0; i < count; i++) target[i] = (state[i] * state[i]) + (state[i + count] * state[i + count]);
    }

    /// <summary>values[row][k] = Σ weight·⟨P⟩, ⟨P⟩ in eight partial sums over the amplitudes.</summary>
    internal static void Evaluate(ReadOnlySpan<double> state, int qubits, int lanes, EffectSet effects, Span<double> values, int rowCount)
    {
        for (int k = 0; k < effects.Count; k++)
        {
            for (int row = 0; row < rowCount; row++)
            {
                double sum = 0.0;
                foreach (EffectTerm term in effects.Members[k]) sum += term.Weight * Expectation(state, qubits, lanes, row, term.Index);
                values[(row * effects.Count) + k] = sum;
            }
        }
    }

    /// <summary>effect = 2·Σ_k slope_k·O_k ψ for each row: the slope of Σ slope·⟨ψ|O|ψ⟩ by the parts of ψ.</summary>
    internal static void Accumulate(Span<double> effect, ReadOnlySpan<double> state, int qubits, int lanes, EffectSet effects,
        ReadOnlySpan<double> slopes, int rowCount)
    {
        effect.Clear();
        for (int k = 0; k < effects.Count; k++)
            for (int row = 0; row < rowCount; row++)
                Accumulate(effect, state, qubits, lanes, row, effects.Members[k], slopes[(row * effects.Count) + k]);
    }

    /// <summary>Adds 2·slope·O ψ to one row.</summary>
    internal static void Accumulate(
        Span<double> effect, ReadOnlySpan<double> state, int qubits, int lanes, int row, ImmutableArray<EffectTerm> terms, double slope)
    {
        int plane = lanes << qubits;
        foreach (EffectTerm term in terms)
        {
            int flips = PauliBasis.FlipMask(term.Index), signs = PauliBasis.SignMask(term.Index);
            double weight = 2.0 * slope * term.Weight;
            for (int c = 0; c < 1 << qubits; c++)
            {
                int from = (c * lanes) + row, to = ((c ^ flips) * lanes) + row;
                (double real, double imaginary) = Times(PauliBasis.Element(flips, signs, c), state[from], state[from + plane]);
                effect[to] += weight * real;
                effect[to + plane] += weight * imaginary;
            }
        }
    }

    private static double Expectation(ReadOnlySpan<double> state, int qubits, int lanes, int row, long index)
    {
        int flips = PauliBasis.FlipMask(index), signs = PauliBasis.SignMask(index), plane = lanes << qubits;
        Span<double> parts = stackalloc double[8];
        parts.Clear();
        for (int c = 0; c < 1 << qubits; c++)
        {
            int from = (c * lanes) + row, to = ((c ^ flips) * lanes) + row;
            (double real, double imaginary) = Times(PauliBasis.Element(flips, signs, c), state[from], state[from + plane]);
            parts[c & 7] += (state[to] * real) + (state[to + plane] * imaginary);
        }

        return LaneSum.Combine(parts);
    }

    // The element is 1, i, −1 or −i.
    private static (double Real, double Imaginary) Times(Complex element, double real, double imaginary) =>
        element.Imaginary == 0.0
            ? (element.Real * real, element.Real * imaginary)
            : (-element.Imaginary * imaginary, element.Imaginary * real);
}
