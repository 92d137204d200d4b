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
    private readonly Target _target;
    private readonly CircuitBuilder _builder;
    private readonly Angle[] _turn;
    private readonly List<int> _origins = [];
    private readonly List<FusedRun> _fused = [];
    private readonly string _fusedName;

    private NativeWriter(Flow flow, Target target)
    {
        (_flow, _target) = (flow, target);
        _builder = CircuitCopy.Start(flow.Source, target.QubitCount, flow.Phase);
        _turn = new Angle[flow.WireCount];
        _fusedName = "fused";
        while (flow.Source.Parameters.Any(name => name.StartsWith(_fusedName, StringComparison.Ordinal)))
            _fusedName += "_";
    }

    /// <summary>
    /// The circuit, for each of its operations that is no gate the index it had in the source, and the runs whose angles come per row.
    /// </summary>
    public static (Circuit Circuit, int[] Origins, FusedAngles? Fused) Write(Flow flow, Target target)
    {
        var writer = new NativeWriter(flow, target);
        foreach (var step in flow.Steps)
            writer.Write(step);
        for (var q = 0; q < flow.WireCount; q++)
            writer.Turn(q);
        foreach (var step in flow.Tail)
            writer.Keep(step.On([.. step.Qubits.Select(q => flow.Ends[q])]));
        var fused = writer._fused.Count == 0 ? null : new FusedAngles([.. flow.Source.Parameters], [.. writer._fused]);
        return (writer._builder.Build(), [.. writer._origins], fused);
    }

    private void Write(Step step)
    {
        switch (step)
        {
            case LocalStep { IsFree: true } local:
                Pulses(local.Qubits[0], PulseForm.Of(local.Unitary));
                break;
            case TurnStep { IsFree: true } turn:
                _turn[turn.Qubits[0]] += turn.Angle;
                break;
            case FusedStep run:
                Fuse(run.Qubits[0], run.Run);
                break;
            case LocalStep local:
                Conditional(local.Qubits[0], PulseForm.Of(local.Unitary), local.Condition!);
                break;
            default:
                foreach (var qubit in step.Qubits)
                    Turn(qubit);
                Keep(step);
                break;
        }
    }

    private void Keep(Step step)
    {
        switch (step)
        {
            case TurnStep turn:
                _builder.Add(StandardGates.RZ, [turn.Angle], turn.Qubits, turn.Condition);
                break;
            case GateStep gate:
                _builder.Add(gate.Gate, gate.Angles, gate.Qubits, gate.Condition);
                break;
            case FixedStep fix:
                _origins.Add(fix.Origin);
                CircuitCopy.Append(_builder, _flow.Source[fix.Origin], fix.Qubits);
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} reached the native circuit.");
        }
    }

    private void Pulses(int qubit, in PulseForm form)
    {
        var (pulses, turn, phase) = _target.Basis.Pulses.Middle(form);
        _builder.GlobalPhase(form.Phase + phase);
        _turn[qubit] += form.First;
        if (form.Kind == PulseKind.None)
            return;
        Turn(qubit);
        foreach (var pulse in pulses)
            _builder.Add(pulse.Gate, pulse.Angles, [qubit]);
        _turn[qubit] = form.Last + turn;
    }

    /// <summary>Pulses whose three angles are parameters of their own.</summary>
    private void Fuse(int qubit, FusedRun run)
    {
        Angle Next(string part) => _builder.Parameter($"{_fusedName}{_fused.Count}_{part}");
        var (first, theta, last) = (Next("first"), Next("middle"), Next("last"));
        _fused.Add(run);
        var (pulses, turn, phase) = _target.Basis.Pulses.General(theta);
        _builder.GlobalPhase(run.Phase + phase);
        _turn[qubit] += first;
        Turn(qubit);
        foreach (var (gate, angles) in pulses)
            _builder.Add(gate, angles, [qubit]);
        _turn[qubit] = last + turn;
    }

    /// <summary>The same under a condition, where a phase has no effect.</summary>
    private void Conditional(int qubit, in PulseForm form, Condition condition)
    {
        Turn(qubit);
        var (pulses, turn, _) = _target.Basis.Pulses.Middle(form);
        Rz(qubit, form.First, condition);
        foreach (var pulse in pulses)
            _builder.Add(pulse.Gate, pulse.Angles, [qubit], condition);
        Rz(qubit, PulseForm.Wrap(form.Last + turn), condition);
    }

    /// <summary>Writes the rotation that has gathered on a wire.</summary>
    private void Turn(int qubit)
    {
        var angle = _turn[qubit];
        _turn[qubit] = Angle.Zero;
        if (!angle.IsConstant)
        {
            _builder.Add(StandardGates.RZ, [angle], [qubit]);
            return;
        }
        var wrapped = PulseForm.Wrap(angle.Constant);
        // rz(θ + 2πk) = (−1)^k rz(θ).
        if (((long)Math.Round((angle.Constant - wrapped) / (2 * Math.PI)) & 1) != 0)
            _builder.GlobalPhase(Math.PI);
        Rz(qubit, wrapped, null);
    }

    private void Rz(int qubit, double angle, Condition? condition)
    {
        if (angle != 0)
            _builder.Add(StandardGates.RZ, [angle], [qubit], condition);
    }
}
