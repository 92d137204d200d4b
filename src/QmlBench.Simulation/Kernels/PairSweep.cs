using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Blocks of two qubits with a permutation (<see cref="PlanBlock.IsPair"/>) in one pass; eight rows of parameters backward as any
/// block.</summary>
internal sealed class PairSweep<TCoefficients, TAccess>(IBlockSweep backward) : IBlockSweep
    where TCoefficients : struct, ICoefficients<Vector512<double>, Lanes8>
    where TAccess : struct, IPairAccess
{
    // Packed rows of eight doubles.
    private static readonly nint[] PackedRows = [.. Enumerable.Range(0, 16).Select(static r => (nint)(r * Lanes8.Width))];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(PlanBlock block, BlockGeometry from, BlockGeometry to, ref double source, ref double target, ref double table,
        TileScratch scratch, nint first, nint last)
    {
        int lanes = from.Lanes, step = from.Step, width = step * lanes;
        PairPlace read = Place(from), write = Place(to);
        ref nint rows = ref TAccess.IsPacked ? ref PackedRows[0] : ref to.StateRows[0];
        ref double low = ref Unsafe.Add(ref table, block.ChainSlots[0] * lanes);
        ref double high = ref Unsafe.Add(ref table, block.ChainSlots[1] * lanes);
        ref double factors = ref Unsafe.Add(ref table, block.CoreSlot * lanes);
        ref int places = ref block.Pattern!.TransposedColumns[0];
        nint rest = first;
        while (rest < last)
        {
            nint number = rest / step % BlockGeometry.KnownSteps, start = rest - (number * step);
            int steps = (int)Math.Min(BlockGeometry.KnownSteps - number, (last - rest) / step);
            PairKernel<TCoefficients, TAccess>.Forward(
                ref Unsafe.Add(ref source, from.Base(start) * lanes), read, ref Unsafe.Add(ref target, to.Base(start) * lanes), write,
                ref from.Starts[number], ref to.Starts[number], steps, ref rows, ref scratch.Tile(0), width, block.Forms[0], ref low,
                ref high, ref places, ref factors);
            rest += steps * step;
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
    private static void Backward(BlockGeometry geometry, ref double state, ref double effect, TileScratch scratch, PairMaps maps)
    {
        int batch = BlockGeometry.KnownSteps * geometry.Step;
        ref nint rows = ref TAccess.IsPacked ? ref PackedRows[0] : ref geometry.StateRows[0];
        for (nint rest = 0; rest < geometry.Rest; rest += batch)
        {
            nint start = geometry.Base(rest);
            PairGradientKernel<TAccess>.Run(
                ref Unsafe.Add(ref effect, start), ref Unsafe.Add(ref state, start), Place(geometry), ref geometry.Starts[0],
                (int)Math.Min(BlockGeometry.KnownSteps, (geometry.Rest - rest) / geometry.Step), geometry.Step, ref rows,
                ref scratch.Tile(0), maps);
        }
    }

    private static PairPlace Place(BlockGeometry geometry) => new(
        TAccess.IsPacked ? geometry.RestStep : geometry.StateRows[1], geometry.StateRows[4], geometry.Rest > 4 ? geometry.Base(4) : 0,
        !TAccess.IsPacked && geometry.IsFar && Sse.IsSupported);
}
