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
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride, bool shifts, ref double table)
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
    public static void Transposed(ref double tile, int rows, int width, int stride, bool shifts, ref double table)
    {
        int period = TCoefficients.Period;
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector xi = TCoefficients.Get(ref table, 0, lane), xx = TCoefficients.Get(ref table, 1, lane);
            TVector xy = TCoefficients.Get(ref table, 2, lane), xz = TCoefficients.Get(ref table, 3, lane);
            TVector yi = TCoefficients.Get(ref table, 4, lane), yx = TCoefficients.Get(ref table, 5, lane);
            TVector yy = TCoefficients.Get(ref table, 6, lane), yz = TCoefficients.Get(ref table, 7, lane);
            TVector zi = TCoefficients.Get(ref table, 8, lane), zx = TCoefficients.Get(ref table, 9, lane);
            TVector zy = TCoefficients.Get(ref table, 10, lane), zz = TCoefficients.Get(ref table, 11, lane);
            for (int high = 0; high < rows; high += 4 * stride)
            {
                for (int row = high; row < high + stride; row++)
                {
                    int step = stride * width;
                    for (int w = (row * width) + lane; w < (row + 1) * width; w += period)
                    {
                        TVector x = TLanes.Load(ref tile, (nuint)(w + step));
                        TVector y = TLanes.Load(ref tile, (nuint)(w + (2 * step)));
                        TVector z = TLanes.Load(ref tile, (nuint)(w + (3 * step)));
                        TLanes.Store(Three(xx, yx, zx, x, y, z), ref tile, (nuint)(w + step));
                        TLanes.Store(Three(xy, yy, zy, x, y, z), ref tile, (nuint)(w + (2 * step)));
                        TLanes.Store(Three(xz, yz, zz, x, y, z), ref tile, (nuint)(w + (3 * step)));
                        if (shifts)
                        {
                            TVector one = TLanes.Load(ref tile, (nuint)w);
                            TLanes.Store(TLanes.Add(one, Three(xi, yi, zi, x, y, z)), ref tile, (nuint)w);
                        }
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Correlate(ref double effect, ref double state, int rows, int width, int stride, int lanes, ref double sums)
    {
        int step = stride * width, used = Math.Min(width, lanes);
        for (int i = 1; i < 4; i++)
        {
            for (int lane = 0; lane < used; lane += TLanes.Width)
            {
                nuint slot = (nuint)((4 * (i - 1) * lanes) + lane);
                TVector sumI = TLanes.Load(ref sums, slot), sumX = TLanes.Load(ref sums, slot + (nuint)lanes);
                TVector sumY = TLanes.Load(ref sums, slot + (nuint)(2 * lanes)), sumZ = TLanes.Load(ref sums, slot + (nuint)(3 * lanes));
                for (int element = lane; element < width; element += lanes)
                {
                    for (int high = 0; high < rows; high += 4 * stride)
                    {
                        for (int row = high; row < high + stride; row++)
                        {
                            nuint w = (nuint)((row * width) + element);
                            TVector e = TLanes.Load(ref effect, w + (nuint)(i * step));
                            sumI = TLanes.MultiplyAdd(e, TLanes.Load(ref state, w), sumI);
                            sumX = TLanes.MultiplyAdd(e, TLanes.Load(ref state, w + (nuint)step), sumX);
                            sumY = TLanes.MultiplyAdd(e, TLanes.Load(ref state, w + (nuint)(2 * step)), sumY);
                            sumZ = TLanes.MultiplyAdd(e, TLanes.Load(ref state, w + (nuint)(3 * step)), sumZ);
                        }
                    }
                }

                TLanes.Store(sumI, ref sums, slot);
                TLanes.Store(sumX, ref sums, slot + (nuint)lanes);
                TLanes.Store(sumY, ref sums, slot + (nuint)(2 * lanes));
                TLanes.Store(sumZ, ref sums, slot + (nuint)(3 * lanes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector a, TVector b, TVector c, TVector x, TVector y, TVector z) =>
        TLanes.MultiplyAdd(c, z, TLanes.MultiplyAdd(b, y, TLanes.Multiply(a, x)));
}
