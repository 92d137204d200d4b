using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Copies between a state and a tile: whole vectors where the state is contiguous, pairs of four doubles where the block holds qubit 1,
/// 4×4 transpositions where it holds qubit 0.
/// </summary>
/// <remarks>Tiles are written in the vectors in which kernels read them: a load that spans two stores has to wait for both.</remarks>
internal static class TileTransfer
{
    /// <summary>Fills a tile from rest index <paramref name="rest"/> on.</summary>
    internal static void Load(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        switch (geometry.Transfer)
        {
            case TransferKind.TransposedEights: TransposedTransfer.LoadEights(geometry, ref state, ref tile, rest); break;
            case TransferKind.TransposedFours: TransposedTransfer.LoadFours(geometry, ref state, ref tile, rest); break;
            case TransferKind.Eights: LoadEights(geometry, ref state, ref tile, rest); break;
            case TransferKind.PairsOfFours: LoadPairs(geometry, ref state, ref tile, rest); break;
            default: LoadPieces(geometry, ref state, ref tile, rest); break;
        }
    }

    /// <summary>Writes a tile back.</summary>
    internal static void Store(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        switch (geometry.Transfer)
        {
            case TransferKind.TransposedEights: TransposedTransfer.StoreEights(geometry, ref tile, ref state, rest); break;
            case TransferKind.TransposedFours: TransposedTransfer.StoreFours(geometry, ref tile, ref state, rest); break;
            case TransferKind.Eights: StoreEights(geometry, ref tile, ref state, rest); break;
            case TransferKind.PairsOfFours: StorePairs(geometry, ref tile, ref state, rest); break;
            default: StorePieces(geometry, ref tile, ref state, rest); break;
        }
    }

    private static void LoadPieces(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        int piece = geometry.Piece, count = piece * geometry.Lanes;
        ref nint rows = ref geometry.StateRows[0];
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            ref double source = ref Unsafe.Add(ref state, geometry.Base(rest + at) * geometry.Lanes);
            ref double target = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < geometry.Groups.Length; g++)
                Copy(ref Unsafe.Add(ref source, Unsafe.Add(ref rows, g)), ref Unsafe.Add(ref target, g * geometry.Width), count);
        }
    }

    private static void StorePieces(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        int piece = geometry.Piece, count = piece * geometry.Lanes;
        ref nint rows = ref geometry.StateRows[0];
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            ref double target = ref Unsafe.Add(ref state, geometry.Base(rest + at) * geometry.Lanes);
            ref double source = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < geometry.Groups.Length; g++)
                Copy(ref Unsafe.Add(ref source, g * geometry.Width), ref Unsafe.Add(ref target, Unsafe.Add(ref rows, g)), count);
        }
    }

    private static void LoadEights(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        int piece = geometry.Piece, width = geometry.Width, groups = geometry.Groups.Length;
        ref nint rows = ref geometry.StateRows[0];
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            ref double source = ref Unsafe.Add(ref state, geometry.Base(rest + at) * geometry.Lanes);
            ref double target = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < groups; g++)
                Vector512.LoadUnsafe(
                    ref Unsafe.Add(ref source, Unsafe.Add(ref rows, g))).StoreUnsafe(ref Unsafe.Add(ref target, g * width));
        }
    }

    private static void StoreEights(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        int piece = geometry.Piece, width = geometry.Width, groups = geometry.Groups.Length;
        ref nint rows = ref geometry.StateRows[0];
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            ref double target = ref Unsafe.Add(ref state, geometry.Base(rest + at) * geometry.Lanes);
            ref double source = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < groups; g++)
                Vector512.LoadUnsafe(
                    ref Unsafe.Add(ref source, g * width)).StoreUnsafe(ref Unsafe.Add(ref target, Unsafe.Add(ref rows, g)));
        }
    }

    // Four rows at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadPairs(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        nint width = geometry.Width, gap = geometry.Gap;
        int groups = geometry.Groups.Length;
        ref nint rows = ref geometry.StateRows[0];
        for (int at = 0; at < width; at += 8)
        {
            ref double low = ref Unsafe.Add(ref state, geometry.Base(rest + at));
            ref double high = ref Unsafe.Add(ref low, gap);
            ref double target = ref Unsafe.Add(ref tile, at);
            for (int g = 0; g < groups; g += 4)
            {
                ref nint row = ref Unsafe.Add(ref rows, g);
                TransposedTransfer.Both(ref low, ref high, row).StoreUnsafe(ref target);
                TransposedTransfer.Both(ref low, ref high, Unsafe.Add(ref row, 1)).StoreUnsafe(ref Unsafe.Add(ref target, width));
                TransposedTransfer.Both(ref low, ref high, Unsafe.Add(ref row, 2)).StoreUnsafe(ref Unsafe.Add(ref target, 2 * width));
                TransposedTransfer.Both(ref low, ref high, Unsafe.Add(ref row, 3)).StoreUnsafe(ref Unsafe.Add(ref target, 3 * width));
                target = ref Unsafe.Add(ref target, 4 * width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StorePairs(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        nint width = geometry.Width, gap = geometry.Gap;
        int groups = geometry.Groups.Length;
        ref nint rows = ref geometry.StateRows[0];
        for (int at = 0; at < width; at += 8)
        {
            ref double low = ref Unsafe.Add(ref state, geometry.Base(rest + at));
            ref double high = ref Unsafe.Add(ref low, gap);
            ref double source = ref Unsafe.Add(ref tile, at);
            for (int g = 0; g < groups; g += 4)
            {
                ref nint row = ref Unsafe.Add(ref rows, g);
                TransposedTransfer.Part(Vector512.LoadUnsafe(ref source), ref low, ref high, row);
                TransposedTransfer.Part(Vector512.LoadUnsafe(ref Unsafe.Add(ref source, width)), ref low, ref high, Unsafe.Add(ref row, 1));
                TransposedTransfer.Part(Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 2 * width)), ref low, ref high, Unsafe.Add(ref row, 2));
                TransposedTransfer.Part(Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 3 * width)), ref low, ref high, Unsafe.Add(ref row, 3));
                source = ref Unsafe.Add(ref source, 4 * width);
            }
        }
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
