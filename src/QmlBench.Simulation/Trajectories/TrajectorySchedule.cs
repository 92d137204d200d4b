using System.Numerics;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Orders the blocks of a trajectory into stages on few qubits, and writes them for the bits where the qubits stand.</summary>
/// <remarks>
/// A stage takes, in order, every block that fits its qubits and need not wait for one that does not fit. The qubits of a stage first leave
/// the places of a cell. All depends on the blocks alone. The memory is used again.
/// </remarks>
internal sealed class TrajectorySchedule(int registerBits)
{
    /// <summary>Most qubits on which a stage acts: with the three bits of a cell 2^14 amplitudes, 256 KiB.</summary>
    internal const int MostActive = 11;

    private readonly int _most = Math.Min(MostActive, registerBits - CellRegister.PlaceBits);
    private readonly QubitLayout _layout = new(registerBits);
    private TrajectoryBlock[] _operations = new TrajectoryBlock[512];
    private TrajectoryStage[] _stages = new TrajectoryStage[64];
    private int[] _left = new int[256];
    private int[] _taken = new int[256];
    private int _operationCount;
    private int _stageCount;

    /// <summary>The stages.</summary>
    internal ReadOnlySpan<TrajectoryStage> Stages => _stages.AsSpan(0, _stageCount);

    /// <summary>The operations of a stage, their qubits given as bits: of an event of the index, else of the number of a cell of a
    /// part.</summary>
    internal ReadOnlySpan<TrajectoryBlock> Operations(TrajectoryStage stage) => _operations.AsSpan(stage.First, stage.Count);

    /// <summary>Where the qubits stand in the end.</summary>
    internal QubitLayout Final => _layout;

    /// <summary>Makes the stages of some blocks.</summary>
    /// <param name="blocks">The blocks in order.</param>
    /// <param name="layout">Where the qubits stand in the beginning.</param>
    internal void Build(ReadOnlySpan<TrajectoryBlock> blocks, QubitLayout layout)
    {
        _layout.CopyFrom(layout);
        _operationCount = _stageCount = 0;
        if (_left.Length < blocks.Length) (_left, _taken) = (new int[2 * blocks.Length], new int[2 * blocks.Length]);
        uint all = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            _left[i] = i;
            all |= Mask(blocks[i]);
        }

        int left = blocks.Length;
        while (left > 0)
        {
            if (blocks[_left[0]].Kind == BlockKind.Event)
            {
                AddEvent(blocks[_left[0]]);
                _left.AsSpan(1, --left).CopyTo(_left);
                continue;
            }

            int taken = Take(blocks, all, ref left, out uint active);
            AddStage(blocks, taken, active);
        }
    }

    private int Take(ReadOnlySpan<TrajectoryBlock> blocks, uint all, ref int left, out uint active)
    {
        uint waits = 0;
        int taken = 0, kept = 0;
        active = 0;
        for (int i = 0; i < left; i++)
        {
            TrajectoryBlock block = blocks[_left[i]];
            uint mask = Mask(block);
            bool fits = block.Kind != BlockKind.Event && (mask & waits) == 0 && BitOperations.PopCount(active | mask) <= _most;
            if (fits)
            {
                active |= mask;
                _taken[taken++] = _left[i];
                continue;
            }

            waits |= mask;
            _left[kept++] = _left[i];
            if (waits != all) continue;

            // Every qubit waits: so does what is left.
            _left.AsSpan(i + 1, left - i - 1).CopyTo(_left.AsSpan(kept));
            kept += left - i - 1;
            break;
        }

        left = kept;
        return taken;
    }

    private void AddStage(ReadOnlySpan<TrajectoryBlock> blocks, int taken, uint active)
    {
        Span<int> exchanged = [-1, -1, -1];
        int bits = (1 << CellRegister.PlaceBits) - 1;
        for (int place = 0; place < CellRegister.PlaceBits; place++)
        {
            if (!IsActive(place, active)) continue;
            int bit = CellRegister.PlaceBits;
            while (IsActive(bit, active)) bit++;
            _layout.Swap(place, bit);
            exchanged[place] = bit;
        }

        for (int bit = CellRegister.PlaceBits; bit < registerBits; bit++)
            if (IsActive(bit, active)) bits |= 1 << bit;
        for (int bit = 0; BitOperations.PopCount((uint)bits) < _most + CellRegister.PlaceBits; bit++) bits |= 1 << bit;
        int first = _operationCount;
        for (int place = 0; place < CellRegister.PlaceBits; place++)
            if (exchanged[place] >= 0) Append(new TrajectoryBlock(BlockKind.Swap, place, Local(exchanged[place], bits), -1, 0, 0));
        for (int i = 0; i < taken; i++)
        {
            TrajectoryBlock block = blocks[_taken[i]];
            Append(block with { A = LocalOf(block.A, bits), B = LocalOf(block.B, bits), C = LocalOf(block.C, bits) });
        }

        Append(new TrajectoryStage(bits, first, _operationCount - first));
    }

    private void AddEvent(TrajectoryBlock block)
    {
        Append(block with { A = BitOf(block.A), B = BitOf(block.B), C = BitOf(block.C) });
        Append(new TrajectoryStage(0, _operationCount - 1, 1));
    }

    private bool IsActive(int bit, uint active) => ((active >> _layout.QubitAt(bit)) & 1) == 1;

    private int BitOf(int qubit) => qubit < 0 ? -1 : _layout.BitOf(qubit);

    // The bit of the number of a cell of a part.
    private int LocalOf(int qubit, int bits) => qubit < 0 ? -1 : Local(_layout.BitOf(qubit), bits);

    private static int Local(int bit, int bits) => BitOperations.PopCount((uint)bits & ((1u << bit) - 1)) - CellRegister.PlaceBits;

    private static uint Mask(TrajectoryBlock block) =>
        (1u << block.A) | (block.B < 0 ? 0u : 1u << block.B) | (block.C < 0 ? 0u : 1u << block.C);

    private void Append(TrajectoryBlock operation)
    {
        if (_operationCount == _operations.Length) Array.Resize(ref _operations, 2 * _operationCount);
        _operations[_operationCount++] = operation;
    }

    private void Append(TrajectoryStage stage)
    {
        if (_stageCount == _stages.Length) Array.Resize(ref _stages, 2 * _stageCount);
        _stages[_stageCount++] = stage;
    }
}
