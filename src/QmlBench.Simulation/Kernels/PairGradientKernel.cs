using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// A block of <see cref="PairKernel{TCoefficients,TAccess}"/> backward in one pass: the effect goes through the transposed permutation
/// and the transposed chains in registers, and the correlations that derivatives need are taken on the way.
/// </summary>
/// <remarks>The same operations on every element, and the same order of every sum, as one map after another: the same bits.</remarks>
/// <typeparam name="TAccess">How eight choices of the other digits lie in a state.</typeparam>
internal static class PairGradientKernel<TAccess>
    where TAccess : struct, IPairAccess
{
    private const int Packed = 16 * 8;

    /// <summary>effect = blockᵀ · effect; correlations are added to the sums.</summary>
    /// <param name="effect">The effect after the block.</param>
    /// <param name="state">The state before it.</param>
    /// <param name="place">How the rows of both lie.</param>
    /// <param name="starts">Where each step begins.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="width">Doubles per row, a multiple of eight.</param>
    /// <param name="rows">Offset of each row where the effect is read: in the effect, or in sixteen packed rows.</param>
    /// <param name="packed">Room for twice sixteen packed rows.</param>
    /// <param name="block">Forms, coefficients and what is asked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(
        ref double effect, ref double state, PairPlace place, ref nint starts, int steps, int width, ref nint rows, ref double packed,
        PairMaps block)
    {
        nint low = place.Low, high = place.High, gap = place.Gap;
        ref int places = ref block.Places;
        ref double factors = ref block.Factors;
        ref double before = ref Unsafe.Add(ref packed, Packed);
        for (int step = 0; step < steps; step++)
        {
            for (nint w = 0; w < width; w += Lanes8.Width)
            {
                nint at = Unsafe.Add(ref starts, step) + w;
                ref double own = ref Unsafe.Add(ref effect, at);
                ref double from = ref TAccess.IsPacked ? ref packed : ref own;
                if (TAccess.IsPacked) Pack(ref own, place, ref packed);
                if (block.CorrelatesSecond) AfterFirst(ref Unsafe.Add(ref state, at), place, block.Form, ref block.First, ref before);
                Vector512<double> ii = Scaled(ref from, 0, gap, ref rows, ref places, ref factors);
                Vector512<double> ix = Scaled(ref from, 1, gap, ref rows, ref places, ref factors);
                Vector512<double> iy = Scaled(ref from, 2, gap, ref rows, ref places, ref factors);
                Vector512<double> iz = Scaled(ref from, 3, gap, ref rows, ref places, ref factors);
                Vector512<double> xi = Scaled(ref from, 4, gap, ref rows, ref places, ref factors);
                Vector512<double> xx = Scaled(ref from, 5, gap, ref rows, ref places, ref factors);
                Vector512<double> xy = Scaled(ref from, 6, gap, ref rows, ref places, ref factors);
                Vector512<double> xz = Scaled(ref from, 7, gap, ref rows, ref places, ref factors);
                Vector512<double> yi = Scaled(ref from, 8, gap, ref rows, ref places, ref factors);
                Vector512<double> yx = Scaled(ref from, 9, gap, ref rows, ref places, ref factors);
                Vector512<double> yy = Scaled(ref from, 10, gap, ref rows, ref places, ref factors);
                Vector512<double> yz = Scaled(ref from, 11, gap, ref rows, ref places, ref factors);
                Vector512<double> zi = Scaled(ref from, 12, gap, ref rows, ref places, ref factors);
                Vector512<double> zx = Scaled(ref from, 13, gap, ref rows, ref places, ref factors);
                Vector512<double> zy = Scaled(ref from, 14, gap, ref rows, ref places, ref factors);
                Vector512<double> zz = Scaled(ref from, 15, gap, ref rows, ref places, ref factors);
                if (block.CorrelatesSecond)
                {
                    ref double sums = ref block.SecondSums;
                    Vector512<double> sxo = Vector512.LoadUnsafe(ref sums, 0);
                    Vector512<double> sxx = Vector512.LoadUnsafe(ref sums, 8);
                    Vector512<double> sxy = Vector512.LoadUnsafe(ref sums, 16);
                    Vector512<double> sxz = Vector512.LoadUnsafe(ref sums, 24);
                    Vector512<double> syo = Vector512.LoadUnsafe(ref sums, 32);
                    Vector512<double> syx = Vector512.LoadUnsafe(ref sums, 40);
                    Vector512<double> syy = Vector512.LoadUnsafe(ref sums, 48);
                    Vector512<double> syz = Vector512.LoadUnsafe(ref sums, 56);
                    Vector512<double> szo = Vector512.LoadUnsafe(ref sums, 64);
                    Vector512<double> szx = Vector512.LoadUnsafe(ref sums, 72);
                    Vector512<double> szy = Vector512.LoadUnsafe(ref sums, 80);
                    Vector512<double> szz = Vector512.LoadUnsafe(ref sums, 88);
                    PairRow of0 = Four(ref before, 0, 32);
                    (sxo, sxx) = (Lanes8.MultiplyAdd(xi, of0.One, sxo), Lanes8.MultiplyAdd(xi, of0.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(xi, of0.Y, sxy), Lanes8.MultiplyAdd(xi, of0.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(yi, of0.One, syo), Lanes8.MultiplyAdd(yi, of0.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(yi, of0.Y, syy), Lanes8.MultiplyAdd(yi, of0.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(zi, of0.One, szo), Lanes8.MultiplyAdd(zi, of0.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(zi, of0.Y, szy), Lanes8.MultiplyAdd(zi, of0.Z, szz));
                    PairRow of1 = Four(ref before, 8, 32);
                    (sxo, sxx) = (Lanes8.MultiplyAdd(xx, of1.One, sxo), Lanes8.MultiplyAdd(xx, of1.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(xx, of1.Y, sxy), Lanes8.MultiplyAdd(xx, of1.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(yx, of1.One, syo), Lanes8.MultiplyAdd(yx, of1.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(yx, of1.Y, syy), Lanes8.MultiplyAdd(yx, of1.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(zx, of1.One, szo), Lanes8.MultiplyAdd(zx, of1.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(zx, of1.Y, szy), Lanes8.MultiplyAdd(zx, of1.Z, szz));
                    PairRow of2 = Four(ref before, 16, 32);
                    (sxo, sxx) = (Lanes8.MultiplyAdd(xy, of2.One, sxo), Lanes8.MultiplyAdd(xy, of2.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(xy, of2.Y, sxy), Lanes8.MultiplyAdd(xy, of2.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(yy, of2.One, syo), Lanes8.MultiplyAdd(yy, of2.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(yy, of2.Y, syy), Lanes8.MultiplyAdd(yy, of2.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(zy, of2.One, szo), Lanes8.MultiplyAdd(zy, of2.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(zy, of2.Y, szy), Lanes8.MultiplyAdd(zy, of2.Z, szz));
                    PairRow of3 = Four(ref before, 24, 32);
                    (sxo, sxx) = (Lanes8.MultiplyAdd(xz, of3.One, sxo), Lanes8.MultiplyAdd(xz, of3.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(xz, of3.Y, sxy), Lanes8.MultiplyAdd(xz, of3.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(yz, of3.One, syo), Lanes8.MultiplyAdd(yz, of3.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(yz, of3.Y, syy), Lanes8.MultiplyAdd(yz, of3.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(zz, of3.One, szo), Lanes8.MultiplyAdd(zz, of3.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(zz, of3.Y, szy), Lanes8.MultiplyAdd(zz, of3.Z, szz));
                    sxo.StoreUnsafe(ref sums, 0);
                    sxx.StoreUnsafe(ref sums, 8);
                    sxy.StoreUnsafe(ref sums, 16);
                    sxz.StoreUnsafe(ref sums, 24);
                    syo.StoreUnsafe(ref sums, 32);
                    syx.StoreUnsafe(ref sums, 40);
                    syy.StoreUnsafe(ref sums, 48);
                    syz.StoreUnsafe(ref sums, 56);
                    szo.StoreUnsafe(ref sums, 64);
                    szx.StoreUnsafe(ref sums, 72);
                    szy.StoreUnsafe(ref sums, 80);
                    szz.StoreUnsafe(ref sums, 88);
                }

                PairRow x = Coefficients(ref block.Second, 0), y = Coefficients(ref block.Second, 4), z = Coefficients(ref block.Second, 8);
                (ii, xi, yi, zi) = Back(x, y, z, ii, xi, yi, zi);
                (ix, xx, yx, zx) = Back(x, y, z, ix, xx, yx, zx);
                (iy, xy, yy, zy) = Back(x, y, z, iy, xy, yy, zy);
                (iz, xz, yz, zz) = Back(x, y, z, iz, xz, yz, zz);
                if (block.CorrelatesFirst)
                {
                    ref double sums = ref block.FirstSums;
                    ref double s = ref Unsafe.Add(ref state, at);
                    Vector512<double> sxo = Vector512.LoadUnsafe(ref sums, 0);
                    Vector512<double> sxx = Vector512.LoadUnsafe(ref sums, 8);
                    Vector512<double> sxy = Vector512.LoadUnsafe(ref sums, 16);
                    Vector512<double> sxz = Vector512.LoadUnsafe(ref sums, 24);
                    Vector512<double> syo = Vector512.LoadUnsafe(ref sums, 32);
                    Vector512<double> syx = Vector512.LoadUnsafe(ref sums, 40);
                    Vector512<double> syy = Vector512.LoadUnsafe(ref sums, 48);
                    Vector512<double> syz = Vector512.LoadUnsafe(ref sums, 56);
                    Vector512<double> szo = Vector512.LoadUnsafe(ref sums, 64);
                    Vector512<double> szx = Vector512.LoadUnsafe(ref sums, 72);
                    Vector512<double> szy = Vector512.LoadUnsafe(ref sums, 80);
                    Vector512<double> szz = Vector512.LoadUnsafe(ref sums, 88);
                    PairRow of0 = Four(TAccess.Load(ref s, low, gap));
                    (sxo, sxx) = (Lanes8.MultiplyAdd(ix, of0.One, sxo), Lanes8.MultiplyAdd(ix, of0.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(ix, of0.Y, sxy), Lanes8.MultiplyAdd(ix, of0.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(iy, of0.One, syo), Lanes8.MultiplyAdd(iy, of0.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(iy, of0.Y, syy), Lanes8.MultiplyAdd(iy, of0.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(iz, of0.One, szo), Lanes8.MultiplyAdd(iz, of0.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(iz, of0.Y, szy), Lanes8.MultiplyAdd(iz, of0.Z, szz));
                    s = ref Unsafe.Add(ref s, high);
                    PairRow of1 = Four(TAccess.Load(ref s, low, gap));
                    (sxo, sxx) = (Lanes8.MultiplyAdd(xx, of1.One, sxo), Lanes8.MultiplyAdd(xx, of1.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(xx, of1.Y, sxy), Lanes8.MultiplyAdd(xx, of1.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(xy, of1.One, syo), Lanes8.MultiplyAdd(xy, of1.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(xy, of1.Y, syy), Lanes8.MultiplyAdd(xy, of1.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(xz, of1.One, szo), Lanes8.MultiplyAdd(xz, of1.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(xz, of1.Y, szy), Lanes8.MultiplyAdd(xz, of1.Z, szz));
                    s = ref Unsafe.Add(ref s, high);
                    PairRow of2 = Four(TAccess.Load(ref s, low, gap));
                    (sxo, sxx) = (Lanes8.MultiplyAdd(yx, of2.One, sxo), Lanes8.MultiplyAdd(yx, of2.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(yx, of2.Y, sxy), Lanes8.MultiplyAdd(yx, of2.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(yy, of2.One, syo), Lanes8.MultiplyAdd(yy, of2.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(yy, of2.Y, syy), Lanes8.MultiplyAdd(yy, of2.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(yz, of2.One, szo), Lanes8.MultiplyAdd(yz, of2.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(yz, of2.Y, szy), Lanes8.MultiplyAdd(yz, of2.Z, szz));
                    s = ref Unsafe.Add(ref s, high);
                    PairRow of3 = Four(TAccess.Load(ref s, low, gap));
                    (sxo, sxx) = (Lanes8.MultiplyAdd(zx, of3.One, sxo), Lanes8.MultiplyAdd(zx, of3.X, sxx));
                    (sxy, sxz) = (Lanes8.MultiplyAdd(zx, of3.Y, sxy), Lanes8.MultiplyAdd(zx, of3.Z, sxz));
                    (syo, syx) = (Lanes8.MultiplyAdd(zy, of3.One, syo), Lanes8.MultiplyAdd(zy, of3.X, syx));
                    (syy, syz) = (Lanes8.MultiplyAdd(zy, of3.Y, syy), Lanes8.MultiplyAdd(zy, of3.Z, syz));
                    (szo, szx) = (Lanes8.MultiplyAdd(zz, of3.One, szo), Lanes8.MultiplyAdd(zz, of3.X, szx));
                    (szy, szz) = (Lanes8.MultiplyAdd(zz, of3.Y, szy), Lanes8.MultiplyAdd(zz, of3.Z, szz));
                    sxo.StoreUnsafe(ref sums, 0);
                    sxx.StoreUnsafe(ref sums, 8);
                    sxy.StoreUnsafe(ref sums, 16);
                    sxz.StoreUnsafe(ref sums, 24);
                    syo.StoreUnsafe(ref sums, 32);
                    syx.StoreUnsafe(ref sums, 40);
                    syy.StoreUnsafe(ref sums, 48);
                    syz.StoreUnsafe(ref sums, 56);
                    szo.StoreUnsafe(ref sums, 64);
                    szx.StoreUnsafe(ref sums, 72);
                    szy.StoreUnsafe(ref sums, 80);
                    szz.StoreUnsafe(ref sums, 88);
                }

                if (block.Form == ChainForm.Diagonal)
                {
                    Vector512<double> f = Shared(ref block.First, 8);
                    ii = Lanes8.MultiplyAdd(f, iz, ii);
                    xi = Lanes8.MultiplyAdd(f, xz, xi);
                    yi = Lanes8.MultiplyAdd(f, yz, yi);
                    zi = Lanes8.MultiplyAdd(f, zz, zi);
                    f = Shared(ref block.First, 1);
                    (ix, xx, yx, zx) = (f * ix, f * xx, f * yx, f * zx);
                    f = Shared(ref block.First, 6);
                    (iy, xy, yy, zy) = (f * iy, f * xy, f * yy, f * zy);
                    f = Shared(ref block.First, 11);
                    (iz, xz, yz, zz) = (f * iz, f * xz, f * yz, f * zz);
                }
                else if (block.Form == ChainForm.Full)
                {
                    PairRow a = Coefficients(ref block.First, 0), b = Coefficients(ref block.First, 4), c = Coefficients(ref block.First, 8);
                    (ii, ix, iy, iz) = Back(a, b, c, ii, ix, iy, iz);
                    (xi, xx, xy, xz) = Back(a, b, c, xi, xx, xy, xz);
                    (yi, yx, yy, yz) = Back(a, b, c, yi, yx, yy, yz);
                    (zi, zx, zy, zz) = Back(a, b, c, zi, zx, zy, zz);
                }

                TAccess.StoreFour(ii, ix, iy, iz, ref own, low, gap);
                own = ref Unsafe.Add(ref own, high);
                TAccess.StoreFour(xi, xx, xy, xz, ref own, low, gap);
                own = ref Unsafe.Add(ref own, high);
                TAccess.StoreFour(yi, yx, yy, yz, ref own, low, gap);
                own = ref Unsafe.Add(ref own, high);
                TAccess.StoreFour(zi, zx, zy, zz, ref own, low, gap);
            }
        }
    }

    // The state after the chain of the lower qubit, packed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AfterFirst(ref double state, PairPlace place, ChainForm form, ref double map, ref double packed)
    {
        PairRow a = default, b = default, c = default;
        if (form != ChainForm.None) (a, b, c) = (Coefficients(ref map, 0), Coefficients(ref map, 4), Coefficients(ref map, 8));
        for (int group = 0; group < 4; group++)
        {
            PairRow s = Four(TAccess.Load(ref Unsafe.Add(ref state, group * place.High), place.Low, place.Gap));
            Vector512<double> x = s.X, y = s.Y, z = s.Z;
            if (form == ChainForm.Diagonal) (x, y, z) = (a.X * x, b.Y * y, Lanes8.MultiplyAdd(c.One, s.One, c.Z * z));
            else if (form == ChainForm.Full) (x, y, z) = (a.Of(s.One, x, y, z), b.Of(s.One, x, y, z), c.Of(s.One, x, y, z));
            Keep(ref Unsafe.Add(ref packed, group * 32), s.One, x, y, z);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pack(ref double source, PairPlace place, ref double packed)
    {
        for (int group = 0; group < 4; group++)
        {
            PairRow s = Four(TAccess.Load(ref Unsafe.Add(ref source, group * place.High), place.Low, place.Gap));
            Keep(ref Unsafe.Add(ref packed, group * 32), s.One, s.X, s.Y, s.Z);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(ref double packed, Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z)
    {
        i.StoreUnsafe(ref packed);
        x.StoreUnsafe(ref packed, 8);
        y.StoreUnsafe(ref packed, 16);
        z.StoreUnsafe(ref packed, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PairRow Four(ref double packed, nuint first, nuint step) => new(
        Vector512.LoadUnsafe(ref packed, first), Vector512.LoadUnsafe(ref packed, first + step),
        Vector512.LoadUnsafe(ref packed, first + (2 * step)), Vector512.LoadUnsafe(ref packed, first + (3 * step)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PairRow Four((Vector512<double> I, Vector512<double> X, Vector512<double> Y, Vector512<double> Z) rows) =>
        new(rows.I, rows.X, rows.Y, rows.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PairRow Coefficients(ref double map, int entry) =>
        new(Shared(ref map, entry), Shared(ref map, entry + 1), Shared(ref map, entry + 2), Shared(ref map, entry + 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Shared(ref double map, int entry) => Vector512.Create(Unsafe.Add(ref map, entry));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Scaled(ref double from, int row, nint gap, ref nint rows, ref int places, ref double factors)
    {
        nint place = Unsafe.Add(ref places, row);
        Vector512<double> value = TAccess.Read(ref Unsafe.Add(ref from, Unsafe.Add(ref rows, place)), gap);
        return Lanes8.MultiplyAdd(Vector512.Create(Unsafe.Add(ref factors, place)), value, Vector512<double>.Zero);
    }

    // The transposed map.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> I, Vector512<double> X, Vector512<double> Y, Vector512<double> Z) Back(
        PairRow a, PairRow b, PairRow c, Vector512<double> one, Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        (Lanes8.MultiplyAdd(c.One, z, Lanes8.MultiplyAdd(b.One, y, Lanes8.MultiplyAdd(a.One, x, one))),
            Lanes8.MultiplyAdd(c.X, z, Lanes8.MultiplyAdd(b.X, y, a.X * x)), Lanes8.MultiplyAdd(c.Y, z, Lanes8.MultiplyAdd(b.Y, y, a.Y * x)),
            Lanes8.MultiplyAdd(c.Z, z, Lanes8.MultiplyAdd(b.Z, y, a.Z * x)));
}
