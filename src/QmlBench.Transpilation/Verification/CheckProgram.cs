using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>A circuit bound at values, with one-qubit runs and two-qubit neighbours multiplied together, ready to run on several
/// states.</summary>
internal sealed class CheckProgram
{
    private readonly List<Instruction> _instructions = [];
    private readonly Matrix2?[] _waiting;

    /// <summary>Per slot the last instruction on it, if it is a pair that a next one on the same pair can join; else −1.</summary>
    private readonly int[] _lastPair;

    private CheckProgram(int slots)
    {
        _waiting = new Matrix2?[slots];
        _lastPair = new int[slots];
        Array.Fill(_lastPair, -1);
    }

    /// <summary>One thing to do. Without matrix: a measurement (Clbit ≥ 0) or a reset, whose outcome is named by its origin.</summary>
    private sealed record Instruction(int[] Slots, Complex[]? Matrix, Condition? Condition, int Clbit, int Origin);

    /// <param name="circuit">The circuit.</param>
    /// <param name="values">Values of its parameters.</param>
    /// <param name="slotOf">Slot of each qubit of the circuit; touched qubits have one.</param>
    /// <param name="slots">Number of slots.</param>
    /// <param name="final">The measurements that are left out.</param>
    /// <param name="origins">For every operation that is no gate, in order, its name; null: its index.</param>
    public static CheckProgram Of(
        Circuit circuit, ReadOnlySpan<double> values, int[] slotOf, int slots, IReadOnlyList<bool> final, int[]? origins)
    {
        var program = new CheckProgram(slots);
        var other = 0;
        for (var i = 0; i < circuit.Count; i++)
        {
            var operation = circuit[i];
            var origin = operation.Kind == OperationKind.Gate ? i : origins is null ? i : origins[other++];
            if (operation.Kind is not (OperationKind.Barrier or OperationKind.Delay) && !final[i])
                program.Take(operation, values, slotOf, origin);
        }
        for (var slot = 0; slot < slots; slot++)
            program.Flush(slot);
        return program;
    }

    /// <summary>
    /// Runs on a state. Outcomes already known are imposed; others are drawn by <paramref name="draw"/> from the probability of 1 and kept.
    /// </summary>
    public void Run(CheckState state, int clbits, Dictionary<int, bool> outcomes, Func<double, bool> draw)
    {
        Span<bool> bits = new bool[clbits];
        foreach (var step in _instructions)
        {
            if (step.Condition is { } condition && !condition.IsMet(bits))
                continue;
            if (step.Matrix is { } m && step.Slots.Length == 1)
                state.Apply(step.Slots[0], new Matrix2(m[0], m[1], m[2], m[3]));
            else if (step.Matrix is not null && step.Slots.Length == 2)
                state.Apply(step.Slots[0], step.Slots[1], step.Matrix);
            else if (step.Matrix is not null)
                state.Apply(step.Slots, step.Matrix);
            else
                Observe(state, step, bits, outcomes, draw);
        }
    }

    private static void Observe(
        CheckState state, Instruction step, Span<bool> bits, Dictionary<int, bool> outcomes, Func<double, bool> draw)
    {
        if (!outcomes.TryGetValue(step.Origin, out var one))
            outcomes[step.Origin] = one = draw(state.ProbabilityOfOne(step.Slots[0]));
        state.Project(step.Slots[0], one);
        if (step.Clbit >= 0)
            bits[step.Clbit] = one;
        else if (one)
            state.Apply(step.Slots[0], Matrix2.X);
    }

    private void Take(Operation operation, ReadOnlySpan<double> values, int[] slotOf, int origin)
    {
        var slots = new int[operation.Qubits.Length];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = slotOf[operation.Qubits[i]];
        if (operation.Kind != OperationKind.Gate)
        {
            Flush(slots[0]);
            _lastPair[slots[0]] = -1;
            _instructions.Add(new(slots, null, operation.Condition, operation.Clbit, origin));
            return;
        }
        var matrix = MatrixOf(operation.Gate, operation.Angles, values);
        if (slots.Length == 1 && operation.Condition is null)
            Wait(slots[0], new(matrix[0], matrix[1], matrix[2], matrix[3]));
        else if (slots.Length == 2 && operation.Condition is null)
            Pair(slots, matrix);
        else
        {
            foreach (var slot in slots)
            {
                Flush(slot);
                _lastPair[slot] = -1;
            }
            _instructions.Add(new(slots, matrix, operation.Condition, -1, origin));
        }
    }

    private void Wait(int slot, in Matrix2 u) => _waiting[slot] = _waiting[slot] is { } before ? u * before : u;

    private void Pair(int[] slots, Complex[] matrix)
    {
        var before = Matrix4.Kron(_waiting[slots[0]] ?? Matrix2.Identity, _waiting[slots[1]] ?? Matrix2.Identity);
        (_waiting[slots[0]], _waiting[slots[1]]) = (null, null);
        var block = Matrix4.Of((r, c) => matrix[4 * r + c]) * before;
        var last = _lastPair[slots[0]];
        if (last >= 0 && last == _lastPair[slots[1]])
        {
            var earlier = _instructions[last];
            var merged = (earlier.Slots[0] == slots[0] ? block : block.Exchanged()) * Matrix4.Of((r, c) => earlier.Matrix![4 * r + c]);
            _instructions[last] = earlier with { Matrix = merged.Elements.ToArray() };
            return;
        }
        (_lastPair[slots[0]], _lastPair[slots[1]]) = (_instructions.Count, _instructions.Count);
        _instructions.Add(new(slots, block.Elements.ToArray(), null, -1, -1));
    }

    private void Flush(int slot)
    {
        if (_waiting[slot] is { } u)
            _instructions.Add(new([slot], [u.M00, u.M01, u.M10, u.M11], null, -1, -1));
        _waiting[slot] = null;
    }

    private static Complex[] MatrixOf(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<double> values)
    {
        Span<double> numbers = stackalloc double[angles.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = angles[i].Evaluate(values);
        var m = gate.Matrix(numbers);
        var size = 1 << gate.QubitCount;
        var elements = new Complex[size * size];
        for (var r = 0; r < size; r++)
            for (var c = 0; c < size; c++)
                elements[r * size + c] = m[r, c];
        return elements;
    }
}
