using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>One block over a whole state, compiled for one vector width and one kind of coefficients.</summary>
internal interface IBlockSweep
{
    /// <summary>target = block · source; they may be the same.</summary>
    /// <param name="block">The block.</param>
    /// <param name="from">Its place where the state is read.</param>
    /// <param name="to">Its place where the state is written.</param>
    /// <param name="source">Where the state is read.</param>
    /// <param name="target">Where it is written.</param>
    /// <param name="table">Coefficients.</param>
    /// <param name="scratch">Tiles.</param>
    /// <param name="first">First rest index, a multiple of the chunk.</param>
    /// <param name="last">The rest index after the last.</param>
    void Forward(
        PlanBlock block, BlockGeometry from, BlockGeometry to, ref double source, ref double target, ref double table, TileScratch scratch,
        nint first, nint last);

    /// <summary>effect = blockᵀ · effect.</summary>
    void Transposed(PlanBlock block, BlockGeometry geometry, ref double effect, ref double table, TileScratch scratch);

    /// <summary>effect = blockᵀ · effect, and the correlations with the state before the block added to <paramref name="sums"/>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="geometry">Its place in the state.</param>
    /// <param name="state">The state before the block.</param>
    /// <param name="effect">The effect after the block; becomes the one before it.</param>
    /// <param name="table">Coefficients.</param>
    /// <param name="scratch">Tiles.</param>
    /// <param name="sums">Where the sums of each chain and of the core begin.</param>
    void Gradient(
        PlanBlock block, BlockGeometry geometry, ref double state, ref double effect, ref double table, TileScratch scratch,
        CorrelationSums sums);
}
