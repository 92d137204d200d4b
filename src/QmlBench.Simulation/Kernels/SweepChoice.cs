using System.Runtime.Intrinsics;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>The sweep for a tile width: the widest vectors that the processor has and that divide the rows of a tile.</summary>
/// <remarks>The choice changes speed alone: every width does the same operations on every element in the same order.</remarks>
internal static class SweepChoice
{
    // The sweep for tile rows of so many doubles, with one or eight rows of parameters side by side.
    private static IBlockSweep For(int width, int lanes, bool isPure, int widest) => VectorWidth(width, widest) switch
    {
        8 => For<Vector512<double>, Lanes8>(lanes, isPure),
        4 => For<Vector256<double>, Lanes4>(lanes, isPure),
        2 => For<Vector128<double>, Lanes2>(lanes, isPure),
        _ => For<double, Lanes1>(lanes, isPure),
    };

    /// <summary>The sweep for a block: one pass where there is a kernel for it.</summary>
    internal static IBlockSweep For(PlanBlock block, BlockGeometry geometry, bool isPure, int widest)
    {
        IBlockSweep any = For(geometry.Width, geometry.Lanes, isPure, widest);
        if (isPure || !block.IsPair || widest < 8 || geometry.Width % 8 != 0) return any;
        return geometry.Lanes > 1
            ? new PairSweep<RowCoefficients<Vector512<double>, Lanes8>>(any) : new PairSweep<SharedCoefficients<Vector512<double>, Lanes8>>(any);
    }

    /// <summary>The algebra of one-qubit maps for one or eight rows of parameters.</summary>
    internal static IChainAlgebra Algebra(int lanes, bool isPure, int widest) => VectorWidth(lanes, widest) switch
    {
        8 => Algebra<Vector512<double>, Lanes8>(isPure),
        4 => Algebra<Vector256<double>, Lanes4>(isPure),
        2 => Algebra<Vector128<double>, Lanes2>(isPure),
        _ => Algebra<double, Lanes1>(isPure),
    };

    /// <summary>The kernel for cells of amplitudes.</summary>
    internal static ICellKernel Cells(int widest) => widest switch
    {
        8 => new CellKernel<Vector512<double>, Lanes8>(),
        4 => new CellKernel<Vector256<double>, Lanes4>(),
        2 => new CellKernel<Vector128<double>, Lanes2>(),
        _ => new CellKernel<double, Lanes1>(),
    };

    /// <summary>Doubles per vector of the widest vectors of this processor: 8, 4, 2 or 1.</summary>
    internal static int Widest
    {
        get
        {
            if (Vector512.IsHardwareAccelerated) return 8;
            if (Vector256.IsHardwareAccelerated) return 4;
            return Vector128.IsHardwareAccelerated ? 2 : 1;
        }
    }

    // The widest that divides a row.
    private static int VectorWidth(int width, int widest)
    {
        while (width % widest != 0) widest /= 2;
        return widest;
    }

    private static IChainAlgebra Algebra<TVector, TLanes>(bool isPure)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> => isPure ? new UnitaryChain<TVector, TLanes>() : new AffineChain<TVector, TLanes>();

    private static IBlockSweep For<TVector, TLanes>(int lanes, bool isPure)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> =>
        lanes == 1
            ? For<TVector, TLanes, SharedCoefficients<TVector, TLanes>>(isPure)
            : For<TVector, TLanes, RowCoefficients<TVector, TLanes>>(isPure);

    private static IBlockSweep For<TVector, TLanes, TCoefficients>(bool isPure)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TCoefficients : struct, ICoefficients<TVector, TLanes> =>
        isPure
            ? new BlockSweep<TVector, TLanes, TCoefficients, UnitaryKernel<TVector, TLanes, TCoefficients>>()
            : new BlockSweep<TVector, TLanes, TCoefficients, AffineKernel<TVector, TLanes, TCoefficients>>();
}
