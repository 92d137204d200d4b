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
    private const int MostChains = 3;

    /// <inheritdoc/>
    public void Forward(PlanBlock block, BlockGeometry from, BlockGeometry to, ref double source, ref double target, ref double table,
        TileScratch scratch, nint first, nint last)
    {
        if (from.IsDirect) Direct(block, from, to, ref source, ref target, ref table, scratch, first, last);
        else Tiled(block, from, to, ref source, ref target, ref table, scratch, first, last);
    }

    // The first map reads the state, the last one writes it; between them the rows stay in a tile.
    private static void Direct(
        PlanBlock block, BlockGeometry from, BlockGeometry to, ref double source, ref double target, ref double table,
        TileScratch scratch, nint first, nint end)
    {
        ref double tile = ref scratch.Tile(0);
        int last = block.LastChain;
        int permuted = block.FirstChain < last && block.Pattern is { IsPermutation: true } ? last : -1;
        if (block.Pattern is not null) last = -1;
        for (nint rest = first; rest < end; rest += from.Chunk)
        {
            ref double input = ref Unsafe.Add(ref source, from.Base(rest) * from.Lanes);
            ref double output = ref Unsafe.Add(ref target, to.Base(rest) * to.Lanes);
            bool inTile = false;
            for (int p = 0; p < block.Before.Length; p++)
            {
                if (block.Before[p] is null || p == permuted) continue;
                TSingle.Forward(
                    ref inTile ? ref tile : ref input, inTile ? from.Rows : from.StateRows, ref p == last ? ref output : ref tile,
                    p == last ? to.StateRows : from.Rows,
                    from.Width, from.Stride(p), block.Shifts[p], ref Slot(ref table, block.ChainSlots[p], from.Lanes));
                inTile = true;
            }

            if (block.Pattern is null) continue;
            if (!inTile) TileTransfer.Load(from, ref source, ref tile, rest);
            Core(block, from, permuted, ref tile, ref output, to.StateRows, ref table);
        }
    }

    private static void Tiled(
        PlanBlock block, BlockGeometry from, BlockGeometry to, ref double source, ref double target, ref double table,
        TileScratch scratch, nint first, nint end)
    {
        ref double tile = ref scratch.Tile(0);
        ref double result = ref scratch.Tile(1);
        int permuted = block.Pattern is { IsPermutation: true } ? block.LastChain : -1;
        for (nint rest = first; rest < end; rest += from.Chunk)
        {
            TileTransfer.Load(from, ref source, ref tile, rest);
            for (int p = 0; p < block.Before.Length; p++)
                if (p != permuted) Chain(block, from, p, ref tile, ref table);
            if (block.Pattern is not null)
            {
                Core(block, from, permuted, ref tile, ref result, from.Rows, ref table);
                TileTransfer.Store(to, ref result, ref target, rest);
            }
            else
            {
                TileTransfer.Store(to, ref tile, ref target, rest);
            }
        }
    }

    // The map of all qubits; a permutation takes the last chain with it in one pass.
    private static void Core(
        PlanBlock block, BlockGeometry geometry, int permuted, ref double tile, ref double result, nint[] resultRows, ref double table)
    {
        SparsePattern pattern = block.Pattern!;
        ref double factors = ref Slot(ref table, block.CoreSlot, geometry.Lanes);
        if (permuted < 0)
        {
            SparseKernel<TVector, TLanes, TCoefficients>.Apply(
                ref tile, geometry.Rows, ref result, resultRows, geometry.Width, pattern.Forward, ref factors);
        }
        else
        {
            TSingle.ForwardPermuted(
                ref tile, geometry.Rows, ref result, resultRows, geometry.Width, geometry.Stride(permuted), block.Shifts[permuted],
                ref Slot(ref table, block.ChainSlots[permuted], geometry.Lanes), pattern.Transposed, ref factors);
        }
    }

    /// <inheritdoc/>
    public void Transposed(PlanBlock block, BlockGeometry geometry, ref double effect, ref double table, TileScratch scratch)
    {
        for (nint rest = 0; rest < geometry.Rest; rest += geometry.Chunk)
            Backward(block, geometry, ref effect, ref effect, ref table, scratch, null, rest);
    }

    /// <inheritdoc/>
    public void Gradient(
        PlanBlock block, BlockGeometry geometry, ref double state, ref double effect, ref double table, TileScratch scratch,
        CorrelationSums sums)
    {
        for (nint rest = 0; rest < geometry.Rest; rest += geometry.Chunk)
            Backward(block, geometry, ref state, ref effect, ref table, scratch, sums, rest);
    }

    // One tile backward; with sums also the correlations with the state before the block.
    private static void Backward(
        PlanBlock block, BlockGeometry geometry, ref double state, ref double effect, ref double table, TileScratch scratch,
        CorrelationSums? sums, nint rest)
    {
        // A tile of fewer than eight choices begins at the partial sum of its first one.
        nint first = (rest & (CorrelationSums.PartialSums - 1)) * geometry.Lanes;
        int lanes = CorrelationSums.PartialSums * geometry.Lanes;
        Span<int> stateTiles = stackalloc int[MostChains + 1];
        if (sums is not null) States(block, geometry, ref state, ref table, scratch, rest, stateTiles);
        nint start = geometry.Base(rest) * geometry.Lanes;
        ref double place = ref Unsafe.Add(ref effect, start);
        ref double now = ref place;
        nint[] rows = geometry.StateRows;
        if (!geometry.IsDirect)
        {
            now = ref scratch.Tile(0);
            rows = geometry.Rows;
            TileTransfer.Load(geometry, ref effect, ref now, rest);
        }

        if (block.Pattern is { } pattern)
        {
            if (sums is not null && block.Core is { IsConstant: false })
            {
                ref double before = ref State(geometry, ref state, scratch, start, stateTiles[block.Before.Length], out nint[] beforeRows);
                SparseKernel<TVector, TLanes, TCoefficients>.Correlate(
                    ref now, rows, ref before, beforeRows, geometry.Width, pattern.Forward, lanes, ref Unsafe.Add(ref sums.Core, first));
            }

            ref double result = ref scratch.Tile(1);
            SparseKernel<TVector, TLanes, TCoefficients>.Apply(
                ref now, rows, ref result, geometry.Rows, geometry.Width, pattern.Transposed,
                ref Slot(ref table, block.CoreSlot, geometry.Lanes));
            now = ref result;
            rows = geometry.Rows;
        }

        for (int p = block.Before.Length - 1; p >= 0; p--)
        {
            if (block.Before[p] is not { } chain) continue;
            if (sums is not null && chain.HasAngles)
            {
                ref double before = ref State(geometry, ref state, scratch, start, stateTiles[p], out nint[] beforeRows);
                TSingle.Correlate(
                    ref now, rows, ref before, beforeRows, geometry.Width, geometry.Stride(p), lanes,
                    ref Unsafe.Add(ref sums.Chain(p), first));
            }

            bool writes = geometry.IsDirect && p == block.FirstChain;
            TSingle.Transposed(
                ref now, rows, ref writes ? ref place : ref now, writes ? geometry.StateRows : rows, geometry.Width, geometry.Stride(p),
                block.Shifts[p],
                ref Slot(ref table, block.ChainSlots[p], geometry.Lanes));
            if (writes) return;
        }

        if (!Unsafe.AreSame(ref now, ref place)) TileTransfer.Store(geometry, ref now, ref effect, rest);
    }

    // For each chain, and last for the core, the tile that holds the state before it: −1 for the state itself. Tiles no one asks for are
    // not made.
    private static void States(
        PlanBlock block, BlockGeometry geometry, ref double state, ref double table, TileScratch scratch, nint rest, Span<int> tiles)
    {
        int chains = block.Before.Length, tile = -1, last = block.LastCorrelated;
        nint start = geometry.Base(rest) * geometry.Lanes;
        if (!geometry.IsDirect)
        {
            tile = 0;
            TileTransfer.Load(geometry, ref state, ref scratch.State(0), rest);
        }

        for (int p = 0; p < chains; p++)
        {
            tiles[p] = tile;
            if (block.Before[p] is null || p >= last) continue;
            ref double source = ref State(geometry, ref state, scratch, start, tile, out nint[] rows);
            TSingle.Forward(
                ref source, rows, ref scratch.State(tile + 1), geometry.Rows, geometry.Width, geometry.Stride(p), block.Shifts[p],
                ref Slot(ref table, block.ChainSlots[p], geometry.Lanes));
            tile++;
        }

        tiles[chains] = tile;
    }

    private static ref double State(BlockGeometry geometry, ref double state, TileScratch scratch, nint start, int tile, out nint[] rows)
    {
        rows = tile < 0 ? geometry.StateRows : geometry.Rows;
        return ref tile < 0 ? ref Unsafe.Add(ref state, start) : ref scratch.State(tile);
    }

    private static void Chain(PlanBlock block, BlockGeometry geometry, int p, ref double tile, ref double table)
    {
        if (block.Before[p] is null) return;
        TSingle.Forward(
            ref tile, geometry.Rows, ref tile, geometry.Rows, geometry.Width, geometry.Stride(p), block.Shifts[p],
            ref Slot(ref table, block.ChainSlots[p], geometry.Lanes));
    }

    private static ref double Slot(ref double table, int slot, int lanes) => ref Unsafe.Add(ref table, slot * lanes);
}
