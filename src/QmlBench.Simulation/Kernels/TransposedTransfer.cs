using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Tiles of blocks that hold qubit 0: rows g to g + 3 of a tile, the digits of qubit 0, against four neighbouring rest indices.
/// </summary>
internal static class TransposedTransfer
{
    /// <summary>Fills a tile, four rest indices at a time.</summary>
    internal static void LoadFours(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < geometry.Chunk; at += 4)
        {
            ref double start = ref Unsafe.Add(ref state, geometry.Base(rest + at));
            for (int g = 0; g < geometry.Groups.Length; g += 4)
                Transpose(
                    ref Unsafe.Add(ref start, Unsafe.Add(ref groups, g)), geometry.RestStep,
                    ref Unsafe.Add(ref tile, (g * geometry.Width) + at), geometry.Width);
        }
    }

    /// <summary>Writes a tile back, four rest indices at a time.</summary>
    internal static void StoreFours(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < geometry.Chunk; at += 4)
        {
            ref double start = ref Unsafe.Add(ref state, geometry.Base(rest + at));
            for (int g = 0; g < geometry.Groups.Length; g += 4)
                Transpose(
                    ref Unsafe.Add(ref tile, (g * geometry.Width) + at), geometry.Width,
                    ref Unsafe.Add(ref start, Unsafe.Add(ref groups, g)), geometry.RestStep);
        }
    }

    /// <summary>Fills a tile, eight rest indices at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void LoadEights(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        nint step = geometry.RestStep, width = geometry.Width, gap = geometry.Gap;
        int count = geometry.Groups.Length;
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < width; at += 8)
        {
            ref double start = ref Unsafe.Add(ref state, geometry.Base(rest + at));
            ref double target = ref Unsafe.Add(ref tile, at);
            for (int g = 0; g < count; g += 4)
            {
                ref double low = ref Unsafe.Add(ref start, Unsafe.Add(ref groups, g));
                ref double high = ref Unsafe.Add(ref low, gap);
                PauliFour turned = Transposed(
                    Both(ref low, ref high, 0), Both(ref low, ref high, step), Both(ref low, ref high, 2 * step),
                    Both(ref low, ref high, 3 * step));
                turned.I.StoreUnsafe(ref target);
                turned.X.StoreUnsafe(ref Unsafe.Add(ref target, width));
                turned.Y.StoreUnsafe(ref Unsafe.Add(ref target, 2 * width));
                turned.Z.StoreUnsafe(ref Unsafe.Add(ref target, 3 * width));
                target = ref Unsafe.Add(ref target, 4 * width);
            }
        }
    }

    /// <summary>Writes a tile back, eight rest indices at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void StoreEights(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        nint step = geometry.RestStep, width = geometry.Width, gap = geometry.Gap;
        int count = geometry.Groups.Length;
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < width; at += 8)
        {
            ref double start = ref Unsafe.Add(ref state, geometry.Base(rest + at));
            ref double source = ref Unsafe.Add(ref tile, at);
            for (int g = 0; g < count; g += 4)
            {
                ref double low = ref Unsafe.Add(ref start, Unsafe.Add(ref groups, g));
                ref double high = ref Unsafe.Add(ref low, gap);
                PauliFour turned = Transposed(
                    Vector512.LoadUnsafe(ref source), Vector512.LoadUnsafe(ref Unsafe.Add(ref source, width)),
                    Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 2 * width)),
                    Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 3 * width)));
                Part(turned.I, ref low, ref high, 0);
                Part(turned.X, ref low, ref high, step);
                Part(turned.Y, ref low, ref high, 2 * step);
                Part(turned.Z, ref low, ref high, 3 * step);
                source = ref Unsafe.Add(ref source, 4 * width);
            }
        }
    }

    /// <summary>Four doubles from each of two places.</summary>
    /// <remarks>Not by <c>Vector512.Create</c>, which fills a vector kept from one round of a loop to the next, so that each round waits
    /// for the last.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Both(ref double low, ref double high, nint at) =>
        Vector256.LoadUnsafe(ref Unsafe.Add(ref low, at)).ToVector512().WithUpper(Vector256.LoadUnsafe(ref Unsafe.Add(ref high, at)));

    /// <summary>Four doubles to each of two places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Part(Vector512<double> both, ref double low, ref double high, nint at)
    {
        both.GetLower().StoreUnsafe(ref Unsafe.Add(ref low, at));
        both.GetUpper().StoreUnsafe(ref Unsafe.Add(ref high, at));
    }

    /// <summary>Two 4×4 transpositions at once, one in each half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PauliFour Transposed(
        Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        Vector512<double> ab0 = Avx512F.UnpackLow(a, b);
        Vector512<double> ab1 = Avx512F.UnpackHigh(a, b);
        Vector512<double> cd0 = Avx512F.UnpackLow(c, d);
        Vector512<double> cd1 = Avx512F.UnpackHigh(c, d);
        Vector512<long> lower = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13), upper = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
        return new(
            Avx512F.PermuteVar8x64x2(ab0, lower, cd0), Avx512F.PermuteVar8x64x2(ab1, lower, cd1),
            Avx512F.PermuteVar8x64x2(ab0, upper, cd0), Avx512F.PermuteVar8x64x2(ab1, upper, cd1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref double source, nint sourceStep, ref double target, nint targetStep)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref source), b = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, sourceStep));
        Vector256<double> c = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStep));
        Vector256<double> d = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStep));
        Vector256<double> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        Avx.Permute2x128(ab0, cd0, 0x20).StoreUnsafe(ref target);
        Avx.Permute2x128(ab1, cd1, 0x20).StoreUnsafe(ref Unsafe.Add(ref target, targetStep));
        Avx.Permute2x128(ab0, cd0, 0x31).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStep));
        Avx.Permute2x128(ab1, cd1, 0x31).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStep));
    }
}
