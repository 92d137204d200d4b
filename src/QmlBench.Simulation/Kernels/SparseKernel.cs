using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// A sparse transfer matrix on the rows of a tile: signed permutations, Pauli noise, relaxation, rotations, dense maps alike.
/// </summary>
/// <remarks>
/// Output row i is <c>Σ_k c_k · x_{column(k)}</c> over the entries of row i in their stored order, each addition fused,
/// beginning at 0. Vectors that share coefficients are taken eight, four or two at a time. Entries are given in rows: entry k of row i
/// for <c>starts[i] ≤ k &lt; starts[i + 1]</c>; its coefficient is number
/// <c>slots[k]</c> of the table, so that a transposed pattern reads the same table.
/// </remarks>
internal static class SparseKernel<TVector, TLanes, TCoefficients>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
    where TCoefficients : struct, ICoefficients<TVector, TLanes>
{
    /// <summary>
    /// Writes the product with the rows of <paramref name="input"/> to those of <paramref name="output"/>, another place.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply(
        ref double input, ReadOnlySpan<nint> inputRows, ref double output, ReadOnlySpan<nint> outputRows, int width, SparseView pattern,
        ref double table)
    {
        int period = TCoefficients.Period, eight = 8 * period, four = 4 * period, two = 2 * period;
        ref int starts = ref MemoryMarshal.GetReference(pattern.Starts);
        ref int columns = ref MemoryMarshal.GetReference(pattern.Columns);
        ref int slots = ref MemoryMarshal.GetReference(pattern.Slots);
        ref nint rows = ref MemoryMarshal.GetReference(inputRows);
        for (int row = 0; row < outputRows.Length; row++)
        {
            int first = Unsafe.Add(ref starts, row), end = Unsafe.Add(ref starts, row + 1);
            ref double target = ref Unsafe.Add(ref output, outputRows[row]);
            for (int lane = 0; lane < period; lane += TLanes.Width)
            {
                int w = lane;
                for (; w + eight <= width + lane; w += eight)
                {
                    TVector a = TLanes.Broadcast(0.0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
                    for (int k = first; k < end; k++)
                    {
                        TVector factor = TCoefficients.Get(ref table, Unsafe.Add(ref slots, k), lane);
                        ref double x = ref Unsafe.Add(ref input, Unsafe.Add(ref rows, Unsafe.Add(ref columns, k)) + w);
                        a = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, 0), a);
                        b = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)period), b);
                        c = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(2 * period)), c);
                        d = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(3 * period)), d);
                        e = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(4 * period)), e);
                        f = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(5 * period)), f);
                        g = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(6 * period)), g);
                        h = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(7 * period)), h);
                    }

                    TLanes.Store(a, ref target, (nuint)(w));
                    TLanes.Store(b, ref target, (nuint)(w + period));
                    TLanes.Store(c, ref target, (nuint)(w + (2 * period)));
                    TLanes.Store(d, ref target, (nuint)(w + (3 * period)));
                    TLanes.Store(e, ref target, (nuint)(w + (4 * period)));
                    TLanes.Store(f, ref target, (nuint)(w + (5 * period)));
                    TLanes.Store(g, ref target, (nuint)(w + (6 * period)));
                    TLanes.Store(h, ref target, (nuint)(w + (7 * period)));
                }

                for (; w + four <= width + lane; w += four)
                {
                    TVector a = TLanes.Broadcast(0.0), b = a, c = a, d = a;
                    for (int k = first; k < end; k++)
                    {
                        TVector factor = TCoefficients.Get(ref table, Unsafe.Add(ref slots, k), lane);
                        ref double x = ref Unsafe.Add(ref input, Unsafe.Add(ref rows, Unsafe.Add(ref columns, k)) + w);
                        a = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, 0), a);
                        b = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)period), b);
                        c = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)two), c);
                        d = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)(two + period)), d);
                    }

                    TLanes.Store(a, ref target, (nuint)w);
                    TLanes.Store(b, ref target, (nuint)(w + period));
                    TLanes.Store(c, ref target, (nuint)(w + two));
                    TLanes.Store(d, ref target, (nuint)(w + two + period));
                }

                for (; w + two <= width + lane; w += two)
                {
                    TVector a = TLanes.Broadcast(0.0), b = a;
                    for (int k = first; k < end; k++)
                    {
                        TVector factor = TCoefficients.Get(ref table, Unsafe.Add(ref slots, k), lane);
                        ref double x = ref Unsafe.Add(ref input, Unsafe.Add(ref rows, Unsafe.Add(ref columns, k)) + w);
                        a = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, 0), a);
                        b = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, (nuint)period), b);
                    }

                    TLanes.Store(a, ref target, (nuint)w);
                    TLanes.Store(b, ref target, (nuint)(w + period));
                }

                for (; w < width; w += period)
                {
                    TVector a = TLanes.Broadcast(0.0);
                    for (int k = first; k < end; k++)
                    {
                        TVector factor = TCoefficients.Get(ref table, Unsafe.Add(ref slots, k), lane);
                        ref double x = ref Unsafe.Add(ref input, Unsafe.Add(ref rows, Unsafe.Add(ref columns, k)) + w);
                        a = TLanes.MultiplyAdd(factor, TLanes.Load(ref x, 0), a);
                    }

                    TLanes.Store(a, ref target, (nuint)w);
                }
            }
        }
    }

    /// <summary>Adds to <paramref name="sums"/>[entry][lane] the products effect_row·state_column of every entry.</summary>
    /// <remarks>Lanes as in <see cref="ISingleKernel.Correlate"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Correlate(
        ref double effect, ReadOnlySpan<nint> effectRows, ref double state, ReadOnlySpan<nint> stateRows, int width, SparseView pattern,
        int lanes, ref double sums)
    {
        int used = Math.Min(width, lanes);
        for (int row = 0; row + 1 < pattern.Starts.Length; row++)
        {
            ref double e = ref Unsafe.Add(ref effect, effectRows[row]);
            for (int k = pattern.Starts[row]; k < pattern.Starts[row + 1]; k++)
            {
                ref double x = ref Unsafe.Add(ref state, stateRows[pattern.Columns[k]]);
                for (int lane = 0; lane < used; lane += TLanes.Width)
                {
                    TVector sum = TLanes.Load(ref sums, (nuint)((k * lanes) + lane));
                    for (int w = lane; w < width; w += lanes)
                        sum = TLanes.MultiplyAdd(TLanes.Load(ref e, (nuint)w), TLanes.Load(ref x, (nuint)w), sum);
                    TLanes.Store(sum, ref sums, (nuint)((k * lanes) + lane));
                }
            }
        }
    }
}
