using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// A trace-preserving map of one qubit on a tile, forward and transposed, and the correlation that its derivative needs.
/// </summary>
/// <remarks>
/// <para>A tile holds <c>rows</c> = 4^k rows (k the qubits of the block, the row index their Pauli digits) of <c>width</c> doubles. The
/// map acts on the digit of stride <c>stride</c> = 4^p. Its twelve coefficients are the rows X, Y, Z of the transfer matrix, each
/// (I, X, Y, Z); row I is (1, 0, 0, 0). Forward: <c>y_i = ((m_iX·x_X + m_iY·x_Y) + m_iZ·x_Z) + m_iI·x_I</c>, each addition fused, the last
/// term only where the map moves the centre.</para>
/// <para>Coefficients are shared by all elements (<c>period</c> = vector width, broadcast) or belong to rows of a parameter table
/// that share a vector (<c>period</c> = 8, loaded).</para>
/// </remarks>
internal readonly struct AffineKernel<TVector, TLanes, TCoefficients> : ISingleKernel
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
    where TCoefficients : struct, ICoefficients<TVector, TLanes>
{
    /// <inheritdoc/>
    public static int Entries => AffineAlgebra.Entries;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table)
    {
        int period = TCoefficients.Period;
        bool moves = !Unsafe.AreSame(ref source, ref target);
        int rows = sourceRows.Length;
        ref nint from = ref MemoryMarshal.GetReference(sourceRows);
        ref nint to = ref MemoryMarshal.GetReference(targetRows);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector xi = TCoefficients.Get(ref table, 0, lane), xx = TCoefficients.Get(ref table, 1, lane);
            TVector xy = TCoefficients.Get(ref table, 2, lane), xz = TCoefficients.Get(ref table, 3, lane);
            TVector yi = TCoefficients.Get(ref table, 4, lane), yx = TCoefficients.Get(ref table, 5, lane);
            TVector yy = TCoefficients.Get(ref table, 6, lane), yz = TCoefficients.Get(ref table, 7, lane);
            TVector zi = TCoefficients.Get(ref table, 8, lane), zx = TCoefficients.Get(ref table, 9, lane);
            TVector zy = TCoefficients.Get(ref table, 10, lane), zz = TCoefficients.Get(ref table, 11, lane);
            for (int row = 0; row < rows; row++)
            {
                if ((row & (3 * stride)) != 0) continue;
                ref double s0 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row));
                ref double s1 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + stride));
                ref double s2 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + (2 * stride)));
                ref double s3 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + (3 * stride)));
                ref double t0 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row));
                ref double t1 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + stride));
                ref double t2 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + (2 * stride)));
                ref double t3 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + (3 * stride)));
                for (int w = lane; w < width; w += period)
                {
                    TVector x = TLanes.Load(ref s1, (nuint)w), y = TLanes.Load(ref s2, (nuint)w), z = TLanes.Load(ref s3, (nuint)w);
                    TVector newX = Three(xx, xy, xz, x, y, z);
                    TVector newY = Three(yx, yy, yz, x, y, z);
                    TVector newZ = Three(zx, zy, zz, x, y, z);
                    if (shifts)
                    {
                        TVector one = TLanes.Load(ref s0, (nuint)w);
                        newX = TLanes.MultiplyAdd(xi, one, newX);
                        newY = TLanes.MultiplyAdd(yi, one, newY);
                        newZ = TLanes.MultiplyAdd(zi, one, newZ);
                    }

                    if (moves) TLanes.Store(TLanes.Load(ref s0, (nuint)w), ref t0, (nuint)w);
                    TLanes.Store(newX, ref t1, (nuint)w);
                    TLanes.Store(newY, ref t2, (nuint)w);
                    TLanes.Store(newZ, ref t3, (nuint)w);
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
        int period = TCoefficients.Period;
        int rows = sourceRows.Length;
        TVector zero = TLanes.Broadcast(0.0);
        ref nint from = ref MemoryMarshal.GetReference(sourceRows);
        ref nint to = ref MemoryMarshal.GetReference(targetRows);
        ref int place = ref MemoryMarshal.GetReference(transposed.Columns);
        ref int slot = ref MemoryMarshal.GetReference(transposed.Slots);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector xi = TCoefficients.Get(ref table, 0, lane), xx = TCoefficients.Get(ref table, 1, lane);
            TVector xy = TCoefficients.Get(ref table, 2, lane), xz = TCoefficients.Get(ref table, 3, lane);
            TVector yi = TCoefficients.Get(ref table, 4, lane), yx = TCoefficients.Get(ref table, 5, lane);
            TVector yy = TCoefficients.Get(ref table, 6, lane), yz = TCoefficients.Get(ref table, 7, lane);
            TVector zi = TCoefficients.Get(ref table, 8, lane), zx = TCoefficients.Get(ref table, 9, lane);
            TVector zy = TCoefficients.Get(ref table, 10, lane), zz = TCoefficients.Get(ref table, 11, lane);
            for (int row = 0; row < rows; row++)
            {
                if ((row & (3 * stride)) != 0) continue;
                int row1 = row + stride, row2 = row1 + stride, row3 = row2 + stride;
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
                    TVector one = TLanes.Load(ref s0, (nuint)w), x = TLanes.Load(ref s1, (nuint)w);
                    TVector y = TLanes.Load(ref s2, (nuint)w), z = TLanes.Load(ref s3, (nuint)w);
                    TVector newX = Three(xx, xy, xz, x, y, z);
                    TVector newY = Three(yx, yy, yz, x, y, z);
                    TVector newZ = Three(zx, zy, zz, x, y, z);
                    if (shifts)
                    {
                        newX = TLanes.MultiplyAdd(xi, one, newX);
                        newY = TLanes.MultiplyAdd(yi, one, newY);
                        newZ = TLanes.MultiplyAdd(zi, one, newZ);
                    }

                    TLanes.Store(TLanes.MultiplyAdd(f0, one, zero), ref t0, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f1, newX, zero), ref t1, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f2, newY, zero), ref t2, (nuint)w);
                    TLanes.Store(TLanes.MultiplyAdd(f3, newZ, zero), ref t3, (nuint)w);
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
        int period = TCoefficients.Period;
        bool moves = !Unsafe.AreSame(ref source, ref target);
        int rows = sourceRows.Length;
        ref nint from = ref MemoryMarshal.GetReference(sourceRows);
        ref nint to = ref MemoryMarshal.GetReference(targetRows);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector xi = TCoefficients.Get(ref table, 0, lane), xx = TCoefficients.Get(ref table, 1, lane);
            TVector xy = TCoefficients.Get(ref table, 2, lane), xz = TCoefficients.Get(ref table, 3, lane);
            TVector yi = TCoefficients.Get(ref table, 4, lane), yx = TCoefficients.Get(ref table, 5, lane);
            TVector yy = TCoefficients.Get(ref table, 6, lane), yz = TCoefficients.Get(ref table, 7, lane);
            TVector zi = TCoefficients.Get(ref table, 8, lane), zx = TCoefficients.Get(ref table, 9, lane);
            TVector zy = TCoefficients.Get(ref table, 10, lane), zz = TCoefficients.Get(ref table, 11, lane);
            for (int row = 0; row < rows; row++)
            {
                if ((row & (3 * stride)) != 0) continue;
                ref double s0 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row));
                ref double s1 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + stride));
                ref double s2 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + (2 * stride)));
                ref double s3 = ref Unsafe.Add(ref source, Unsafe.Add(ref from, row + (3 * stride)));
                ref double t0 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row));
                ref double t1 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + stride));
                ref double t2 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + (2 * stride)));
                ref double t3 = ref Unsafe.Add(ref target, Unsafe.Add(ref to, row + (3 * stride)));
                for (int w = lane; w < width; w += period)
                {
                    TVector x = TLanes.Load(ref s1, (nuint)w), y = TLanes.Load(ref s2, (nuint)w), z = TLanes.Load(ref s3, (nuint)w);
                    if (shifts)
                    {
                        TVector one = TLanes.MultiplyAdd(xi, x, TLanes.Load(ref s0, (nuint)w));
                        TLanes.Store(TLanes.MultiplyAdd(zi, z, TLanes.MultiplyAdd(yi, y, one)), ref t0, (nuint)w);
                    }
                    else if (moves)
                    {
                        TLanes.Store(TLanes.Load(ref s0, (nuint)w), ref t0, (nuint)w);
                    }

                    TLanes.Store(Three(xx, yx, zx, x, y, z), ref t1, (nuint)w);
                    TLanes.Store(Three(xy, yy, zy, x, y, z), ref t2, (nuint)w);
                    TLanes.Store(Three(xz, yz, zz, x, y, z), ref t3, (nuint)w);
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
        int rows = effectRows.Length, used = Math.Min(width, lanes);
        ref nint effectRow = ref MemoryMarshal.GetReference(effectRows);
        ref nint stateRow = ref MemoryMarshal.GetReference(stateRows);
        for (int lane = 0; lane < used; lane += TLanes.Width)
        {
            TVector xi = Sum(ref sums, 0, lanes, lane);
            TVector xx = Sum(ref sums, 1, lanes, lane);
            TVector xy = Sum(ref sums, 2, lanes, lane);
            TVector xz = Sum(ref sums, 3, lanes, lane);
            TVector yi = Sum(ref sums, 4, lanes, lane);
            TVector yx = Sum(ref sums, 5, lanes, lane);
            TVector yy = Sum(ref sums, 6, lanes, lane);
            TVector yz = Sum(ref sums, 7, lanes, lane);
            TVector zi = Sum(ref sums, 8, lanes, lane);
            TVector zx = Sum(ref sums, 9, lanes, lane);
            TVector zy = Sum(ref sums, 10, lanes, lane);
            TVector zz = Sum(ref sums, 11, lanes, lane);
            for (int w = lane; w < width; w += lanes)
            {
                for (int row = 0; row < rows; row++)
                {
                    if ((row & (3 * stride)) != 0) continue;
                    ref double from = ref Unsafe.Add(ref state, w), by = ref Unsafe.Add(ref effect, w);
                    TVector one = TLanes.Load(ref Unsafe.Add(ref from, Unsafe.Add(ref stateRow, row)), 0);
                    TVector x = TLanes.Load(ref Unsafe.Add(ref from, Unsafe.Add(ref stateRow, row + stride)), 0);
                    TVector y = TLanes.Load(ref Unsafe.Add(ref from, Unsafe.Add(ref stateRow, row + (2 * stride))), 0);
                    TVector z = TLanes.Load(ref Unsafe.Add(ref from, Unsafe.Add(ref stateRow, row + (3 * stride))), 0);
                    TVector e = TLanes.Load(ref Unsafe.Add(ref by, Unsafe.Add(ref effectRow, row + stride)), 0);
                    (xi, xx) = (TLanes.MultiplyAdd(e, one, xi), TLanes.MultiplyAdd(e, x, xx));
                    (xy, xz) = (TLanes.MultiplyAdd(e, y, xy), TLanes.MultiplyAdd(e, z, xz));
                    e = TLanes.Load(ref Unsafe.Add(ref by, Unsafe.Add(ref effectRow, row + (2 * stride))), 0);
                    (yi, yx) = (TLanes.MultiplyAdd(e, one, yi), TLanes.MultiplyAdd(e, x, yx));
                    (yy, yz) = (TLanes.MultiplyAdd(e, y, yy), TLanes.MultiplyAdd(e, z, yz));
                    e = TLanes.Load(ref Unsafe.Add(ref by, Unsafe.Add(ref effectRow, row + (3 * stride))), 0);
                    (zi, zx) = (TLanes.MultiplyAdd(e, one, zi), TLanes.MultiplyAdd(e, x, zx));
                    (zy, zz) = (TLanes.MultiplyAdd(e, y, zy), TLanes.MultiplyAdd(e, z, zz));
                }
            }

            Keep(xi, ref sums, 0, lanes, lane);
            Keep(xx, ref sums, 1, lanes, lane);
            Keep(xy, ref sums, 2, lanes, lane);
            Keep(xz, ref sums, 3, lanes, lane);
            Keep(yi, ref sums, 4, lanes, lane);
            Keep(yx, ref sums, 5, lanes, lane);
            Keep(yy, ref sums, 6, lanes, lane);
            Keep(yz, ref sums, 7, lanes, lane);
            Keep(zi, ref sums, 8, lanes, lane);
            Keep(zx, ref sums, 9, lanes, lane);
            Keep(zy, ref sums, 10, lanes, lane);
            Keep(zz, ref sums, 11, lanes, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(ref double sums, int entry, int lanes, int lane) => TLanes.Load(ref sums, (nuint)((entry * lanes) + lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(TVector sum, ref double sums, int entry, int lanes, int lane) =>
        TLanes.Store(sum, ref sums, (nuint)((entry * lanes) + lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector a, TVector b, TVector c, TVector x, TVector y, TVector z) =>
        TLanes.MultiplyAdd(c, z, TLanes.MultiplyAdd(b, y, TLanes.Multiply(a, x)));
}
