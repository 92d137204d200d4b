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

    /// <summary>Runs one stage in place.</summary>
    internal void Run(CellRegister register, TrajectorySchedule schedule, TrajectoryStage stage, double[] numbers, int threads)
    {
        var parts = new PartWalk(stage.PartBits, register.TouchedBits);
        register.TouchedBits |= stage.PartBits;
        int shares = (int)Math.Min(threads, parts.Count);
        if (shares <= 1) RunParts(register, parts, schedule.Operations(stage), numbers, _parts[0], 0, parts.Count);
        else Share(register, schedule, stage, numbers, parts, shares);
    }

    private void Share(
        CellRegister register, TrajectorySchedule schedule, TrajectoryStage stage, double[] numbers, PartWalk parts, int shares)
    {
        while (_parts.Length < shares) _parts = [.. _parts, new(PartCells * CellRegister.CellDoubles)];
        Parallel.For(0, shares, t => RunParts(
            register, parts, schedule.Operations(stage), numbers, _parts[t], parts.Count * t / shares, parts.Count * (t + 1) / shares));
    }

    private void RunParts(
        CellRegister register, PartWalk parts, ReadOnlySpan<TrajectoryBlock> operations, double[] numbers, AlignedBuffer local, nint from,
        nint to)
    {
        nint part = parts.At(from);
        for (nint i = from; i < to; i++, part = parts.After(part))
        {
            ref double place = ref Unsafe.Add(ref register.Buffer.First, part * CellRegister.CellDoubles);
            ref double work = ref parts.IsContiguous ? ref place : ref local.First;
            if (!parts.IsContiguous) PartTransfer.Gather(ref place, ref work, parts);
            for (int o = 0; o < operations.Length; o++) _kernel.Apply(operations[o], ref numbers[0], ref work, parts.Cells);
            if (!parts.IsContiguous) PartTransfer.Scatter(ref work, ref place, parts);
        }
    }
}
