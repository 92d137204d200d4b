using System.Runtime.CompilerServices;
using QmlBench.Simulation.Trajectories;

namespace QmlBench.Simulation.Kernels;

/// <inheritdoc cref="ICellKernel"/>
/// <remarks>
/// Every element is computed from the others of its group by the same fused operations in the same order, so width and the way a state
/// is cut into parts change no bit.
/// </remarks>
internal sealed class CellKernel<TVector, TLanes> : ICellKernel
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    private const int CellShift = 4;
    private const int Lanes = 8;

    /// <inheritdoc/>
    public void Apply(in TrajectoryBlock block, ref double numbers, ref double cells, nint count)
    {
        ref double matrix = ref Unsafe.Add(ref numbers, block.Matrix);
        switch (block.Kind)
        {
            case BlockKind.Single: Single(ref matrix, ref cells, count, block.A); break;
            case BlockKind.Permuted: Permuted(block, ref matrix, ref cells, count); break;
            case BlockKind.Pair: Pair(ref matrix, ref cells, count, block.A, block.B); break;
            case BlockKind.Triple: Triple(block, ref matrix, ref cells, count); break;
            case BlockKind.Swap: Swap(ref cells, count, block.A, block.B); break;
            default: throw new InvalidOperationException($"Bug in QmlBench: {block.Kind} is no sweep over cells.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(ref double u, ref double cells, nint count, int bit)
    {
        TVector ar = Coefficient(ref u, 0), ai = Coefficient(ref u, 1), br = Coefficient(ref u, 2), bi = Coefficient(ref u, 3);
        TVector cr = Coefficient(ref u, 4), ci = Coefficient(ref u, 5), dr = Coefficient(ref u, 6), di = Coefficient(ref u, 7);
        nint low = ((nint)1 << bit) - 1, step = (nint)1 << (bit + CellShift);
        for (nint t = 0; t < count / 2; t++)
        {
            ref double x = ref Unsafe.Add(ref cells, (((t & ~low) << 1) | (t & low)) << CellShift);
            ref double y = ref Unsafe.Add(ref x, step);
            for (int w = 0; w < Lanes; w += TLanes.Width)
            {
                nuint re = (nuint)w, im = (nuint)(w + Lanes);
                TVector xr = TLanes.Load(ref x, re), xi = TLanes.Load(ref x, im), yr = TLanes.Load(ref y, re), yi = TLanes.Load(ref y, im);
                TLanes.Store(Real(ar, ai, br, bi, xr, xi, yr, yi), ref x, re);
                TLanes.Store(Imaginary(ar, ai, br, bi, xr, xi, yr, yi), ref x, im);
                TLanes.Store(Real(cr, ci, dr, di, xr, xi, yr, yi), ref y, re);
                TLanes.Store(Imaginary(cr, ci, dr, di, xr, xi, yr, yi), ref y, im);
            }
        }
    }

    // The matrix couples the cells 0 and 1, and 2 and 3; what becomes of each is written where the permutation puts it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Permuted(in TrajectoryBlock block, ref double u, ref double cells, nint count)
    {
        bool onB = (block.Code & TrajectoryBlock.OnB) != 0;
        nint a = (nint)1 << (block.A + CellShift), b = (nint)1 << (block.B + CellShift);
        nint first = onB ? b : a, second = onB ? a : b;
        nint to0 = Place(block.Code, 0, a, b), to1 = Place(block.Code, onB ? 2 : 1, a, b);
        nint to2 = Place(block.Code, onB ? 1 : 2, a, b), to3 = Place(block.Code, 3, a, b);
        TVector ar = Coefficient(ref u, 0), ai = Coefficient(ref u, 1), br = Coefficient(ref u, 2), bi = Coefficient(ref u, 3);
        TVector cr = Coefficient(ref u, 4), ci = Coefficient(ref u, 5), dr = Coefficient(ref u, 6), di = Coefficient(ref u, 7);
        int lowBit = Math.Min(block.A, block.B), highBit = Math.Max(block.A, block.B) - 1;
        nint low = ((nint)1 << lowBit) - 1, middle = ((nint)1 << highBit) - 1;
        for (nint t = 0; t < count / 4; t++)
        {
            nint high = ((t & ~middle) << 1) | (t & middle);
            ref double origin = ref Unsafe.Add(ref cells, (((high & ~low) << 1) | (high & low)) << CellShift);
            for (int w = 0; w < Lanes; w += TLanes.Width)
            {
                ref double x = ref Unsafe.Add(ref origin, w);
                TVector xr = TLanes.Load(ref x, 0), xi = TLanes.Load(ref x, Lanes);
                TVector yr = TLanes.Load(ref Unsafe.Add(ref x, first), 0), yi = TLanes.Load(ref Unsafe.Add(ref x, first), Lanes);
                TVector vr = TLanes.Load(ref Unsafe.Add(ref x, second), 0), vi = TLanes.Load(ref Unsafe.Add(ref x, second), Lanes);
                ref double last = ref Unsafe.Add(ref x, first + second);
                TVector wr = TLanes.Load(ref last, 0), wi = TLanes.Load(ref last, Lanes);
                TLanes.Store(Real(ar, ai, br, bi, xr, xi, yr, yi), ref Unsafe.Add(ref x, to0), 0);
                TLanes.Store(Imaginary(ar, ai, br, bi, xr, xi, yr, yi), ref Unsafe.Add(ref x, to0), Lanes);
                TLanes.Store(Real(cr, ci, dr, di, xr, xi, yr, yi), ref Unsafe.Add(ref x, to1), 0);
                TLanes.Store(Imaginary(cr, ci, dr, di, xr, xi, yr, yi), ref Unsafe.Add(ref x, to1), Lanes);
                TLanes.Store(Real(ar, ai, br, bi, vr, vi, wr, wi), ref Unsafe.Add(ref x, to2), 0);
                TLanes.Store(Imaginary(ar, ai, br, bi, vr, vi, wr, wi), ref Unsafe.Add(ref x, to2), Lanes);
                TLanes.Store(Real(cr, ci, dr, di, vr, vi, wr, wi), ref Unsafe.Add(ref x, to3), 0);
                TLanes.Store(Imaginary(cr, ci, dr, di, vr, vi, wr, wi), ref Unsafe.Add(ref x, to3), Lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pair(ref double m, ref double cells, nint count, int bitA, int bitB)
    {
        nint a = (nint)1 << (bitA + CellShift), b = (nint)1 << (bitB + CellShift);
        int lowBit = Math.Min(bitA, bitB), highBit = Math.Max(bitA, bitB) - 1;
        nint low = ((nint)1 << lowBit) - 1, middle = ((nint)1 << highBit) - 1;
        for (nint t = 0; t < count / 4; t++)
        {
            nint high = ((t & ~middle) << 1) | (t & middle);
            ref double origin = ref Unsafe.Add(ref cells, (((high & ~low) << 1) | (high & low)) << CellShift);
            for (int w = 0; w < Lanes; w += TLanes.Width)
            {
                ref double x = ref Unsafe.Add(ref origin, w);
                TVector xr = TLanes.Load(ref x, 0), xi = TLanes.Load(ref x, Lanes);
                TVector yr = TLanes.Load(ref Unsafe.Add(ref x, a), 0), yi = TLanes.Load(ref Unsafe.Add(ref x, a), Lanes);
                TVector vr = TLanes.Load(ref Unsafe.Add(ref x, b), 0), vi = TLanes.Load(ref Unsafe.Add(ref x, b), Lanes);
                TVector wr = TLanes.Load(ref Unsafe.Add(ref x, a + b), 0), wi = TLanes.Load(ref Unsafe.Add(ref x, a + b), Lanes);
                Row(ref m, xr, xi, yr, yi, vr, vi, wr, wi, ref x);
                Row(ref Unsafe.Add(ref m, 8), xr, xi, yr, yi, vr, vi, wr, wi, ref Unsafe.Add(ref x, a));
                Row(ref Unsafe.Add(ref m, 16), xr, xi, yr, yi, vr, vi, wr, wi, ref Unsafe.Add(ref x, b));
                Row(ref Unsafe.Add(ref m, 24), xr, xi, yr, yi, vr, vi, wr, wi, ref Unsafe.Add(ref x, a + b));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row(
        ref double m, TVector xr, TVector xi, TVector yr, TVector yi, TVector vr, TVector vi, TVector wr, TVector wi, ref double target)
    {
        TVector c = Coefficient(ref m, 0), s = Coefficient(ref m, 1);
        TVector real = TLanes.MultiplySubtract(s, xi, TLanes.Multiply(c, xr));
        TVector imaginary = TLanes.MultiplyAdd(s, xr, TLanes.Multiply(c, xi));
        (c, s) = (Coefficient(ref m, 2), Coefficient(ref m, 3));
        real = TLanes.MultiplySubtract(s, yi, TLanes.MultiplyAdd(c, yr, real));
        imaginary = TLanes.MultiplyAdd(s, yr, TLanes.MultiplyAdd(c, yi, imaginary));
        (c, s) = (Coefficient(ref m, 4), Coefficient(ref m, 5));
        real = TLanes.MultiplySubtract(s, vi, TLanes.MultiplyAdd(c, vr, real));
        imaginary = TLanes.MultiplyAdd(s, vr, TLanes.MultiplyAdd(c, vi, imaginary));
        (c, s) = (Coefficient(ref m, 6), Coefficient(ref m, 7));
        TLanes.Store(TLanes.MultiplySubtract(s, wi, TLanes.MultiplyAdd(c, wr, real)), ref target, 0);
        TLanes.Store(TLanes.MultiplyAdd(s, wr, TLanes.MultiplyAdd(c, wi, imaginary)), ref target, Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Triple(in TrajectoryBlock block, ref double m, ref double cells, nint count)
    {
        Span<double> group = stackalloc double[8 * 2 * Lanes];
        Span<nint> places = stackalloc nint[8];
        for (int r = 0; r < 8; r++)
            places[r] = (((nint)(r & 1) << block.A) | ((nint)((r >> 1) & 1) << block.B) | ((nint)(r >> 2) << block.C)) << CellShift;
        nint used = places[7] >> CellShift;
        for (nint cell = 0; cell < count; cell++)
        {
            if ((cell & used) != 0) continue;
            ref double origin = ref Unsafe.Add(ref cells, cell << CellShift);
            for (int r = 0; r < 8; r++)
                for (int i = 0; i < 2 * Lanes; i++) group[(r * 2 * Lanes) + i] = Unsafe.Add(ref origin, places[r] + i);
            for (int r = 0; r < 8; r++)
                for (int w = 0; w < Lanes; w += TLanes.Width)
                    TripleRow(ref Unsafe.Add(ref m, 16 * r), ref group[w], ref Unsafe.Add(ref origin, places[r] + w));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TripleRow(ref double m, ref double group, ref double target)
    {
        TVector real = TLanes.Broadcast(0.0), imaginary = real;
        for (int c = 0; c < 8; c++)
        {
            TVector xr = TLanes.Load(ref group, (nuint)(c * 2 * Lanes)), xi = TLanes.Load(ref group, (nuint)((c * 2 * Lanes) + Lanes));
            TVector re = Coefficient(ref m, 2 * c), im = Coefficient(ref m, (2 * c) + 1);
            real = TLanes.MultiplySubtract(im, xi, TLanes.MultiplyAdd(re, xr, real));
            imaginary = TLanes.MultiplyAdd(im, xr, TLanes.MultiplyAdd(re, xi, imaginary));
        }

        TLanes.Store(real, ref target, 0);
        TLanes.Store(imaginary, ref target, Lanes);
    }

    // A bit of the place in a cell against a bit of the number of the cell: elements move, nothing is computed.
    private static void Swap(ref double cells, nint count, int placeBit, int bit)
    {
        nint low = ((nint)1 << bit) - 1, step = (nint)1 << (bit + CellShift);
        for (nint t = 0; t < count / 2; t++)
        {
            ref double x = ref Unsafe.Add(ref cells, (((t & ~low) << 1) | (t & low)) << CellShift);
            LaneExchange.Exchange(ref x, ref Unsafe.Add(ref x, step), placeBit);
            LaneExchange.Exchange(ref Unsafe.Add(ref x, Lanes), ref Unsafe.Add(ref x, step + Lanes), placeBit);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Products(ref double cells, nint first, int count, nint flips, bool imaginary, ref double target)
    {
        int places = (int)(flips & (Lanes - 1));
        nint far = flips >> 3;
        Span<double> moved = stackalloc double[2 * Lanes];
        for (int i = 0; i < count; i++)
        {
            ref double x = ref Unsafe.Add(ref cells, (first + i) << CellShift);
            scoped ref double y = ref Unsafe.Add(ref cells, ((first + i) ^ far) << CellShift);
            if (places != 0)
            {
                for (int w = 0; w < 2 * Lanes; w++) moved[w] = Unsafe.Add(ref y, w ^ places);
                y = ref moved[0];
            }

            for (int w = 0; w < Lanes; w += TLanes.Width)
            {
                TVector xr = TLanes.Load(ref x, (nuint)w), xi = TLanes.Load(ref x, (nuint)(w + Lanes));
                TVector yr = TLanes.Load(ref y, (nuint)w), yi = TLanes.Load(ref y, (nuint)(w + Lanes));
                TVector product = imaginary
                    ? TLanes.MultiplySubtract(yi, xr, TLanes.Multiply(yr, xi))
                    : TLanes.MultiplyAdd(yi, xi, TLanes.Multiply(yr, xr));
                TLanes.Store(product, ref target, (nuint)((i * Lanes) + w));
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transform(ref double values, int count)
    {
        for (int half = 1; half < count; half *= 2)
        {
            for (int start = 0; start < count; start += 2 * half)
            {
                ref double low = ref Unsafe.Add(ref values, start * Lanes);
                ref double high = ref Unsafe.Add(ref low, half * Lanes);
                for (int i = 0; i < half * Lanes; i += TLanes.Width)
                {
                    TVector a = TLanes.Load(ref low, (nuint)i), b = TLanes.Load(ref high, (nuint)i);
                    TLanes.Store(TLanes.Add(a, b), ref low, (nuint)i);
                    TLanes.Store(TLanes.Subtract(a, b), ref high, (nuint)i);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Accumulate(ref double sum, ref double values, bool negative)
    {
        for (int w = 0; w < Lanes; w += TLanes.Width)
        {
            TVector s = TLanes.Load(ref sum, (nuint)w), v = TLanes.Load(ref values, (nuint)w);
            TLanes.Store(negative ? TLanes.Subtract(s, v) : TLanes.Add(s, v), ref sum, (nuint)w);
        }
    }

    private static nint Place(int code, int state, nint a, nint b)
    {
        int image = (code >> (2 * state)) & 3;
        return ((image & 1) == 0 ? 0 : a) + (image < 2 ? 0 : b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Coefficient(ref double matrix, int index) => TLanes.Broadcast(Unsafe.Add(ref matrix, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Real(TVector ar, TVector ai, TVector br, TVector bi, TVector xr, TVector xi, TVector yr, TVector yi) =>
        TLanes.MultiplySubtract(bi, yi, TLanes.MultiplyAdd(br, yr, TLanes.MultiplySubtract(ai, xi, TLanes.Multiply(ar, xr))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Imaginary(TVector ar, TVector ai, TVector br, TVector bi, TVector xr, TVector xi, TVector yr, TVector yi) =>
        TLanes.MultiplyAdd(bi, yr, TLanes.MultiplyAdd(br, yi, TLanes.MultiplyAdd(ai, xr, TLanes.Multiply(ar, xi))));
}
