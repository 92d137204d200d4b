using System.Runtime.CompilerServices;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>One block over a whole state, tile by tile: forward, transposed, and with the correlations of a gradient.</summary>
internal sealed class BlockSweep<TVector, TLanes, TCoefficients, TSingle> : IBlockSweep
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
    where TCoefficients : struct, ICoefficients<TVector, TLanes>
    where TSingle : struct, ISingleKernel
{
    /// <inheritdoc/>
    public void Forward(PlanBlock block, BlockGeometry geometry, ref double source, ref double target, ref double table, TileScratch scratch, nint from, nint to)
    {
        if (geometry.IsDirect) Direct(block, geometry, ref source, ref target, ref table, scratch, from, to);
        else Tiled(block, geometry, ref source, ref target, ref table, scratch, from, to);
    }

    // The first map reads the state, the last one writes it; between them the rows stay in a tile.
    private static void Direct(
        PlanBlock block, BlockGeometry geometry, ref double source, ref double target, ref double table, TileScratch scratch, nint from, nint to)
    {
        ref double tile = ref scratch.Tile(0);
        int last = block.Pattern is null ? block.LastChain : -1;
        for (nint rest = from; rest < to; rest += geometry.Chunk)
        {
            nint start = geometry.Base(rest) * geometry.Lanes;
            ref double input = ref Unsafe.Add(ref source, start);
            ref double output = ref Unsafe.Add(ref target, start);
            bool inTile = false;
            for (int p = 0; p < block.Before.Length; p++)
            {
                if (block.Before[p] is null) continue;
                TSingle.Forward(
                    ref inTile ? ref tile : ref input, inTile ? geometry.Rows : geometry.StateRows, ref p == last ? ref output : ref tile, p == last ? geometry.StateRows : geometry.Rows,
                    geometry.Width, geometry.Stride(p), block.Shifts[p], ref Slot(ref table, block.ChainSlots[p], geometry.Lanes));
                inTile = true;
            }

            if (block.Pattern is not { } pattern) continue;
            if (!inTile) TileTransfer.Load(geometry, ref source, ref tile, rest);
            SparseKernel<TVector, TLanes, TCoefficients>.Apply(
                ref tile, geometry.Rows, ref output, geometry.StateRows, geometry.Width, pattern.Forward, ref Slot(ref table, block.CoreSlot, geometry.Lanes));
        }
    }

    private static void Tiled(
        PlanBlock block, BlockGeometry geometry, ref double source, ref double target, ref double table, TileScratch scratch, nint from, nint to)
    {
        ref double tile = ref scratch.Tile(0);
        ref double result = ref scratch.Tile(1);
        for (nint rest = from; rest < to; rest += geometry.Chunk)
        {
            TileTransfer.Load(geometry, ref source, ref tile, rest);
            for (int p = 0; p < block.Before.Length; p++) Chain(block, geometry, p, ref tile, ref table);
            if (block.Pattern is { } pattern)
            {
                SparseKernel<TVector, TLanes, TCoefficients>.Apply(
                    ref tile, geometry.Rows, ref result, geometry.Rows, geometry.Width, pattern.Forward, ref Slot(ref table, block.CoreSlot, geometry.Lanes));
                TileTransfer.Store(geometry, ref result, ref target, rest);
            }
            else
            {
                TileTransfer.Store(geometry, ref tile, ref target, rest);
            }
        }
    }

    /// <inheritdoc/>
    public void Transposed(PlanBlock block, BlockGeometry geometry, ref double effect, ref double table, TileScratch scratch)
    {
        for (nint rest = 0; rest < geometry.Rest; rest += geometry.Chunk)
        {
            ref double tile = ref LoadEffect(block, geometry, ref effect, ref table, scratch, rest);
            for (int p = block.Before.Length - 1; p >= 0; p--) TransposedChain(block, geometry, p, ref tile, ref table);
            TileTransfer.Store(geometry, ref tile, ref effect, rest);
        }
    }

    /// <inheritdoc/>
    public void Gradient(
        PlanBlock block, BlockGeometry geometry, ref double state, ref double effect, ref double table, TileScratch scratch, CorrelationSums sums)
    {
        int lanes = CorrelationSums.PartialSums * geometry.Lanes, chains = block.Before.Length;
        for (nint rest = 0; rest < geometry.Rest; rest += geometry.Chunk)
        {
            // A tile of fewer than eight choices begins at the partial sum of its first one.
            nint first = (rest & (CorrelationSums.PartialSums - 1)) * geometry.Lanes;
            TileTransfer.Load(geometry, ref state, ref scratch.State(0), rest);
            for (int p = 0; p < chains; p++)
            {
                scratch.CopyState(p, block.Rows * geometry.Width);
                Chain(block, geometry, p, ref scratch.State(p + 1), ref table);
            }

            if (block.Core is { IsConstant: false })
            {
                TileTransfer.Load(geometry, ref effect, ref scratch.Tile(0), rest);
                SparseKernel<TVector, TLanes, TCoefficients>.Correlate(
                    ref scratch.Tile(0), ref scratch.State(chains), geometry.Width, block.Pattern!.Starts, block.Pattern.Columns, lanes, ref Unsafe.Add(ref sums.Core, first));
            }

            ref double tile = ref LoadEffect(block, geometry, ref effect, ref table, scratch, rest);
            for (int p = chains - 1; p >= 0; p--)
            {
                if (block.Before[p] is { HasAngles: true })
                {
                    TSingle.Correlate(
                        ref tile, ref scratch.State(p), block.Rows, geometry.Width, geometry.Stride(p), lanes, ref Unsafe.Add(ref sums.Chain(p), first));
                }

                TransposedChain(block, geometry, p, ref tile, ref table);
            }

            TileTransfer.Store(geometry, ref tile, ref effect, rest);
        }
    }

    // The effect before the core: in tile 1 where there is a core, else in tile 0.
    private static ref double LoadEffect(PlanBlock block, BlockGeometry geometry, ref double effect, ref double table, TileScratch scratch, nint rest)
    {
        ref double tile = ref scratch.Tile(0);
        TileTransfer.Load(geometry, ref effect, ref tile, rest);
        if (block.Pattern is not { } pattern) return ref tile;
        ref double result = ref scratch.Tile(1);
        SparseKernel<TVector, TLanes, TCoefficients>.Apply(
            ref tile, geometry.Rows, ref result, geometry.Rows, geometry.Width, pattern.Transposed, ref Slot(ref table, block.CoreSlot, geometry.Lanes));
        return ref result;
    }

    private static void Chain(PlanBlock block, BlockGeometry geometry, int p, ref double tile, ref double table)
    {
        if (block.Before[p] is null) return;
        TSingle.Forward(
            ref tile, geometry.Rows, ref tile, geometry.Rows, geometry.Width, geometry.Stride(p), block.Shifts[p], ref Slot(ref table, block.ChainSlots[p], geometry.Lanes));
    }

    private static void TransposedChain(PlanBlock block, BlockGeometry geometry, int p, ref double tile, ref double table)
    {
        if (block.Before[p] is null) return;
        TSingle.Transposed(
            ref tile, block.Rows, geometry.Width, geometry.Stride(p), block.Shifts[p], ref Slot(ref table, block.ChainSlots[p], geometry.Lanes));
    }

    private static ref double Slot(ref double table, int slot, int lanes) => ref Unsafe.Add(ref table, slot * lanes);
}
