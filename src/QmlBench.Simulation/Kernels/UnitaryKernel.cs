using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>A unitary (or any complex 2×2 matrix) of one qubit on a tile of amplitudes; real rows first, then imaginary ones.</summary>
/// <remarks>
/// Coefficients: (Re, Im) of U00, U01, U10, U11. Products as <c>((ar·x0r − ai·x0i) + br·x1r) − bi·x1i</c>, fused, and likewise.
/// </remarks>
internal readonly struct UnitaryKernel<TVector, TLanes, TCoefficients> : ISingleKernel
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
    where TCoefficients : struct, ICoefficients<TVector, TLanes>
{
    /// <inheritdoc/>
    public static int Entries => UnitaryAlgebra.Entries;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table)
    {
        int period = TCoefficients.Period, half = sourceRows.Length / 2;
        ref nint from = ref MemoryMarshal.GetReference(sourceRows);
        ref nint to = ref MemoryMarshal.GetReference(targetRows);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector ar = TCoefficients.Get(ref table, 0, lane), ai = TCoefficients.Get(ref table, 1, lane);
            TVector br = TCoefficients.Get(ref table, 2, lane), bi = TCoefficients.Get(ref table, 3, lane);
            TVector cr = TCoefficients.Get(ref table, 4, lane), ci = TCoefficients.Get(ref table, 5, lane);
            TVector dr = TCoefficients.Get(ref table, 6, lane), di = TCoefficients.Get(ref table, 7, lane);
            for (int row = 0; row < half; row++)
            {
                if ((row & stride) != 0) continue;
                ref double s0 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row));
                ref double s1 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + stride));
                ref double s2 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + half));
                ref double s3 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + half + stride));
                ref double t0 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row));
                ref double t1 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + stride));
                ref double t2 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + half));
                ref double t3 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + half + stride));
                for (int w = lane; w < width; w += period)
                {
                    TVector xr = TLanes.Load(ref s0, (nuint)w), xi = TLanes.Load(ref s2, (nuint)w);
                    TVector yr = TLanes.Load(ref s1, (nuint)w), yi = TLanes.Load(ref s3, (nuint)w);
                    TLanes.Store(Real(ar, ai, br, bi, xr, xi, yr, yi), ref t0, (nuint)w);
                    TLanes.Store(Imaginary(ar, ai, br, bi, xr, xi, yr, yi), ref t2, (nuint)w);
                    TLanes.Store(Real(cr, ci, dr, di, xr, xi, yr, yi), ref t1, (nuint)w);
                    TLanes.Store(Imaginary(cr, ci, dr, di, xr, xi, yr, yi), ref t3, (nuint)w);
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ForwardPermuted(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table, SparseView transposed, ref double factors)
    {
        int period = TCoefficients.Period, half = sourceRows.Length / 2;
        TVector zero = TLanes.Broadcast(0.0);
        ref nint from = ref MemoryMarshal.GetReference(sourceRows);
        ref nint to = ref MemoryMarshal.GetReference(targetRows);
        ref int place = ref MemoryMarshal.GetReference(transposed.Columns);
        ref int slot = ref MemoryMarshal.GetReference(transposed.Slots);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector ar = TCoefficients.Get(ref table, 0, lane), ai = TCoefficients.Get(ref table, 1, lane);
            TVector br = TCoefficients.Get(ref table, 2, lane), bi = TCoefficients.Get(ref table, 3, lane);
            TVector cr = TCoefficients.Get(ref table, 4, lane), ci = TCoefficients.Get(ref table, 5, lane);
            TVector dr = TCoefficients.Get(ref table, 6, lane), di = TCoefficients.Get(ref table, 7, lane);
            for (int row = 0; row < half; row++)
            {
                if ((row & stride) != 0) continue;
                int row1 = row + stride, row2 = row + half, row3 = row2 + stride;
                ref double s0 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row));
                ref double s1 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row1));
                ref double s2 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row2));
                ref double s3 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row3));
                ref double t0 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, Unsafe.Add(ref place, row)));
                ref double t1 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, Unsafe.Add(ref place, row1)));
                ref double t2 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, Unsafe.Add(ref place, row2)));
                ref double t3 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, Unsafe.Add(ref place, row3)));
                TVector f0 = TCoefficients.Get(ref factors, Unsafe.Add(ref slot, row), lane);
                TVector f1 = TCoefficients.Get(ref factors, Unsafe.Add(ref slot, row1), lane);
                TVector f2 = TCoefficients.Get(ref factors, Unsafe.Add(ref slot, row2), lane);
                TVector f3 = TCoefficients.Get(ref factors, Unsafe.Add(ref slot, row3), lane);
                for (int w = lane; w < width; w += period)
                {
                    TVector xr = TLanes.Load(ref s0, (nuint)w), xi = TLanes.Load(ref s2, (nuint)w);
                    TVector yr = TLanes.Load(ref s1, (nuint)w), yi = TLanes.Load(ref s3, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f0, Real(ar, ai, br, bi, xr, xi, yr, yi), zero), ref t0, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f2, Imaginary(ar, ai, br, bi, xr, xi, yr, yi), zero), ref t2, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f1, Real(cr, ci, dr, di, xr, xi, yr, yi), zero), ref t1, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f3, Imaginary(cr, ci, dr, di, xr, xi, yr, yi), zero), ref t3, (nuint)w);
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transposed(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table)
    {
        int period = TCoefficients.Period, half = sourceRows.Length / 2;
        ref nint from = ref MemoryMarshal.GetReference(sourceRows);
        ref nint to = ref MemoryMarshal.GetReference(targetRows);
        TVector zero = TLanes.Broadcast(0.0);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            // The adjoint: b and c change places, imaginary parts change sign.
            TVector ar = TCoefficients.Get(ref table, 0, lane), ai = TLanes.Subtract(zero, TCoefficients.Get(ref table, 1, lane));
            TVector br = TCoefficients.Get(ref table, 4, lane), bi = TLanes.Subtract(zero, TCoefficients.Get(ref table, 5, lane));
            TVector cr = TCoefficients.Get(ref table, 2, lane), ci = TLanes.Subtract(zero, TCoefficients.Get(ref table, 3, lane));
            TVector dr = TCoefficients.Get(ref table, 6, lane), di = TLanes.Subtract(zero, TCoefficients.Get(ref table, 7, lane));
            for (int row = 0; row < half; row++)
            {
                if ((row & stride) != 0) continue;
                ref double s0 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row));
                ref double s1 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + stride));
                ref double s2 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + half));
                ref double s3 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + half + stride));
                ref double t0 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row));
                ref double t1 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + stride));
                ref double t2 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + half));
                ref double t3 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + half + stride));
                for (int w = lane; w < width; w += period)
                {
                    TVector xr = TLanes.Load(ref s0, (nuint)w), xi = TLanes.Load(ref s2, (nuint)w);
                    TVector yr = TLanes.Load(ref s1, (nuint)w), yi = TLanes.Load(ref s3, (nuint)w);
                    TLanes.Store(Real(ar, ai, br, bi, xr, xi, yr, yi), ref t0, (nuint)w);
                    TLanes.Store(Imaginary(ar, ai, br, bi, xr, xi, yr, yi), ref t2, (nuint)w);
                    TLanes.Store(Real(cr, ci, dr, di, xr, xi, yr, yi), ref t1, (nuint)w);
                    TLanes.Store(Imaginary(cr, ci, dr, di, xr, xi, yr, yi), ref t3, (nuint)w);
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Correlate(
        ref double effect, ReadOnlySpan<nint> effectRows, ref double state, ReadOnlySpan<nint> stateRows, int width, int stride, int lanes,
        ref double sums)
    {
        int half = effectRows.Length / 2, used = Math.Min(width, lanes);
        ref nint effectRow = ref MemoryMarshal.GetReference(effectRows);
        ref nint stateRow = ref MemoryMarshal.GetReference(stateRows);
        for (int entry = 0; entry < 4; entry++)
        {
            int r = (entry >> 1) * stride, s = (entry & 1) * stride;
            for (int lane = 0; lane < used; lane += TLanes.Width)
            {
                nuint slot = (nuint)((2 * entry * lanes) + lane);
                TVector real = TLanes.Load(ref sums, slot), imaginary = TLanes.Load(ref sums, slot + (nuint)lanes);
                for (int w = lane; w < width; w += lanes)
                {
                    ref double from = ref Unsafe.Add(ref state, w), by = ref Unsafe.Add(ref effect, w);
                    for (int row = 0; row < half; row++)
                    {
                        if ((row & stride) != 0) continue;
                        TVector er = TLanes.Load(ref Unsafe.Add(ref by, Unsafe.Add(ref effectRow, row + r)), 0);
                        TVector ei = TLanes.Load(ref Unsafe.Add(ref by, Unsafe.Add(ref effectRow, row + r + half)), 0);
                        TVector xr = TLanes.Load(ref Unsafe.Add(ref from, Unsafe.Add(ref stateRow, row + s)), 0);
                        TVector xi = TLanes.Load(ref Unsafe.Add(ref from, Unsafe.Add(ref stateRow, row + s + half)), 0);
                        real = TLanes.MultiplyAdd(ei, xi, TLanes.MultiplyAdd(er, xr, real));
                        imaginary = TLanes.MultiplySubtract(er, xi, TLanes.MultiplyAdd(ei, xr, imaginary));
                    }
                }

                TLanes.Store(real, ref sums, slot);
                TLanes.Store(imaginary, ref sums, slot + (nuint)lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Real(TVector ar, TVector ai, TVector br, TVector bi, TVector xr, TVector xi, TVector yr, TVector yi) =>
        TLanes.MultiplySubtract(bi, yi, TLanes.MultiplyAdd(br, yr, TLanes.MultiplySubtract(ai, xi, TLanes.Multiply(ar, xr))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Imaginary(TVector ar, TVector ai, TVector br, TVector bi, TVector xr, TVector xi, TVector yr, TVector yi) =>
        TLanes.MultiplyAdd(bi, yr, TLanes.MultiplyAdd(br, yi, TLanes.MultiplyAdd(ai, xr, TLanes.Multiply(ar, xi))));
}
