using System.Runtime.CompilerServices;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Runs the stages of a trajectory on a register: part after part is gathered, swept by all operations, and put back.</summary>
/// <remarks>Parts that hold nothing but zeros, because their qubits have not been acted on, are left out.</remarks>
internal sealed class StageSweeper
{
    private const int PartCells = 1 << TrajectorySchedule.MostActive;
    private readonly ICellKernel _kernel;
    private AlignedBuffer[] _parts;

    internal StageSweeper(ICellKernel kernel)
    {
        _kernel = kernel;
        _parts = [new(PartCells * CellRegister.CellDoubles)];
    }

    /// <summary>True if a stage writes every amplitude of a register that is not 0, so that it may read another one.</summary>
    internal static bool WritesAll(CellRegister source, TrajectoryStage stage) =>
        !stage.IsEvent && (source.TouchedBits | stage.PartBits) == (1 << source.Bits) - 1;

    /// <summary>Runs one stage from one register to another, or in place.</summary>
    internal void Run(
        CellRegister source, CellRegister target, ReadOnlySpan<TrajectoryBlock> operations, TrajectoryStage stage, double[] numbers,
        int threads)
    {
        var parts = new PartWalk(stage.PartBits, source.TouchedBits, isMoved: source != target);
        target.TouchedBits = source.TouchedBits | stage.PartBits;
        int shares = (int)Math.Min(threads, parts.Count);
        if (shares <= 1) RunParts(source, target, parts, operations, numbers, _parts[0], 0, parts.Count);
        else Share(source, target, parts, operations.ToArray(), numbers, shares);
    }

    private void Share(
        CellRegister source, CellRegister target, PartWalk parts, TrajectoryBlock[] operations, double[] numbers, int shares)
    {
        while (_parts.Length < shares) _parts = [.. _parts, new(PartCells * CellRegister.CellDoubles)];
        Parallel.For(0, shares, t => RunParts(
            source, target, parts, operations, numbers, _parts[t], parts.Count * t / shares, parts.Count * (t + 1) / shares));
    }

    private void RunParts(
        CellRegister source, CellRegister target, PartWalk parts, ReadOnlySpan<TrajectoryBlock> operations, double[] numbers,
        AlignedBuffer local, nint from, nint to)
    {
        nint part = parts.At(from);
        for (nint i = from; i < to; i++, part = parts.After(part))
        {
            ref double place = ref Unsafe.Add(ref target.Buffer.First, part * CellRegister.CellDoubles);
            ref double work = ref parts.IsInPlace ? ref place : ref local.First;
            if (!parts.IsInPlace)
                PartTransfer.Gather(ref Unsafe.Add(ref source.Buffer.First, part * CellRegister.CellDoubles), ref work, parts);
            for (int o = 0; o < operations.Length; o++) _kernel.Apply(operations[o], ref numbers[0], ref work, parts.Cells);
            if (!parts.IsInPlace) PartTransfer.Scatter(ref work, ref place, parts);
        }
    }
}
