using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>Runs one stage: block after block over the whole state, or part after part of the state through all blocks.</summary>
internal sealed class StageRunner
{
    private readonly PlanBlock[] _blocks;
    private readonly BlockGeometry[] _geometries;
    private readonly IBlockSweep[] _sweeps;
    private readonly PartGeometry? _parts;
    private readonly int _rows;
    private readonly ConcurrentBag<(TileScratch Scratch, AlignedBuffer Part)> _memory = [];

    internal StageRunner(StraightPlan plan, TileStage stage, int lanes, int widest)
    {
        _rows = plan.MostRows;
        _parts = stage.IsWhole ? null : new PartGeometry(plan.Shape, stage.Qubits);
        IEnumerable<PlanBlock> blocks = plan.Blocks.Skip(stage.First).Take(stage.Count);
        _blocks = [.. stage.IsWhole ? blocks : blocks.Select(stage.Local)];
        _geometries = [.. _blocks.Select(b => new BlockGeometry(b.Qubits, _parts?.Shape ?? plan.Shape, lanes))];
        _sweeps = [.. _geometries.Select(g => SweepChoice.For(g.Width, lanes, plan.Shape.IsPure, widest))];
    }

    /// <summary>Runs the stage in place.</summary>
    internal void Forward(AlignedBuffer state, AlignedBuffer table, int threads)
    {
        if (_parts is { } parts)
        {
            Share(parts.Count, 1, threads, (memory, from, to) => RunParts(parts, state, table, memory, from, to));
            return;
        }

        for (int b = 0; b < _blocks.Length; b++)
        {
            int number = b;
            Share(_geometries[b].Rest, _geometries[b].Chunk, threads, (memory, from, to) => Sweep(number, ref state.First, table, memory.Scratch, from, to));
        }
    }

    private void RunParts(PartGeometry parts, AlignedBuffer state, AlignedBuffer table, (TileScratch Scratch, AlignedBuffer Part) memory, nint from, nint to)
    {
        for (nint part = from; part < to; part++)
        {
            if (!parts.IsContiguous) parts.Gather(state.Span, part, memory.Part.Span);
            ref double local = ref parts.IsContiguous ? ref Unsafe.Add(ref state.First, parts.Base(part)) : ref memory.Part.First;
            for (int b = 0; b < _blocks.Length; b++) Sweep(b, ref local, table, memory.Scratch, 0, _geometries[b].Rest);
            if (!parts.IsContiguous) parts.Scatter(memory.Part.Span, part, state.Span);
        }
    }

    private void Sweep(int b, ref double state, AlignedBuffer table, TileScratch scratch, nint from, nint to) =>
        _sweeps[b].Forward(_blocks[b], _geometries[b], ref state, ref state, ref table.First, scratch, from, to);

    // Equal shares of the range; which thread does what changes no bit, since tiles and parts are independent.
    private void Share(nint count, int granule, int threads, Action<(TileScratch Scratch, AlignedBuffer Part), nint, nint> body)
    {
        if (threads <= 1)
        {
            WithMemory(memory => body(memory, 0, count));
            return;
        }

        nint granules = count / granule;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, t =>
            WithMemory(memory => body(memory, granules * t / threads * granule, granules * (t + 1) / threads * granule)));
    }

    private void WithMemory(Action<(TileScratch Scratch, AlignedBuffer Part)> body)
    {
        if (!_memory.TryTake(out (TileScratch Scratch, AlignedBuffer Part) memory)) memory = (new TileScratch(_rows), new AlignedBuffer(_parts?.Shape.Length ?? 0));
        body(memory);
        _memory.Add(memory);
    }
}
