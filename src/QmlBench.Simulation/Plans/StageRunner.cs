using System.Runtime.CompilerServices;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>Runs one stage: block after block over the whole state, or part after part of the state through all blocks.</summary>
/// <remarks>
/// Threads take equal shares of the parts, or of the tiles of a block. Which thread does what changes no bit: parts and tiles are
/// independent.
/// </remarks>
internal sealed class StageRunner
{
    private readonly PlanBlock[] _blocks;
    private readonly BlockGeometry[] _geometries;
    private readonly IBlockSweep[] _sweeps;
    private readonly PartGeometry? _parts;

    internal StageRunner(StraightPlan plan, TileStage stage, int lanes, int widest)
    {
        _parts = stage.IsWhole ? null : new PartGeometry(plan.Shape, stage.Qubits);
        IEnumerable<PlanBlock> blocks = plan.Blocks.Skip(stage.First).Take(stage.Count);
        _blocks = [.. stage.IsWhole ? blocks : blocks.Select(stage.Local)];
        _geometries = [.. _blocks.Select(b => new BlockGeometry(b.Qubits, _parts?.Shape ?? plan.Shape, lanes))];
        _sweeps = [.. _geometries.Select(g => SweepChoice.For(g.Width, lanes, plan.Shape.IsPure, widest))];
    }

    /// <summary>Doubles of a part; 0 if the stage runs on the whole state.</summary>
    internal int PartLength => _parts?.Shape.Length ?? 0;

    /// <summary>Runs the stage in place, one thread per memory.</summary>
    internal void Forward(AlignedBuffer state, AlignedBuffer table, ReadOnlySpan<SweepMemory> memories)
    {
        if (memories.Length > 1) Share(state, table, memories.ToArray());
        else if (_parts is { } parts) RunParts(parts, state, table, memories[0], 0, parts.Count);
        else for (int b = 0; b < _blocks.Length; b++) Sweep(b, ref state.First, table, memories[0], 0, _geometries[b].Rest);
    }

    private void Share(AlignedBuffer state, AlignedBuffer table, SweepMemory[] memories)
    {
        if (_parts is { } parts)
        {
            Parallel.For(0, memories.Length, t =>
                RunParts(parts, state, table, memories[t], parts.Count * t / memories.Length, parts.Count * (t + 1) / memories.Length));
            return;
        }

        for (int b = 0; b < _blocks.Length; b++)
        {
            (int number, nint chunk) = (b, _geometries[b].Chunk);
            nint chunks = _geometries[b].Rest / chunk;
            Parallel.For(0, memories.Length, t =>
                Sweep(
                    number, ref state.First, table, memories[t],
                    chunks * t / memories.Length * chunk, chunks * (t + 1) / memories.Length * chunk));
        }
    }

    private void RunParts(PartGeometry parts, AlignedBuffer state, AlignedBuffer table, SweepMemory memory, nint from, nint to)
    {
        for (nint part = from; part < to; part++)
        {
            if (!parts.IsContiguous) parts.Gather(state.Span, part, memory.Part.Span);
            ref double local = ref parts.IsContiguous ? ref Unsafe.Add(ref state.First, parts.Base(part)) : ref memory.Part.First;
            for (int b = 0; b < _blocks.Length; b++) Sweep(b, ref local, table, memory, 0, _geometries[b].Rest);
            if (!parts.IsContiguous) parts.Scatter(memory.Part.Span, part, state.Span);
        }
    }

    private void Sweep(int b, ref double state, AlignedBuffer table, SweepMemory memory, nint from, nint to) =>
        _sweeps[b].Forward(_blocks[b], _geometries[b], ref state, ref state, ref table.First, memory.Tiles, from, to);
}
