using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>Copies between a state and a tile.</summary>
internal static class TileTransfer
{
    /// <summary>Fills a tile from rest index <paramref name="rest"/> on.</summary>
    internal static void Load(BlockGeometry geometry, ref double state, ref double tile, nint rest)
    {
        int piece = geometry.Piece, count = piece * geometry.Lanes;
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            nint start = geometry.Base(rest + at);
            ref double target = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < geometry.Groups.Length; g++)
                Copy(ref Unsafe.Add(ref state, (start + geometry.Groups[g]) * geometry.Lanes), ref Unsafe.Add(ref target, g * geometry.Width), count);
        }
    }

    /// <summary>Writes a tile back.</summary>
    internal static void Store(BlockGeometry geometry, ref double tile, ref double state, nint rest)
    {
        int piece = geometry.Piece, count = piece * geometry.Lanes;
        for (int at = 0; at < geometry.Chunk; at += piece)
        {
            nint start = geometry.Base(rest + at);
            ref double source = ref Unsafe.Add(ref tile, at * geometry.Lanes);
            for (int g = 0; g < geometry.Groups.Length; g++)
                Copy(ref Unsafe.Add(ref source, g * geometry.Width), ref Unsafe.Add(ref state, (start + geometry.Groups[g]) * geometry.Lanes), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref double source, ref double target, int count)
    {
        if (count == 1)
        {
            target = source;
            return;
        }

        Unsafe.CopyBlock(ref Unsafe.As<double, byte>(ref target), ref Unsafe.As<double, byte>(ref source), (uint)count * sizeof(double));
    }
}
