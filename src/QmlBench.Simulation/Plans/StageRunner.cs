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
    // Qubits of the pieces that stay in the first cache: 4^6 coefficients, 32 KiB.
    private const int PieceQubits = 6;

    private readonly PlanBlock[] _blocks;
    private readonly BlockGeometry[] _from;
    private readonly BlockGeometry[] _to;
    private readonly IBlockSweep[] _sweeps;
    private readonly PartGeometry? _parts;

    internal StageRunner(StraightPlan plan, TileStage stage, int lanes, int widest)
    {
        _parts = stage.IsWhole ? null : new PartGeometry(plan.Shape, stage.Qubits);
        IEnumerable<PlanBlock> blocks = plan.Blocks.Skip(stage.First).Take(stage.Count);
        _blocks = [.. stage.IsWhole ? blocks : blocks.Select(stage.Local)];
        RegisterShape shape = _parts?.Shape ?? plan.Shape;
        var outer = new GeometryTable(shape, lanes, _parts?.Outer ?? RegisterLayout.Plain);
        GeometryTable inner = _parts is null ? outer : new GeometryTable(shape, lanes, _parts.Inner);
        // The first block of a part that is not gathered reads the state, the last one writes it.
        _from = [.. _blocks.Select((b, i) => (i == 0 ? outer : inner).Of(b.Qubits))];
        _to = [.. _blocks.Select((b, i) => (i == _blocks.Length - 1 ? outer : inner).Of(b.Qubits))];
        _sweeps = [.. _blocks.Select((b, i) => SweepChoice.For(b, _to[i], plan.Shape.IsPure, widest))];
    }

    /// <summary>Doubles of a part; 0 if the stage runs on the whole state.</summary>
    internal int PartLength => _parts?.Length ?? 0;

    /// <summary>Runs the stage in place, one thread per memory.</summary>
    internal void Forward(AlignedBuffer state, AlignedBuffer table, ReadOnlySpan<SweepMemory> memories)
    {
        if (memories.Length > 1) Share(state, table, memories.ToArray());
        else if (_parts is { } parts) RunParts(parts, state, table, memories[0], 0, parts.Count);
        else for (int b = 0; b < _blocks.Length; b++) Sweep(b, ref state.First, table, memories[0], 0, _to[b].Rest);
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
            (int number, nint chunk) = (b, _to[b].Chunk);
            nint chunks = _to[b].Rest / chunk;
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
            if (parts.IsGathered) parts.Gather(state.Span, part, memory.Part.Span);
            RunPart(parts, ref Unsafe.Add(ref state.First, parts.Base(part)), table, memory);
            if (parts.IsGathered) parts.Scatter(memory.Part.Span, part, state.Span);
        }
    }

    // Consecutive blocks on the lowest qubits run piece by piece.
    private void RunPart(PartGeometry parts, ref double state, AlignedBuffer table, SweepMemory memory)
    {
        for (int b = 0; b < _blocks.Length;)
        {
            int end = b;
            while (end < _blocks.Length && !parts.IsGathered && _blocks[end].Qubits[^1] < PieceQubits) end++;
            nint pieces = end - b < 2 ? 1 : parts.Shape.Rest(PieceQubits);
            end = Math.Max(end, b + 1);
            for (nint piece = 0; piece < pieces; piece++)
                for (int i = b; i < end; i++) SweepPiece(i, parts, ref state, table, memory, piece, pieces);
            b = end;
        }
    }

    private void SweepPiece(int b, PartGeometry parts, ref double state, AlignedBuffer table, SweepMemory memory, nint piece, nint pieces)
    {
        ref double local = ref memory.Part.First;
        ref double source = ref b == 0 && !parts.IsGathered ? ref state : ref local;
        ref double target = ref b == _blocks.Length - 1 && !parts.IsGathered ? ref state : ref local;
        nint rest = _to[b].Rest / pieces;
        _sweeps[b].Forward(
            _blocks[b], _from[b], _to[b], ref source, ref target, ref table.First, memory.Tiles, rest * piece, rest * (piece + 1));
    }

    private void Sweep(int b, ref double state, AlignedBuffer table, SweepMemory memory, nint from, nint to) =>
        _sweeps[b].Forward(_blocks[b], _from[b], _to[b], ref state, ref state, ref table.First, memory.Tiles, from, to);
}
