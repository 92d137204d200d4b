using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>A sparse transfer matrix on the rows of a tile: signed permutations, Pauli noise, relaxation, rotations, dense maps alike.</summary>
/// <remarks>
/// Output row i is <c>Σ_k c_k · x_{column(k)}</c> over the entries of row i in their stored order, one multiplication and one addition
/// each. Entries are given in rows: entry k of row i for <c>starts[i] ≤ k &lt; starts[i + 1]</c>; its coefficient is number
/// <c>slots[k]</c> of the table, so that a transposed pattern reads the same table.
/// </remarks>
internal static class SparseKernel<TVector, TLanes, TCoefficients>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
    where TCoefficients : struct, ICoefficients<TVector, TLanes>
{
    /// <summary>Writes the product with <paramref name="input"/> to <paramref name="output"/>, another tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply(
        ref double input, ref double output, int width, ReadOnlySpan<int> starts, ReadOnlySpan<int> columns, ReadOnlySpan<int> slots, ref double table)
    {
        int period = TCoefficients.Period;
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            int first = starts[row], end = starts[row + 1];
            for (int w = 0; w < width; w += TLanes.Width)
            {
                int lane = w & (period - 1);
                TVector sum = TLanes.Broadcast(0.0);
                if (first < end)
                {
                    sum = TLanes.Multiply(TCoefficients.Get(ref table, slots[first], lane), TLanes.Load(ref input, (nuint)((columns[first] * width) + w)));
                }

                for (int k = first + 1; k < end; k++)
                {
                    TVector x = TLanes.Load(ref input, (nuint)((columns[k] * width) + w));
                    sum = TLanes.Add(sum, TLanes.Multiply(TCoefficients.Get(ref table, slots[k], lane), x));
                }

                TLanes.Store(sum, ref output, (nuint)((row * width) + w));
            }
        }
    }

    /// <summary>Adds to <paramref name="sums"/>[entry][lane] the products effect_row·state_column of every entry.</summary>
    /// <remarks>Lanes as in <see cref="AffineKernel{TVector, TLanes, TCoefficients}.Correlate"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Correlate(
        ref double effect, ref double state, int width, ReadOnlySpan<int> starts, ReadOnlySpan<int> columns, int lanes, ref double sums)
    {
        int used = Math.Min(width, lanes);
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            for (int k = starts[row]; k < starts[row + 1]; k++)
            {
                for (int lane = 0; lane < used; lane += TLanes.Width)
                {
                    TVector sum = TLanes.Load(ref sums, (nuint)((k * lanes) + lane));
                    for (int w = lane; w < width; w += lanes)
                    {
                        TVector e = TLanes.Load(ref effect, (nuint)((row * width) + w));
                        sum = TLanes.Add(sum, TLanes.Multiply(e, TLanes.Load(ref state, (nuint)((columns[k] * width) + w))));
                    }

                    TLanes.Store(sum, ref sums, (nuint)((k * lanes) + lane));
                }
            }
        }
    }
}
