using System.Runtime.CompilerServices;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Runs the stages of a trajectory on a register: part after part is gathered, swept by all operations, and put back.</summary>
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
        nint inside = stage.PartBits >> CellRegister.PlaceBits, outside = (register.Cells - 1) & ~inside;
        nint count = (nint)1 << System.Numerics.BitOperations.PopCount((ulong)outside);
        int shares = (int)Math.Min(threads, count);
        if (shares <= 1)
        {
            RunParts(register, schedule, stage, numbers, _parts[0], 0, count);
            return;
        }

        while (_parts.Length < shares) _parts = [.. _parts, new(PartCells * CellRegister.CellDoubles)];
        Parallel.For(
            0, shares, t => RunParts(register, schedule, stage, numbers, _parts[t], count * t / shares, count * (t + 1) / shares));
    }

    private void RunParts(
        CellRegister register, TrajectorySchedule schedule, TrajectoryStage stage, double[] numbers, AlignedBuffer local, nint from, nint to)
    {
        nint inside = stage.PartBits >> CellRegister.PlaceBits, outside = (register.Cells - 1) & ~inside;
        nint run = ~inside & (inside + 1);
        nint cells = (nint)1 << System.Numerics.BitOperations.PopCount((ulong)inside);
        ReadOnlySpan<TrajectoryBlock> operations = schedule.Operations(stage);
        nint part = Deposit(from, outside);
        for (nint i = from; i < to; i++, part = (part - outside) & outside)
        {
            ref double place = ref Unsafe.Add(ref register.Buffer.First, part * CellRegister.CellDoubles);
            bool isWhole = run >= cells;
            ref double work = ref isWhole ? ref place : ref local.First;
            if (!isWhole) PartTransfer.Gather(ref place, ref work, inside & ~(run - 1), run, cells);
            for (int o = 0; o < operations.Length; o++) _kernel.Apply(operations[o], ref numbers[0], ref work, cells);
            if (!isWhole) PartTransfer.Scatter(ref work, ref place, inside & ~(run - 1), run, cells);
        }
    }

    // The bits of a number, put where a mask has bits.
    private static nint Deposit(nint number, nint mask)
    {
        nint result = 0;
        for (nint rest = mask; number != 0 && rest != 0; number >>= 1)
        {
            nint lowest = rest & -rest;
            if ((number & 1) == 1) result |= lowest;
            rest &= ~lowest;
        }

        return result;
    }
}
