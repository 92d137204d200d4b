using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Binding;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation;

/// <summary>Writes a flow on device qubits as a circuit of native gates: rz, sx, x, the two-qubit gates, and what was kept as it
/// was.</summary>
internal sealed class NativeWriter
{
    private readonly Flow _flow;
    private readonly NativeBuilder _builder;
    private readonly PulseWriter _pulses;
    private readonly List<int> _origins = [];
    private readonly List<FusedRun> _fused = [];
    private readonly string _fusedName;

    private NativeWriter(Flow flow, Target target)
    {
        _flow = flow;
        _builder = new(CircuitCopy.Start(flow.Source, target.QubitCount, Angle.Zero), flow.Phase);
        _pulses = new(_builder, target.Basis, flow.WireCount);
        _fusedName = "fused";
        while (flow.Source.Parameters.Any(name => name.StartsWith(_fusedName, StringComparison.Ordinal)))
            _fusedName += "_";
    }

    /// <summary>
    /// The circuit, for each of its operations that is no gate the index it had in the source, and the runs whose angles come per row.
    /// </summary>
    /// <param name="flow">On device qubits, with pairs on couplers.</param>
    /// <param name="target">The device.</param>
    /// <param name="bitstringsOnly">Whether rotations about z before a final measurement may go.</param>
    public static (Circuit Circuit, int[] Origins, FusedAngles? Fused) Write(Flow flow, Target target, bool bitstringsOnly)
    {
        var writer = new NativeWriter(flow, target);
        foreach (var step in flow.Steps)
            writer.Write(step);
        if (bitstringsOnly)
            writer.DropMeasured();
        for (var q = 0; q < flow.WireCount; q++)
            writer._pulses.WriteTurn(q);
        foreach (var step in flow.Tail)
            writer.Keep(step.On([.. step.Qubits.Select(q => flow.Ends[q])]));
        var fused = writer._fused.Count == 0 ? null : new FusedAngles([.. flow.Source.Parameters], [.. writer._fused]);
        return (writer._builder.Build(), [.. writer._origins], fused);
    }

    /// <summary>A rotation that would cost pulses goes where only a measurement follows.</summary>
    private void DropMeasured()
    {
        foreach (var step in _flow.Tail)
            if (_flow.Source[step.Origin].Kind == OperationKind.Measure && _pulses.Carries(_flow.Ends[step.Qubits[0]]))
                _pulses.DropTurn(_flow.Ends[step.Qubits[0]]);
    }

    private void Write(Step step)
    {
        switch (step)
        {
            case LocalStep { IsFree: true } local:
                _pulses.Unitary(local.Qubits[0], PulseForm.Of(local.Unitary));
                break;
            case TurnStep { IsFree: true } turn:
                _pulses.AddTurn(turn.Qubits[0], turn.Angle);
                break;
            case FusedStep run:
                Fuse(run.Qubits[0], run.Run);
                break;
            case LocalStep local:
                _pulses.Conditional(local.Qubits[0], PulseForm.Of(local.Unitary), local.Condition!);
                break;
            default:
                foreach (var qubit in step.Qubits)
                    if (!_pulses.Carries(qubit) || !Passes(step))
                        _pulses.WriteTurn(qubit);
                Keep(step);
                break;
        }
    }

    /// <summary>Whether rotations about z can be carried past a step; a reset is no reason to write them either.</summary>
    private bool Passes(Step step) => step switch
    {
        GateStep gate => gate.Gate.IsDiagonal || gate.Gate.Equals(StandardGates.MS),
        FixedStep fix => _flow.Source[fix.Origin].Kind != OperationKind.Reset || fix.Condition is null,
        _ => false
    };

    private void Keep(Step step)
    {
        switch (step)
        {
            case TurnStep turn:
                _pulses.Rz(turn.Qubits[0], turn.Angle, turn.Condition);
                break;
            case GateStep gate:
                _builder.Add(gate.Gate, Angles(gate), gate.Qubits, gate.Condition);
                break;
            case FixedStep fix:
                _origins.Add(fix.Origin);
                if (_flow.Source[fix.Origin].Kind == OperationKind.Reset && fix.Condition is null)
                    _pulses.DropTurn(fix.Qubits[0]);
                CircuitCopy.Append(_builder.Operations, _flow.Source[fix.Origin], fix.Qubits);
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} reached the native circuit.");
        }
    }

    /// <summary>The angles of a gate; the axes of ms turn with what its wires carry.</summary>
    private Angle[] Angles(GateStep gate)
    {
        if (!gate.Gate.Equals(StandardGates.MS))
            return gate.Angles;
        Angle Axis(int i) => _pulses.Carries(gate.Qubits[i]) ? gate.Angles[i] - _pulses.Carried(gate.Qubits[i]) : gate.Angles[i];
        return [Axis(0), Axis(1), gate.Angles[2]];
    }

    /// <summary>Pulses whose three angles are parameters of their own.</summary>
    private void Fuse(int qubit, FusedRun run)
    {
        Angle Next(string part) => _builder.Operations.Parameter($"{_fusedName}{_fused.Count}_{part}");
        var (first, theta, last) = (Next("first"), Next("middle"), Next("last"));
        _fused.Add(run);
        _builder.AddPhase(run.Phase);
        _pulses.Euler(qubit, first, theta, last);
    }
}
