using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Blocks of two qubits with a permutation (<see cref="PlanBlock.IsPair"/>) in one pass; eight rows of parameters backward as
/// any block.</summary>
/// <remarks>Rows of at least eight neighbours are taken where they lie, others through a tile.</remarks>
internal sealed class PairSweep<TCoefficients>(IBlockSweep backward) : IBlockSweep
    where TCoefficients : struct, ICoefficients<Vector512<double>, Lanes8>
{
    // One step begins where it is told to.
    private static readonly nint[] NoStarts = [0, 0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(PlanBlock block, BlockGeometry from, BlockGeometry to, ref double source, ref double target, ref double table,
        TileScratch scratch, nint first, nint last)
    {
        int lanes = from.Lanes;
        ref double low = ref Unsafe.Add(ref table, block.ChainSlots[0] * lanes);
        ref double high = ref Unsafe.Add(ref table, block.ChainSlots[1] * lanes);
        ref double factors = ref Unsafe.Add(ref table, block.CoreSlot * lanes);
        ref int places = ref block.Pattern!.TransposedColumns[0];
        ChainForm form = block.Forms[0];
        if (!from.HasSteps)
        {
            ref double tile = ref scratch.Tile(0);
            PairPlace packed = Packed(from);
            for (nint rest = first; rest < last; rest += from.Chunk)
            {
                TileTransfer.Load(from, ref source, ref tile, rest);
                PairKernel<TCoefficients>.Forward(
                    ref tile, packed, ref tile, packed, ref NoStarts[0], ref NoStarts[0], 1, ref from.Rows[0], from.Width, form, ref low,
                    ref high, ref places, ref factors);
                TileTransfer.Store(to, ref tile, ref target, rest);
            }

            return;
        }

        PairPlace read = Place(from), write = Place(to);
        int step = from.Step;
        nint at = first;
        while (at < last)
        {
            nint number = at / step % BlockGeometry.KnownSteps, start = at - (number * step);
            int steps = (int)Math.Min(BlockGeometry.KnownSteps - number, (last - at) / step);
            PairKernel<TCoefficients>.Forward(
                ref Unsafe.Add(ref source, from.Base(start) * lanes), read, ref Unsafe.Add(ref target, to.Base(start) * lanes), write,
                ref from.Starts[number], ref to.Starts[number], steps, ref to.StateRows[0], step * lanes, form, ref low, ref high,
                ref places, ref factors);
            at += steps * step;
        }
    }

    /// <inheritdoc/>
    public void Transposed(PlanBlock block, BlockGeometry geometry, ref double effect, ref double table, TileScratch scratch)
    {
        if (geometry.Lanes > 1) backward.Transposed(block, geometry, ref effect, ref table, scratch);
        else Backward(geometry, ref effect, ref effect, scratch, new PairMaps(block, ref table, null));
    }

    /// <inheritdoc/>
    public void Gradient(
        PlanBlock block, BlockGeometry geometry, ref double state, ref double effect, ref double table, TileScratch scratch,
        CorrelationSums sums)
    {
        if (geometry.Lanes > 1) backward.Gradient(block, geometry, ref state, ref effect, ref table, scratch, sums);
        else Backward(geometry, ref state, ref effect, scratch, new PairMaps(block, ref table, sums));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward(BlockGeometry geometry, ref double state, ref double effect, TileScratch scratch, in PairMaps maps)
    {
        bool isTiled = !geometry.HasSteps;
        PairPlace packed = Packed(geometry), place = isTiled ? packed : Place(geometry);
        int step = isTiled ? geometry.Chunk : geometry.Step;
        ref nint rows = ref isTiled ? ref geometry.Rows[0] : ref geometry.StateRows[0];
        for (nint rest = 0; rest < geometry.Rest; rest += step)
        {
            nint start = isTiled ? 0 : geometry.Base(rest);
            ref double own = ref isTiled ? ref scratch.Tile(0) : ref Unsafe.Add(ref effect, start);
            ref double before = ref isTiled ? ref scratch.State(0) : ref Unsafe.Add(ref state, start);
            if (isTiled) TileTransfer.Load(geometry, ref effect, ref own, rest);
            if (isTiled && (maps.CorrelatesFirst || maps.CorrelatesSecond)) TileTransfer.Load(geometry, ref state, ref before, rest);
            bool changes = maps.CorrelatesSecond && maps.Form != ChainForm.None;
            ref double between = ref changes ? ref scratch.State(1) : ref before;
            if (changes) PairGradientKernel.AfterFirst(ref before, place, ref between, packed, step, maps);
            PairGradientKernel.Run(
                ref own, place, ref rows, ref before, place, ref between, changes ? packed : place, step, maps);
            if (isTiled) TileTransfer.Store(geometry, ref own, ref effect, rest);
        }
    }

    private static PairPlace Packed(BlockGeometry geometry) => new(geometry.Rows[1], geometry.Rows[4], false);

    private static PairPlace Place(BlockGeometry geometry) =>
        new(geometry.StateRows[1], geometry.StateRows[4], geometry.IsFar && Sse.IsSupported);
}
