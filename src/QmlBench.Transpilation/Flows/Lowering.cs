using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Flows;

/// <summary>Turns a circuit into steps: constant gates on one or two qubits into matrices, larger ones by their definitions, symbolic
/// ones into templates in which parameters are angles of rz and rzz alone.</summary>
internal sealed class Lowering
{
    private readonly FlowBuilder _flow;
    private readonly Func<Gate, bool> _keep;
    private readonly bool _expandOthers;

    /// <summary>One matrix for every gate without angles, so that it is decomposed once.</summary>
    private readonly Dictionary<Gate, Matrix4> _pairs = [];

    private Lowering(FlowBuilder flow, Func<Gate, bool> keep, bool expandOthers) =>
        (_flow, _keep, _expandOthers) = (flow, keep, expandOthers);

    /// <summary>
    /// Lowers everything; gates for which <paramref name="keep"/> holds and whose angles are constant stay as they are. Others become
    /// matrices, or with <paramref name="expandOthers"/> the gates of their definitions.
    /// </summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="keep">Which gates stay.</param>
    /// <param name="expandOthers">Whether others are written as their definitions.</param>
    /// <param name="final">Which operations are measurements that wait for the end; null: all that are final.</param>
    public static Flow Run(Circuit circuit, Func<Gate, bool> keep, bool expandOthers = false, bool[]? final = null)
    {
        var lowering = new Lowering(new(), keep, expandOthers);
        var isTail = TailOf(circuit, final ?? [.. circuit.FinalMeasurements()]);
        var tail = new List<FixedStep>();
        for (var i = 0; i < circuit.Count; i++)
            if (isTail[i])
                tail.Add(new(circuit[i].Qubits.ToArray(), i));
            else
                lowering.Lower(circuit[i], i);
        int[] ends = [.. Enumerable.Range(0, circuit.QubitCount)];
        return lowering._flow.Build(new(circuit, circuit.QubitCount, [], circuit.GlobalPhase, ends, [.. tail])) with { From = null };
    }

    /// <summary>Appends a kept gate, with numbers for its symbols, as matrices on one or two wires.</summary>
    public static void Append(FlowBuilder flow, GateStep gate, double[] values)
    {
        Angle[] angles = [.. gate.Angles.Select(angle => (Angle)angle.Evaluate(values))];
        new Lowering(flow, _ => false, expandOthers: false).Lower(gate.Gate, angles, gate.Qubits, gate.Condition);
    }

    /// <summary>Final measurements, and barriers with nothing but these after them.</summary>
    private static bool[] TailOf(Circuit circuit, bool[] final)
    {
        bool[] tail = [.. final];
        var busy = new bool[circuit.QubitCount];
        for (var i = circuit.Count - 1; i >= 0; i--)
        {
            var operation = circuit[i];
            var free = operation.Kind == OperationKind.Barrier;
            foreach (var qubit in operation.Qubits)
                free &= !busy[qubit];
            tail[i] |= free;
            foreach (var qubit in operation.Qubits)
                busy[qubit] |= !tail[i];
        }
        return tail;
    }

    private void Lower(Operation operation, int index)
    {
        if (operation.Kind == OperationKind.Gate)
            Lower(operation.Gate, operation.Angles, operation.Qubits, operation.Condition);
        else
            _flow.Add(new FixedStep(operation.Qubits.ToArray(), index) { Condition = operation.Condition });
    }

    private void Lower(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits, Condition? condition)
    {
        var symbolic = IsSymbolic(angles);
        if (!symbolic && _keep(gate))
            _flow.Add(new GateStep(qubits.ToArray(), gate, angles.ToArray()) { Condition = condition });
        else if (!symbolic && qubits.Length <= 2 && !_expandOthers)
            Number(gate, angles, qubits, condition);
        else if (!symbolic || !SymbolicTemplates.TryLower(_flow, gate, angles, qubits, condition))
            Expand(gate, angles, qubits, condition);
    }

    private void Number(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits, Condition? condition)
    {
        Span<double> values = stackalloc double[angles.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = angles[i].Constant;
        if (qubits.Length == 0)
            return;
        if (qubits.Length == 2)
        {
            _flow.Add(new PairStep(qubits.ToArray(), MatrixOf(gate, values)) { Condition = condition });
            return;
        }
        var m = gate.Matrix(values);
        _flow.Local(qubits[0], new(m[0, 0], m[0, 1], m[1, 0], m[1, 1]), condition);
    }

    private Matrix4 MatrixOf(Gate gate, ReadOnlySpan<double> values)
    {
        if (!values.IsEmpty)
            return Matrix4.OfGate(gate, values);
        if (!_pairs.TryGetValue(gate, out var matrix))
            _pairs.Add(gate, matrix = Matrix4.OfGate(gate, []));
        return matrix;
    }

    private void Expand(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits, Condition? condition)
    {
        var body = gate.Definition ?? throw new TranspilationException(
            $"Gate '{gate.Name}' has a symbolic angle and no template that keeps parameters in rz. Bind the parameter, or write the gate "
            + "with rx, ry, rz, p, u, rxx, ryy, rzz, rzx, cp, crx, cry or crz.");
        _flow.AddPhase(body.GlobalPhase.Substitute(angles), condition);
        for (var i = 0; i < body.Count; i++)
        {
            var operation = body[i];
            if (operation.Kind == OperationKind.Barrier)
                continue;
            Lower(operation.Gate, Substitute(operation.Angles, angles), Select(operation.Qubits, qubits), condition);
        }
    }

    private static bool IsSymbolic(ReadOnlySpan<Angle> angles)
    {
        foreach (var angle in angles)
            if (!angle.IsConstant)
                return true;
        return false;
    }

    private static Angle[] Substitute(ReadOnlySpan<Angle> inner, ReadOnlySpan<Angle> outer)
    {
        var result = new Angle[inner.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = inner[i].Substitute(outer);
        return result;
    }

    private static int[] Select(ReadOnlySpan<int> inner, ReadOnlySpan<int> outer)
    {
        var result = new int[inner.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = outer[inner[i]];
        return result;
    }
}
