using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// A block of two qubits whose core is a permutation with factors, in one pass: sixteen rows of eight doubles each are read, go through
/// the chains of both qubits in registers, and are written to their new places.
/// </summary>
/// <remarks>
/// <para>For vectors of eight alone, of which processors have thirty-two. The same operations on every element as the chains one after
/// another and then the permutation; what is left out (products with the zeros of a diagonal map) or put in (a shift of 0) can
/// only change the sign of a zero, and the factors <c>f·x + 0</c> make every zero positive, so the bits are the same.</para>
/// <para>All sixteen rows are read before the first is written, so source and target may be the same place.</para>
/// </remarks>
/// <typeparam name="TCoefficients">Where the coefficients are found.</typeparam>
internal static class PairKernel<TCoefficients>
    where TCoefficients : struct, ICoefficients<Vector512<double>, Lanes8>
{
    /// <summary>target = permutation · (second ⊗ first) · source, for steps of rows of <paramref name="width"/> doubles.</summary>
    /// <param name="source">Where the rows are read.</param>
    /// <param name="from">How they lie there.</param>
    /// <param name="target">Where they are written.</param>
    /// <param name="to">How they lie there.</param>
    /// <param name="sourceStarts">Where each step begins to read, and the one that follows.</param>
    /// <param name="targetStarts">Where each step begins to write, and the one that follows.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="rows">Offset of each row in the target.</param>
    /// <param name="width">Doubles per row, a multiple of eight.</param>
    /// <param name="form">What the chain of the lower qubit is.</param>
    /// <param name="first">Its coefficients.</param>
    /// <param name="second">Coefficients of the chain of the higher qubit.</param>
    /// <param name="places">Where the permutation puts each row.</param>
    /// <param name="factors">Its coefficients, by the row that is written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(
        ref double source, PairPlace from, ref double target, PairPlace to, ref nint sourceStarts, ref nint targetStarts, int steps,
        ref nint rows, int width, ChainForm form, ref double first, ref double second, ref int places,
        ref double factors)
    {
        nint low = from.Low, high = from.High;
        for (int step = 0; step < steps; step++)
        {
            ref double read = ref Unsafe.Add(ref source, Unsafe.Add(ref sourceStarts, step));
            ref double write = ref Unsafe.Add(ref target, Unsafe.Add(ref targetStarts, step));
            nint nextRead = Unsafe.Add(ref sourceStarts, step + 1), nextWrite = Unsafe.Add(ref targetStarts, step + 1);
            for (nint w = 0; w < width; w += Lanes8.Width)
            {
                if (from.IsFar) Ask(ref Unsafe.Add(ref source, nextRead + w), from);
                if (to.IsFar) Ask(ref Unsafe.Add(ref target, nextWrite + w), to);
                ref double s = ref Unsafe.Add(ref read, w);
                ref double t = ref Unsafe.Add(ref write, w);
                Vector512<double> ii = At(ref s, 0), ix = At(ref s, low), iy = At(ref s, 2 * low), iz = At(ref s, 3 * low);
                s = ref Unsafe.Add(ref s, high);
                Vector512<double> xi = At(ref s, 0), xx = At(ref s, low), xy = At(ref s, 2 * low), xz = At(ref s, 3 * low);
                s = ref Unsafe.Add(ref s, high);
                Vector512<double> yi = At(ref s, 0), yx = At(ref s, low), yy = At(ref s, 2 * low), yz = At(ref s, 3 * low);
                s = ref Unsafe.Add(ref s, high);
                Vector512<double> zi = At(ref s, 0), zx = At(ref s, low), zy = At(ref s, 2 * low), zz = At(ref s, 3 * low);
                if (form == ChainForm.Diagonal)
                {
                    Vector512<double> f = TCoefficients.Get(ref first, 1, 0);
                    (ix, xx, yx, zx) = (f * ix, f * xx, f * yx, f * zx);
                    f = TCoefficients.Get(ref first, 6, 0);
                    (iy, xy, yy, zy) = (f * iy, f * xy, f * yy, f * zy);
                    f = TCoefficients.Get(ref first, 11, 0);
                    (iz, xz, yz, zz) = (f * iz, f * xz, f * yz, f * zz);
                    f = TCoefficients.Get(ref first, 8, 0);
                    iz = Lanes8.MultiplyAdd(f, ii, iz);
                    xz = Lanes8.MultiplyAdd(f, xi, xz);
                    yz = Lanes8.MultiplyAdd(f, yi, yz);
                    zz = Lanes8.MultiplyAdd(f, zi, zz);
                }
                else if (form == ChainForm.Full)
                {
                    PauliFour a = Coefficients(ref first, 0), b = Coefficients(ref first, 4), c = Coefficients(ref first, 8);
                    (ix, iy, iz) = (a.Of(ii, ix, iy, iz), b.Of(ii, ix, iy, iz), c.Of(ii, ix, iy, iz));
                    (xx, xy, xz) = (a.Of(xi, xx, xy, xz), b.Of(xi, xx, xy, xz), c.Of(xi, xx, xy, xz));
                    (yx, yy, yz) = (a.Of(yi, yx, yy, yz), b.Of(yi, yx, yy, yz), c.Of(yi, yx, yy, yz));
                    (zx, zy, zz) = (a.Of(zi, zx, zy, zz), b.Of(zi, zx, zy, zz), c.Of(zi, zx, zy, zz));
                }

                PauliFour x = Coefficients(ref second, 0), y = Coefficients(ref second, 4), z = Coefficients(ref second, 8);
                (xi, yi, zi) = (x.Of(ii, xi, yi, zi), y.Of(ii, xi, yi, zi), z.Of(ii, xi, yi, zi));
                Put(ii, 0, ref t, ref rows, ref places, ref factors);
                Put(xi, 4, ref t, ref rows, ref places, ref factors);
                Put(yi, 8, ref t, ref rows, ref places, ref factors);
                Put(zi, 12, ref t, ref rows, ref places, ref factors);
                (xx, yx, zx) = (x.Of(ix, xx, yx, zx), y.Of(ix, xx, yx, zx), z.Of(ix, xx, yx, zx));
                Put(ix, 1, ref t, ref rows, ref places, ref factors);
                Put(xx, 5, ref t, ref rows, ref places, ref factors);
                Put(yx, 9, ref t, ref rows, ref places, ref factors);
                Put(zx, 13, ref t, ref rows, ref places, ref factors);
                (xy, yy, zy) = (x.Of(iy, xy, yy, zy), y.Of(iy, xy, yy, zy), z.Of(iy, xy, yy, zy));
                Put(iy, 2, ref t, ref rows, ref places, ref factors);
                Put(xy, 6, ref t, ref rows, ref places, ref factors);
                Put(yy, 10, ref t, ref rows, ref places, ref factors);
                Put(zy, 14, ref t, ref rows, ref places, ref factors);
                (xz, yz, zz) = (x.Of(iz, xz, yz, zz), y.Of(iz, xz, yz, zz), z.Of(iz, xz, yz, zz));
                Put(iz, 3, ref t, ref rows, ref places, ref factors);
                Put(xz, 7, ref t, ref rows, ref places, ref factors);
                Put(yz, 11, ref t, ref rows, ref places, ref factors);
                Put(zz, 15, ref t, ref rows, ref places, ref factors);
            }
        }
    }

    // Asks for the sixteen rows of the next step: they are too far apart for the processor to foresee.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Ask(ref double first, PairPlace place)
    {
        for (int row = 0; row < 4; row++, first = ref Unsafe.Add(ref first, place.High))
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref first));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, place.Low)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, 2 * place.Low)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, 3 * place.Low)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double place, nint offset) => Vector512.LoadUnsafe(ref Unsafe.Add(ref place, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PauliFour Coefficients(ref double map, int entry) => new(
        TCoefficients.Get(ref map, entry, 0), TCoefficients.Get(ref map, entry + 1, 0), TCoefficients.Get(ref map, entry + 2, 0),
        TCoefficients.Get(ref map, entry + 3, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(
        Vector512<double> value, int row, ref double target, ref nint rows, ref int places, ref double factors)
    {
        nint place = Unsafe.Add(ref places, row);
        Vector512<double> scaled = Lanes8.MultiplyAdd(TCoefficients.Get(ref factors, (int)place, 0), value, Vector512<double>.Zero);
        scaled.StoreUnsafe(ref Unsafe.Add(ref target, Unsafe.Add(ref rows, place)));
    }
}
