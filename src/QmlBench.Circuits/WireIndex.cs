namespace QmlBench.Circuits;

/// <summary>
/// For every operand of every operation, the operation before and after it on the same wire: the graph of a circuit without graph objects.
/// </summary>
/// <remarks>Wires 0 to n − 1 are the qubits, n to n + m − 1 the classical bits. The operands of an operation are its qubits in order, then
/// the classical bit it measures into, then the classical bits its condition reads. Built in linear time.</remarks>
public sealed class WireIndex
{
    private readonly int[] _start;
    private readonly int[] _wire;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _first;
    private readonly int[] _last;

    internal WireIndex(Circuit circuit)
    {
        int wires = circuit.QubitCount + circuit.ClbitCount;
        (_start, _wire) = Layout(circuit);
        _next = new int[_wire.Length];
        _previous = new int[_wire.Length];
        _first = new int[wires];
        _last = new int[wires];
        Array.Fill(_first, -1);
        Array.Fill(_last, -1);
        Array.Fill(_next, -1);
        var lastSlot = new int[wires];
        for (int operation = 0; operation < circuit.Count; operation++)
            for (int slot = _start[operation]; slot < _start[operation + 1]; slot++) Link(operation, slot, lastSlot);
    }

    /// <summary>Wires of an operation: qubits, then classical bits (offset by the number of qubits).</summary>
    public ReadOnlySpan<int> Operands(int operation) => _wire.AsSpan(_start[operation], _start[operation + 1] - _start[operation]);

    /// <summary>The next operation on the wire of an operand, or −1.</summary>
    /// <param name="operation">Index of the operation.</param>
    /// <param name="operand">Position in <see cref="Operands"/>.</param>
    public int Next(int operation, int operand) => _next[_start[operation] + operand];

    /// <summary>The previous operation on the wire of an operand, or −1.</summary>
    /// <param name="operation">Index of the operation.</param>
    /// <param name="operand">Position in <see cref="Operands"/>.</param>
    public int Previous(int operation, int operand) => _previous[_start[operation] + operand];

    /// <summary>The first operation on a wire, or −1.</summary>
    public int First(int wire) => _first[wire];

    /// <summary>The last operation on a wire, or −1.</summary>
    public int Last(int wire) => _last[wire];

    private static (int[] Start, int[] Wire) Layout(Circuit circuit)
    {
        var start = new int[circuit.Count + 1];
        var wires = new List<int>(circuit.Body.Qubits.Length);
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            wires.AddRange(operation.Qubits);
            if (operation.Clbit >= 0) wires.Add(circuit.QubitCount + operation.Clbit);
            foreach (int clbit in operation.Condition?.Clbits ?? [])
                if (clbit != operation.Clbit) wires.Add(circuit.QubitCount + clbit);
            start[i + 1] = wires.Count;
        }

        return (start, [.. wires]);
    }

    private void Link(int operation, int slot, int[] lastSlot)
    {
        int wire = _wire[slot];
        _previous[slot] = _last[wire];
        if (_last[wire] >= 0) _next[lastSlot[wire]] = operation;
        else _first[wire] = operation;
        _last[wire] = operation;
        lastSlot[wire] = slot;
    }
}
