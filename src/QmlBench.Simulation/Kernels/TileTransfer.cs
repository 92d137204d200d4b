using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>Copies between a state and a tile: whole vectors where the state is contiguous, 4×4 transpositions where the block holds qubit 0.</summary>
internal static class TileTransfer
{
    /// <summary>Fills a tile from rest index <paramref name="rest"/> on.</summary>
    internal static void Load(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        if (geometry.IsTransposed && Vector256.IsHardwareAccelerated)
        {
            LoadTransposed(geometry, ref state, ref tile, rest);
            return;
        }

        int piece = geometry.Piece, count = piece * geometry.Lanes;
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            nint start = geometry.Base(rest + at);
            ref double target = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < geometry.Groups.Length; g++)
                Copy(ref Unsafe.Add(ref state, (start + Unsafe.Add(ref groups, g)) * geometry.Lanes), ref Unsafe.Add(ref target, g * geometry.Width), count);
        }
    }

    /// <summary>Writes a tile back.</summary>
    internal static void Store(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        if (geometry.IsTransposed && Vector256.IsHardwareAccelerated)
        {
            StoreTransposed(geometry, ref tile, ref state, rest);
            return;
        }

        int piece = geometry.Piece, count = piece * geometry.Lanes;
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            nint start = geometry.Base(rest + at);
            ref double source = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < geometry.Groups.Length; g++)
                Copy(ref Unsafe.Add(ref source, g * geometry.Width), ref Unsafe.Add(ref state, (start + Unsafe.Add(ref groups, g)) * geometry.Lanes), count);
        }
    }

    // Rows g, g+1, g+2, g+3 of a tile (the digits of qubit 0) against four neighbouring rest indices.
    private static void LoadTransposed(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        nint step = geometry.RestStep;
        int width = geometry.Width;
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < geometry.Chunk; at += 4)
        {
            nint start = geometry.Base(rest + at);
            for (int g = 0; g < geometry.Groups.Length; g += 4)
            {
                ref double source = ref Unsafe.Add(ref state, start + Unsafe.Add(ref groups, g));
                ref double target = ref Unsafe.Add(ref tile, (g * width) + at);
                Transpose(ref source, step, ref target, width);
            }
        }
    }

    private static void StoreTransposed(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        nint step = geometry.RestStep;
        int width = geometry.Width;
        ref nint groups = ref geometry.Groups[0];
        for (int at = 0; at < geometry.Chunk; at += 4)
        {
            nint start = geometry.Base(rest + at);
            for (int g = 0; g < geometry.Groups.Length; g += 4)
            {
                ref double target = ref Unsafe.Add(ref state, start + Unsafe.Add(ref groups, g));
                ref double source = ref Unsafe.Add(ref tile, (g * width) + at);
                Transpose(ref source, width, ref target, step);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref double source, nint sourceStep, ref double target, nint targetStep)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref source), b = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, sourceStep));
        Vector256<double> c = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStep)), d = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStep));
        (Vector256<double> ab0, Vector256<double> ab1) = Interleave(a, b);
        (Vector256<double> cd0, Vector256<double> cd1) = Interleave(c, d);
        Vector256.Create(ab0.GetLower(), cd0.GetLower()).StoreUnsafe(ref target);
        Vector256.Create(ab1.GetLower(), cd1.GetLower()).StoreUnsafe(ref Unsafe.Add(ref target, targetStep));
        Vector256.Create(ab0.GetUpper(), cd0.GetUpper()).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStep));
        Vector256.Create(ab1.GetUpper(), cd1.GetUpper()).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStep));
    }

    // (x0, y0, x2, y2) and (x1, y1, x3, y3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Even, Vector256<double> Odd) Interleave(Vector256<double> x, Vector256<double> y)
    {
        if (System.Runtime.Intrinsics.X86.Avx.IsSupported)
            return (System.Runtime.Intrinsics.X86.Avx.UnpackLow(x, y), System.Runtime.Intrinsics.X86.Avx.UnpackHigh(x, y));
        return (Vector256.Create(x[0], y[0], x[2], y[2]), Vector256.Create(x[1], y[1], x[3], y[3]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref double source, ref double target, int count)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
            for (; i + 8 <= count; i += 8) Vector512.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
        if (Vector256.IsHardwareAccelerated)
            for (; i + 4 <= count; i += 4) Vector256.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
        for (; i < count; i++) Unsafe.Add(ref target, i) = Unsafe.Add(ref source, i);
    }
}
