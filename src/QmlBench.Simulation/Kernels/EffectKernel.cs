using System.Collections.Immutable;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Kernels;

/// <summary>Sparse functions of a state.</summary>
internal static class EffectKernel
{
    /// <summary>effect = Σ_k slope_k·O_k for each row; rows that are not given get 0.</summary>
    internal static void Accumulate(Span<double> effect, int lanes, EffectSet effects, ReadOnlySpan<double> slopes, int rowCount)
    {
        effect.Clear();
        for (int k = 0; k < effects.Count; k++)
            foreach (EffectTerm term in effects.Members[k])
                for (int row = 0; row < rowCount; row++)
                    effect[((int)term.Index * lanes) + row] += slopes[(row * effects.Count) + k] * term.Weight;
    }

    /// <summary>effect = O, the same for every row.</summary>
    internal static void Accumulate(Span<double> effect, int lanes, ImmutableArray<EffectTerm> terms)
    {
        effect.Clear();
        foreach (EffectTerm term in terms) effect.Slice((int)term.Index * lanes, lanes).Fill(term.Weight);
    }

    /// <summary>
    /// values[row][k] = Σ weight·coefficient over the terms of function k, in their order, in eight partial sums (term i in sum i mod 8).
    /// </summary>
    internal static void Evaluate(ReadOnlySpan<double> state, int lanes, EffectSet effects, Span<double> values, int rowCount)
    {
        Span<double> parts = stackalloc double[8];
        for (int k = 0; k < effects.Count; k++)
        {
            ImmutableArray<EffectTerm> terms = effects.Members[k];
            for (int row = 0; row < rowCount; row++)
            {
                parts.Clear();
                for (int t = 0; t < terms.Length; t++) parts[t & 7] += terms[t].Weight * state[((int)terms[t].Index * lanes) + row];
                values[(row * effects.Count) + k] = Numerics.LaneSum.Combine(parts);
            }
        }
    }
}
