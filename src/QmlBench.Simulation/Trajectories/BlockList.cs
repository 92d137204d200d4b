namespace QmlBench.Simulation.Trajectories;

/// <summary>Grows the blocks of one trajectory from matrices: what can be merged is merged as numbers.</summary>
/// <remarks>
/// One-qubit matrices wait for the next block on their qubit; a matrix on the two qubits of the last block of both joins that block. So a
/// Pauli error costs a product of 2×2 matrices, and no sweep. The memory is used again by the next trajectory.
/// </remarks>
internal sealed class BlockList(int qubits)
{
    private const int None = -1;

    private readonly double[] _pending = new double[8 * qubits];
    private readonly bool[] _waits = new bool[qubits];
    private readonly int[] _last = new int[qubits];
    private readonly double[] _core = new double[32];
    private readonly double[] _product = new double[32];
    private TrajectoryBlock[] _blocks = new TrajectoryBlock[256];
    private double[] _numbers = new double[4096];
    private int _used;

    /// <summary>Number of blocks.</summary>
    internal int Count { get; private set; }

    /// <summary>The blocks in order.</summary>
    internal ReadOnlySpan<TrajectoryBlock> Blocks => _blocks.AsSpan(0, Count);

    /// <summary>The numbers of all matrices.</summary>
    internal double[] Numbers => _numbers;

    /// <summary>Begins again.</summary>
    internal void Clear()
    {
        Count = _used = 0;
        Array.Clear(_waits);
        Array.Fill(_last, None);
    }

    /// <summary>Appends a gate.</summary>
    internal void Add(in BoundGate gate)
    {
        switch (gate.Qubits.Length)
        {
            case 1: AddSingle(gate.Matrix, gate.Qubits[0]); break;
            case 2: AddPair(gate.Matrix, gate.Permutation, gate.Qubits[0], gate.Qubits[1]); break;
            default: AddTriple(gate.Matrix, gate.Qubits); break;
        }
    }

    /// <summary>Appends a matrix on one qubit.</summary>
    internal void AddSingle(ReadOnlySpan<double> matrix, int qubit)
    {
        Span<double> waiting = Waiting(qubit);
        if (!_waits[qubit])
        {
            matrix.CopyTo(waiting);
            _waits[qubit] = true;
            return;
        }

        BlockMatrix.Multiply(matrix, waiting, _product, 2);
        _product.AsSpan(0, 8).CopyTo(waiting);
    }

    /// <summary>Appends a look at the state on some qubits, and the block of the operator it chooses, whose matrix is still
    /// open.</summary>
    /// <param name="operands">The qubits, in the order of the operators.</param>
    /// <param name="draw">Number of the draw that decides.</param>
    internal void AddEvent(ReadOnlySpan<int> operands, int draw)
    {
        foreach (int q in operands) Flush(q);
        int matrix = Take(2 << (2 * operands.Length));
        int b = operands.Length > 1 ? operands[1] : None, c = operands.Length > 2 ? operands[2] : None;
        Append(new(BlockKind.Event, operands[0], b, c, matrix, draw), None);

        // The operands keep their order: kernels take any.
        BlockKind kind = operands.Length == 1 ? BlockKind.Single : operands.Length == 2 ? BlockKind.Pair : BlockKind.Triple;
        Append(new(kind, operands[0], b, c, matrix, 0), None);
        foreach (int q in operands) _last[q] = None;
    }

    /// <summary>Turns the matrices that still wait into blocks.</summary>
    internal void Flush()
    {
        for (int q = 0; q < qubits; q++) Flush(q);
    }

    private void AddPair(ReadOnlySpan<double> matrix, int permutation, int a, int b)
    {
        bool joins = _last[a] != None && _last[a] == _last[b];
        if (!joins && permutation >= 0 && !(_waits[a] && _waits[b]))
        {
            AppendPermuted(permutation, a, b);
            return;
        }

        Span<double> core = _core.AsSpan(0, 32);
        matrix.CopyTo(core);
        MultiplyWaiting(core, 4, 1, a);
        MultiplyWaiting(core, 4, 2, b);
        if (joins)
        {
            Join(_last[a], core);
            return;
        }

        int at = Take(32);
        core.CopyTo(_numbers.AsSpan(at));
        Append(new(BlockKind.Pair, a, b, None, at, 0), Count);
    }

    private void AppendPermuted(int permutation, int a, int b)
    {
        int matrix = Take(8);
        int qubit = _waits[b] ? b : a;
        Span<double> numbers = _numbers.AsSpan(matrix, 8);
        if (_waits[qubit]) Waiting(qubit).CopyTo(numbers);
        else WriteIdentity(numbers);
        _waits[qubit] = false;
        Append(new(BlockKind.Permuted, a, b, None, matrix, permutation | (qubit == b ? TrajectoryBlock.OnB : 0)), Count);
    }

    private void AddTriple(ReadOnlySpan<double> matrix, ReadOnlySpan<int> sorted)
    {
        int at = Take(128);
        Span<double> core = _numbers.AsSpan(at, 128);
        matrix.CopyTo(core);
        for (int j = 0; j < 3; j++) MultiplyWaiting(core, 8, 1 << j, sorted[j]);
        Append(new(BlockKind.Triple, sorted[0], sorted[1], sorted[2], at, 0), None);
    }

    private void Join(int index, ReadOnlySpan<double> core)
    {
        TrajectoryBlock block = _blocks[index];
        if (block.Kind == BlockKind.Permuted) block = Widen(index);
        BlockMatrix.Multiply(core, _numbers.AsSpan(block.Matrix, 32), _product, 4);
        _product.AsSpan(0, 32).CopyTo(_numbers.AsSpan(block.Matrix));
    }

    private TrajectoryBlock Widen(int index)
    {
        TrajectoryBlock block = _blocks[index];
        int matrix = Take(32);
        Span<double> wide = _numbers.AsSpan(matrix, 32);
        BlockMatrix.WritePermutation(block.Code & 0xFF, wide);
        int bit = (block.Code & TrajectoryBlock.OnB) != 0 ? 2 : 1;
        BlockMatrix.MultiplyRight(wide, 4, bit, _numbers.AsSpan(block.Matrix, 8));
        return _blocks[index] = block with { Kind = BlockKind.Pair, Matrix = matrix, Code = 0 };
    }

    private void MultiplyWaiting(Span<double> core, int d, int bit, int qubit)
    {
        if (!_waits[qubit]) return;
        BlockMatrix.MultiplyRight(core, d, bit, Waiting(qubit));
        _waits[qubit] = false;
    }

    private void Flush(int qubit)
    {
        if (!_waits[qubit]) return;
        int matrix = Take(8);
        Waiting(qubit).CopyTo(_numbers.AsSpan(matrix));
        _waits[qubit] = false;
        Append(new(BlockKind.Single, qubit, None, None, matrix, 0), None);
    }

    private void Append(TrajectoryBlock block, int open)
    {
        if (Count == _blocks.Length) Array.Resize(ref _blocks, 2 * Count);
        _blocks[Count++] = block;
        _last[block.A] = open;
        if (block.B >= 0) _last[block.B] = open;
        if (block.C >= 0) _last[block.C] = open;
    }

    private int Take(int count)
    {
        if (_used + count > _numbers.Length) Array.Resize(ref _numbers, 2 * _numbers.Length);
        _used += count;
        return _used - count;
    }

    private Span<double> Waiting(int qubit) => _pending.AsSpan(8 * qubit, 8);

    private static void WriteIdentity(Span<double> numbers)
    {
        numbers.Clear();
        numbers[0] = numbers[6] = 1.0;
    }
}
