using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// A block of <see cref="PairKernel{TCoefficients}"/> backward in one pass: the effect goes through the transposed permutation and the
/// transposed chains in registers, and the correlations that derivatives need are taken on the way.
/// </summary>
/// <remarks>The same operations on every element, and the same order of every sum, as one map after another: the same bits.</remarks>
internal static class PairGradientKernel
{
    /// <summary>effect = blockᵀ · effect; correlations are added to the sums.</summary>
    /// <param name="effect">The effect after the block.</param>
    /// <param name="place">How its rows lie.</param>
    /// <param name="rows">The same, row by row.</param>
    /// <param name="state">The state before the block.</param>
    /// <param name="statePlace">How its rows lie.</param>
    /// <param name="between">The state after the chain of the lower qubit.</param>
    /// <param name="betweenPlace">How its rows lie.</param>
    /// <param name="width">Doubles per row, a multiple of eight.</param>
    /// <param name="block">Forms, coefficients and what is asked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(
        ref double effect, PairPlace place, ref nint rows, ref double state, PairPlace statePlace, ref double between,
        PairPlace betweenPlace, int width, in PairMaps block)
    {
        nint low = place.Low, high = place.High;
        ref int places = ref block.Places;
        ref double factors = ref block.Factors;
        ref double first = ref block.First;
        ref double second = ref block.Second;
        ref double firstSums = ref block.FirstSums;
        ref double secondSums = ref block.SecondSums;
        bool correlatesFirst = block.CorrelatesFirst, correlatesSecond = block.CorrelatesSecond;
        ChainForm form = block.Form;
        for (nint w = 0; w < width; w += Lanes8.Width)
        {
            ref double own = ref Unsafe.Add(ref effect, w);
            Vector512<double> ii = Scaled(ref own, 0, ref rows, ref places, ref factors);
            Vector512<double> ix = Scaled(ref own, 1, ref rows, ref places, ref factors);
            Vector512<double> iy = Scaled(ref own, 2, ref rows, ref places, ref factors);
            Vector512<double> iz = Scaled(ref own, 3, ref rows, ref places, ref factors);
            Vector512<double> xi = Scaled(ref own, 4, ref rows, ref places, ref factors);
            Vector512<double> xx = Scaled(ref own, 5, ref rows, ref places, ref factors);
            Vector512<double> xy = Scaled(ref own, 6, ref rows, ref places, ref factors);
            Vector512<double> xz = Scaled(ref own, 7, ref rows, ref places, ref factors);
            Vector512<double> yi = Scaled(ref own, 8, ref rows, ref places, ref factors);
            Vector512<double> yx = Scaled(ref own, 9, ref rows, ref places, ref factors);
            Vector512<double> yy = Scaled(ref own, 10, ref rows, ref places, ref factors);
            Vector512<double> yz = Scaled(ref own, 11, ref rows, ref places, ref factors);
            Vector512<double> zi = Scaled(ref own, 12, ref rows, ref places, ref factors);
            Vector512<double> zx = Scaled(ref own, 13, ref rows, ref places, ref factors);
            Vector512<double> zy = Scaled(ref own, 14, ref rows, ref places, ref factors);
            Vector512<double> zz = Scaled(ref own, 15, ref rows, ref places, ref factors);
            if (correlatesSecond)
            {
                ref double s = ref Unsafe.Add(ref between, w);
                Vector512<double> sxo = Vector512.LoadUnsafe(ref secondSums, 0);
                Vector512<double> sxx = Vector512.LoadUnsafe(ref secondSums, 8);
                Vector512<double> sxy = Vector512.LoadUnsafe(ref secondSums, 16);
                Vector512<double> sxz = Vector512.LoadUnsafe(ref secondSums, 24);
                Vector512<double> syo = Vector512.LoadUnsafe(ref secondSums, 32);
                Vector512<double> syx = Vector512.LoadUnsafe(ref secondSums, 40);
                Vector512<double> syy = Vector512.LoadUnsafe(ref secondSums, 48);
                Vector512<double> syz = Vector512.LoadUnsafe(ref secondSums, 56);
                Vector512<double> szo = Vector512.LoadUnsafe(ref secondSums, 64);
                Vector512<double> szx = Vector512.LoadUnsafe(ref secondSums, 72);
                Vector512<double> szy = Vector512.LoadUnsafe(ref secondSums, 80);
                Vector512<double> szz = Vector512.LoadUnsafe(ref secondSums, 88);
                Vector512<double> v0o = At(ref s, 0), v0x = At(ref s, betweenPlace.High), v0y = At(ref s, 2 * betweenPlace.High), v0z = At(ref s, 3 * betweenPlace.High);
                sxo = Lanes8.MultiplyAdd(xi, v0o, sxo);
                sxx = Lanes8.MultiplyAdd(xi, v0x, sxx);
                sxy = Lanes8.MultiplyAdd(xi, v0y, sxy);
                sxz = Lanes8.MultiplyAdd(xi, v0z, sxz);
                syo = Lanes8.MultiplyAdd(yi, v0o, syo);
                syx = Lanes8.MultiplyAdd(yi, v0x, syx);
                syy = Lanes8.MultiplyAdd(yi, v0y, syy);
                syz = Lanes8.MultiplyAdd(yi, v0z, syz);
                szo = Lanes8.MultiplyAdd(zi, v0o, szo);
                szx = Lanes8.MultiplyAdd(zi, v0x, szx);
                szy = Lanes8.MultiplyAdd(zi, v0y, szy);
                szz = Lanes8.MultiplyAdd(zi, v0z, szz);
                s = ref Unsafe.Add(ref s, betweenPlace.Low);
                Vector512<double> v1o = At(ref s, 0), v1x = At(ref s, betweenPlace.High), v1y = At(ref s, 2 * betweenPlace.High), v1z = At(ref s, 3 * betweenPlace.High);
                sxo = Lanes8.MultiplyAdd(xx, v1o, sxo);
                sxx = Lanes8.MultiplyAdd(xx, v1x, sxx);
                sxy = Lanes8.MultiplyAdd(xx, v1y, sxy);
                sxz = Lanes8.MultiplyAdd(xx, v1z, sxz);
                syo = Lanes8.MultiplyAdd(yx, v1o, syo);
                syx = Lanes8.MultiplyAdd(yx, v1x, syx);
                syy = Lanes8.MultiplyAdd(yx, v1y, syy);
                syz = Lanes8.MultiplyAdd(yx, v1z, syz);
                szo = Lanes8.MultiplyAdd(zx, v1o, szo);
                szx = Lanes8.MultiplyAdd(zx, v1x, szx);
                szy = Lanes8.MultiplyAdd(zx, v1y, szy);
                szz = Lanes8.MultiplyAdd(zx, v1z, szz);
                s = ref Unsafe.Add(ref s, betweenPlace.Low);
                Vector512<double> v2o = At(ref s, 0), v2x = At(ref s, betweenPlace.High), v2y = At(ref s, 2 * betweenPlace.High), v2z = At(ref s, 3 * betweenPlace.High);
                sxo = Lanes8.MultiplyAdd(xy, v2o, sxo);
                sxx = Lanes8.MultiplyAdd(xy, v2x, sxx);
                sxy = Lanes8.MultiplyAdd(xy, v2y, sxy);
                sxz = Lanes8.MultiplyAdd(xy, v2z, sxz);
                syo = Lanes8.MultiplyAdd(yy, v2o, syo);
                syx = Lanes8.MultiplyAdd(yy, v2x, syx);
                syy = Lanes8.MultiplyAdd(yy, v2y, syy);
                syz = Lanes8.MultiplyAdd(yy, v2z, syz);
                szo = Lanes8.MultiplyAdd(zy, v2o, szo);
                szx = Lanes8.MultiplyAdd(zy, v2x, szx);
                szy = Lanes8.MultiplyAdd(zy, v2y, szy);
                szz = Lanes8.MultiplyAdd(zy, v2z, szz);
                s = ref Unsafe.Add(ref s, betweenPlace.Low);
                Vector512<double> v3o = At(ref s, 0), v3x = At(ref s, betweenPlace.High), v3y = At(ref s, 2 * betweenPlace.High), v3z = At(ref s, 3 * betweenPlace.High);
                sxo = Lanes8.MultiplyAdd(xz, v3o, sxo);
                sxx = Lanes8.MultiplyAdd(xz, v3x, sxx);
                sxy = Lanes8.MultiplyAdd(xz, v3y, sxy);
                sxz = Lanes8.MultiplyAdd(xz, v3z, sxz);
                syo = Lanes8.MultiplyAdd(yz, v3o, syo);
                syx = Lanes8.MultiplyAdd(yz, v3x, syx);
                syy = Lanes8.MultiplyAdd(yz, v3y, syy);
                syz = Lanes8.MultiplyAdd(yz, v3z, syz);
                szo = Lanes8.MultiplyAdd(zz, v3o, szo);
                szx = Lanes8.MultiplyAdd(zz, v3x, szx);
                szy = Lanes8.MultiplyAdd(zz, v3y, szy);
                szz = Lanes8.MultiplyAdd(zz, v3z, szz);
                sxo.StoreUnsafe(ref secondSums, 0);
                sxx.StoreUnsafe(ref secondSums, 8);
                sxy.StoreUnsafe(ref secondSums, 16);
                sxz.StoreUnsafe(ref secondSums, 24);
                syo.StoreUnsafe(ref secondSums, 32);
                syx.StoreUnsafe(ref secondSums, 40);
                syy.StoreUnsafe(ref secondSums, 48);
                syz.StoreUnsafe(ref secondSums, 56);
                szo.StoreUnsafe(ref secondSums, 64);
                szx.StoreUnsafe(ref secondSums, 72);
                szy.StoreUnsafe(ref secondSums, 80);
                szz.StoreUnsafe(ref secondSums, 88);
            }

            PauliFour a = Coefficients(ref second, 0), b = Coefficients(ref second, 4), c = Coefficients(ref second, 8);
            Vector512<double> upii = Lanes8.MultiplyAdd(c.I, zi, Lanes8.MultiplyAdd(b.I, yi, Lanes8.MultiplyAdd(a.I, xi, ii)));
            Vector512<double> upxi = Column(a.X, b.X, c.X, xi, yi, zi), upyi = Column(a.Y, b.Y, c.Y, xi, yi, zi);
            zi = Column(a.Z, b.Z, c.Z, xi, yi, zi);
            (ii, xi, yi) = (upii, upxi, upyi);
            Vector512<double> upix = Lanes8.MultiplyAdd(c.I, zx, Lanes8.MultiplyAdd(b.I, yx, Lanes8.MultiplyAdd(a.I, xx, ix)));
            Vector512<double> upxx = Column(a.X, b.X, c.X, xx, yx, zx), upyx = Column(a.Y, b.Y, c.Y, xx, yx, zx);
            zx = Column(a.Z, b.Z, c.Z, xx, yx, zx);
            (ix, xx, yx) = (upix, upxx, upyx);
            Vector512<double> upiy = Lanes8.MultiplyAdd(c.I, zy, Lanes8.MultiplyAdd(b.I, yy, Lanes8.MultiplyAdd(a.I, xy, iy)));
            Vector512<double> upxy = Column(a.X, b.X, c.X, xy, yy, zy), upyy = Column(a.Y, b.Y, c.Y, xy, yy, zy);
            zy = Column(a.Z, b.Z, c.Z, xy, yy, zy);
            (iy, xy, yy) = (upiy, upxy, upyy);
            Vector512<double> upiz = Lanes8.MultiplyAdd(c.I, zz, Lanes8.MultiplyAdd(b.I, yz, Lanes8.MultiplyAdd(a.I, xz, iz)));
            Vector512<double> upxz = Column(a.X, b.X, c.X, xz, yz, zz), upyz = Column(a.Y, b.Y, c.Y, xz, yz, zz);
            zz = Column(a.Z, b.Z, c.Z, xz, yz, zz);
            (iz, xz, yz) = (upiz, upxz, upyz);
            if (correlatesFirst)
            {
                ref double s = ref Unsafe.Add(ref state, w);
                Vector512<double> sxo = Vector512.LoadUnsafe(ref firstSums, 0);
                Vector512<double> sxx = Vector512.LoadUnsafe(ref firstSums, 8);
                Vector512<double> sxy = Vector512.LoadUnsafe(ref firstSums, 16);
                Vector512<double> sxz = Vector512.LoadUnsafe(ref firstSums, 24);
                Vector512<double> syo = Vector512.LoadUnsafe(ref firstSums, 32);
                Vector512<double> syx = Vector512.LoadUnsafe(ref firstSums, 40);
                Vector512<double> syy = Vector512.LoadUnsafe(ref firstSums, 48);
                Vector512<double> syz = Vector512.LoadUnsafe(ref firstSums, 56);
                Vector512<double> szo = Vector512.LoadUnsafe(ref firstSums, 64);
                Vector512<double> szx = Vector512.LoadUnsafe(ref firstSums, 72);
                Vector512<double> szy = Vector512.LoadUnsafe(ref firstSums, 80);
                Vector512<double> szz = Vector512.LoadUnsafe(ref firstSums, 88);
                Vector512<double> v0o = At(ref s, 0), v0x = At(ref s, statePlace.Low), v0y = At(ref s, 2 * statePlace.Low), v0z = At(ref s, 3 * statePlace.Low);
                sxo = Lanes8.MultiplyAdd(ix, v0o, sxo);
                sxx = Lanes8.MultiplyAdd(ix, v0x, sxx);
                sxy = Lanes8.MultiplyAdd(ix, v0y, sxy);
                sxz = Lanes8.MultiplyAdd(ix, v0z, sxz);
                syo = Lanes8.MultiplyAdd(iy, v0o, syo);
                syx = Lanes8.MultiplyAdd(iy, v0x, syx);
                syy = Lanes8.MultiplyAdd(iy, v0y, syy);
                syz = Lanes8.MultiplyAdd(iy, v0z, syz);
                szo = Lanes8.MultiplyAdd(iz, v0o, szo);
                szx = Lanes8.MultiplyAdd(iz, v0x, szx);
                szy = Lanes8.MultiplyAdd(iz, v0y, szy);
                szz = Lanes8.MultiplyAdd(iz, v0z, szz);
                s = ref Unsafe.Add(ref s, statePlace.High);
                Vector512<double> v1o = At(ref s, 0), v1x = At(ref s, statePlace.Low), v1y = At(ref s, 2 * statePlace.Low), v1z = At(ref s, 3 * statePlace.Low);
                sxo = Lanes8.MultiplyAdd(xx, v1o, sxo);
                sxx = Lanes8.MultiplyAdd(xx, v1x, sxx);
                sxy = Lanes8.MultiplyAdd(xx, v1y, sxy);
                sxz = Lanes8.MultiplyAdd(xx, v1z, sxz);
                syo = Lanes8.MultiplyAdd(xy, v1o, syo);
                syx = Lanes8.MultiplyAdd(xy, v1x, syx);
                syy = Lanes8.MultiplyAdd(xy, v1y, syy);
                syz = Lanes8.MultiplyAdd(xy, v1z, syz);
                szo = Lanes8.MultiplyAdd(xz, v1o, szo);
                szx = Lanes8.MultiplyAdd(xz, v1x, szx);
                szy = Lanes8.MultiplyAdd(xz, v1y, szy);
                szz = Lanes8.MultiplyAdd(xz, v1z, szz);
                s = ref Unsafe.Add(ref s, statePlace.High);
                Vector512<double> v2o = At(ref s, 0), v2x = At(ref s, statePlace.Low), v2y = At(ref s, 2 * statePlace.Low), v2z = At(ref s, 3 * statePlace.Low);
                sxo = Lanes8.MultiplyAdd(yx, v2o, sxo);
                sxx = Lanes8.MultiplyAdd(yx, v2x, sxx);
                sxy = Lanes8.MultiplyAdd(yx, v2y, sxy);
                sxz = Lanes8.MultiplyAdd(yx, v2z, sxz);
                syo = Lanes8.MultiplyAdd(yy, v2o, syo);
                syx = Lanes8.MultiplyAdd(yy, v2x, syx);
                syy = Lanes8.MultiplyAdd(yy, v2y, syy);
                syz = Lanes8.MultiplyAdd(yy, v2z, syz);
                szo = Lanes8.MultiplyAdd(yz, v2o, szo);
                szx = Lanes8.MultiplyAdd(yz, v2x, szx);
                szy = Lanes8.MultiplyAdd(yz, v2y, szy);
                szz = Lanes8.MultiplyAdd(yz, v2z, szz);
                s = ref Unsafe.Add(ref s, statePlace.High);
                Vector512<double> v3o = At(ref s, 0), v3x = At(ref s, statePlace.Low), v3y = At(ref s, 2 * statePlace.Low), v3z = At(ref s, 3 * statePlace.Low);
                sxo = Lanes8.MultiplyAdd(zx, v3o, sxo);
                sxx = Lanes8.MultiplyAdd(zx, v3x, sxx);
                sxy = Lanes8.MultiplyAdd(zx, v3y, sxy);
                sxz = Lanes8.MultiplyAdd(zx, v3z, sxz);
                syo = Lanes8.MultiplyAdd(zy, v3o, syo);
                syx = Lanes8.MultiplyAdd(zy, v3x, syx);
                syy = Lanes8.MultiplyAdd(zy, v3y, syy);
                syz = Lanes8.MultiplyAdd(zy, v3z, syz);
                szo = Lanes8.MultiplyAdd(zz, v3o, szo);
                szx = Lanes8.MultiplyAdd(zz, v3x, szx);
                szy = Lanes8.MultiplyAdd(zz, v3y, szy);
                szz = Lanes8.MultiplyAdd(zz, v3z, szz);
                sxo.StoreUnsafe(ref firstSums, 0);
                sxx.StoreUnsafe(ref firstSums, 8);
                sxy.StoreUnsafe(ref firstSums, 16);
                sxz.StoreUnsafe(ref firstSums, 24);
                syo.StoreUnsafe(ref firstSums, 32);
                syx.StoreUnsafe(ref firstSums, 40);
                syy.StoreUnsafe(ref firstSums, 48);
                syz.StoreUnsafe(ref firstSums, 56);
                szo.StoreUnsafe(ref firstSums, 64);
                szx.StoreUnsafe(ref firstSums, 72);
                szy.StoreUnsafe(ref firstSums, 80);
                szz.StoreUnsafe(ref firstSums, 88);
            }

            if (form == ChainForm.Diagonal)
            {
                Vector512<double> f = Shared(ref first, 8);
                ii = Lanes8.MultiplyAdd(f, iz, ii);
                xi = Lanes8.MultiplyAdd(f, xz, xi);
                yi = Lanes8.MultiplyAdd(f, yz, yi);
                zi = Lanes8.MultiplyAdd(f, zz, zi);
                f = Shared(ref first, 1);
                (ix, xx, yx, zx) = (f * ix, f * xx, f * yx, f * zx);
                f = Shared(ref first, 6);
                (iy, xy, yy, zy) = (f * iy, f * xy, f * yy, f * zy);
                f = Shared(ref first, 11);
                (iz, xz, yz, zz) = (f * iz, f * xz, f * yz, f * zz);
            }
            else if (form == ChainForm.Full)
            {
                (a, b, c) = (Coefficients(ref first, 0), Coefficients(ref first, 4), Coefficients(ref first, 8));
                Vector512<double> lowii = Lanes8.MultiplyAdd(c.I, iz, Lanes8.MultiplyAdd(b.I, iy, Lanes8.MultiplyAdd(a.I, ix, ii)));
                Vector512<double> lowix = Column(a.X, b.X, c.X, ix, iy, iz), lowiy = Column(a.Y, b.Y, c.Y, ix, iy, iz);
                iz = Column(a.Z, b.Z, c.Z, ix, iy, iz);
                (ii, ix, iy) = (lowii, lowix, lowiy);
                Vector512<double> lowxi = Lanes8.MultiplyAdd(c.I, xz, Lanes8.MultiplyAdd(b.I, xy, Lanes8.MultiplyAdd(a.I, xx, xi)));
                Vector512<double> lowxx = Column(a.X, b.X, c.X, xx, xy, xz), lowxy = Column(a.Y, b.Y, c.Y, xx, xy, xz);
                xz = Column(a.Z, b.Z, c.Z, xx, xy, xz);
                (xi, xx, xy) = (lowxi, lowxx, lowxy);
                Vector512<double> lowyi = Lanes8.MultiplyAdd(c.I, yz, Lanes8.MultiplyAdd(b.I, yy, Lanes8.MultiplyAdd(a.I, yx, yi)));
                Vector512<double> lowyx = Column(a.X, b.X, c.X, yx, yy, yz), lowyy = Column(a.Y, b.Y, c.Y, yx, yy, yz);
                yz = Column(a.Z, b.Z, c.Z, yx, yy, yz);
                (yi, yx, yy) = (lowyi, lowyx, lowyy);
                Vector512<double> lowzi = Lanes8.MultiplyAdd(c.I, zz, Lanes8.MultiplyAdd(b.I, zy, Lanes8.MultiplyAdd(a.I, zx, zi)));
                Vector512<double> lowzx = Column(a.X, b.X, c.X, zx, zy, zz), lowzy = Column(a.Y, b.Y, c.Y, zx, zy, zz);
                zz = Column(a.Z, b.Z, c.Z, zx, zy, zz);
                (zi, zx, zy) = (lowzi, lowzx, lowzy);
            }

            ii.StoreUnsafe(ref Unsafe.Add(ref own, 0));
            ix.StoreUnsafe(ref Unsafe.Add(ref own, low));
            iy.StoreUnsafe(ref Unsafe.Add(ref own, 2 * low));
            iz.StoreUnsafe(ref Unsafe.Add(ref own, 3 * low));
            own = ref Unsafe.Add(ref own, high);
            xi.StoreUnsafe(ref Unsafe.Add(ref own, 0));
            xx.StoreUnsafe(ref Unsafe.Add(ref own, low));
            xy.StoreUnsafe(ref Unsafe.Add(ref own, 2 * low));
            xz.StoreUnsafe(ref Unsafe.Add(ref own, 3 * low));
            own = ref Unsafe.Add(ref own, high);
            yi.StoreUnsafe(ref Unsafe.Add(ref own, 0));
            yx.StoreUnsafe(ref Unsafe.Add(ref own, low));
            yy.StoreUnsafe(ref Unsafe.Add(ref own, 2 * low));
            yz.StoreUnsafe(ref Unsafe.Add(ref own, 3 * low));
            own = ref Unsafe.Add(ref own, high);
            zi.StoreUnsafe(ref Unsafe.Add(ref own, 0));
            zx.StoreUnsafe(ref Unsafe.Add(ref own, low));
            zy.StoreUnsafe(ref Unsafe.Add(ref own, 2 * low));
            zz.StoreUnsafe(ref Unsafe.Add(ref own, 3 * low));
        }
    }

    /// <summary>The state after the chain of the lower qubit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AfterFirst(
        ref double state, PairPlace place, ref double target, PairPlace targetPlace, int width, in PairMaps block)
    {
        PauliFour a = Coefficients(ref block.First, 0), b = Coefficients(ref block.First, 4), c = Coefficients(ref block.First, 8);
        bool isDiagonal = block.Form == ChainForm.Diagonal;
        for (int group = 0; group < 4; group++)
        {
            for (nint w = 0; w < width; w += Lanes8.Width)
            {
                ref double from = ref Unsafe.Add(ref state, (group * place.High) + w);
                ref double to = ref Unsafe.Add(ref target, (group * targetPlace.High) + w);
                Vector512<double> i = At(ref from, 0), x = At(ref from, place.Low), y = At(ref from, 2 * place.Low);
                Vector512<double> z = At(ref from, 3 * place.Low);
                i.StoreUnsafe(ref to);
                (isDiagonal ? a.X * x : a.Of(i, x, y, z)).StoreUnsafe(ref Unsafe.Add(ref to, targetPlace.Low));
                (isDiagonal ? b.Y * y : b.Of(i, x, y, z)).StoreUnsafe(ref Unsafe.Add(ref to, 2 * targetPlace.Low));
                (isDiagonal ? Lanes8.MultiplyAdd(c.I, i, c.Z * z) : c.Of(i, x, y, z))
                    .StoreUnsafe(ref Unsafe.Add(ref to, 3 * targetPlace.Low));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double place, nint offset) => Vector512.LoadUnsafe(ref Unsafe.Add(ref place, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PauliFour Coefficients(ref double map, int entry) =>
        new(Shared(ref map, entry), Shared(ref map, entry + 1), Shared(ref map, entry + 2), Shared(ref map, entry + 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Shared(ref double map, int entry) => Vector512.Create(Unsafe.Add(ref map, entry));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Scaled(ref double from, int row, ref nint rows, ref int places, ref double factors)
    {
        nint place = Unsafe.Add(ref places, row);
        Vector512<double> value = Vector512.LoadUnsafe(ref Unsafe.Add(ref from, Unsafe.Add(ref rows, place)));
        return Lanes8.MultiplyAdd(Vector512.Create(Unsafe.Add(ref factors, place)), value, Vector512<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Column(
        Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        Lanes8.MultiplyAdd(c, z, Lanes8.MultiplyAdd(b, y, a * x));
}
