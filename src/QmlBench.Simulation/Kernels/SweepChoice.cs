using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>The sweep for a tile width: the widest vectors that the processor has and that divide the rows of a tile.</summary>
/// <remarks>The choice changes speed alone: every width does the same operations on every element in the same order.</remarks>
internal static class SweepChoice
{
    /// <summary>The sweep for tile rows of <paramref name="width"/> doubles, with one or eight rows of parameters side by side.</summary>
    internal static IBlockSweep For(int width, int lanes) => (VectorWidth(width), lanes) switch
    {
        (8, 1) => new BlockSweep<Vector512<double>, Lanes8, SharedCoefficients<Vector512<double>, Lanes8>>(),
        (4, 1) => new BlockSweep<Vector256<double>, Lanes4, SharedCoefficients<Vector256<double>, Lanes4>>(),
        (2, 1) => new BlockSweep<Vector128<double>, Lanes2, SharedCoefficients<Vector128<double>, Lanes2>>(),
        (_, 1) => new BlockSweep<double, Lanes1, SharedCoefficients<double, Lanes1>>(),
        (8, _) => new BlockSweep<Vector512<double>, Lanes8, RowCoefficients<Vector512<double>, Lanes8>>(),
        (4, _) => new BlockSweep<Vector256<double>, Lanes4, RowCoefficients<Vector256<double>, Lanes4>>(),
        (2, _) => new BlockSweep<Vector128<double>, Lanes2, RowCoefficients<Vector128<double>, Lanes2>>(),
        _ => new BlockSweep<double, Lanes1, RowCoefficients<double, Lanes1>>(),
    };

    /// <summary>Doubles per vector for rows of <paramref name="width"/> doubles: 8, 4, 2 or 1.</summary>
    internal static int VectorWidth(int width)
    {
        if (Vector512.IsHardwareAccelerated && width % 8 == 0) return 8;
        if (Vector256.IsHardwareAccelerated && width % 4 == 0) return 4;
        return Vector128.IsHardwareAccelerated && width % 2 == 0 ? 2 : 1;
    }
}
