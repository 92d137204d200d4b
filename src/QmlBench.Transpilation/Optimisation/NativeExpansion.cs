using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Writes two-qubit steps on device qubits in the native two-qubit gate of their coupler, in its native direction.</summary>
/// <remarks>Remembers what it has synthesised: candidates of one compilation share most of their unitaries.</remarks>
internal sealed class NativeExpansion(Target target)
{
    private readonly Dictionary<(PairSynthesis, Matrix4), TwoQubitForm> _forms = [];

    /// <summary>Expands every pair; gates kept as written stay where the target supports them.</summary>
    public Flow Run(Flow flow)
    {
        var result = new FlowBuilder();
        foreach (var step in flow.Steps)
            Expand(result, step);
        return result.Build(flow);
    }

    /// <summary>Symbolic rzz as CX, rz on the second wire, CX, so that the CX can merge with its neighbours.</summary>
    public static Flow OpenPairTurns(Flow flow)
    {
        var result = new FlowBuilder();
        foreach (var step in flow.Steps)
            if (step is PairTurnStep turn)
            {
                result.Add(new PairStep(turn.Qubits, Matrix4.CX01) { Condition = turn.Condition });
                result.Turn(turn.Qubits[1], turn.Angle, turn.Condition);
                result.Add(new PairStep(turn.Qubits, Matrix4.CX01) { Condition = turn.Condition });
            }
            else
                result.Add(step);
        return result.Build(flow);
    }

    private void Expand(FlowBuilder result, Step step)
    {
        switch (step)
        {
            case GateStep gate when !target.Supports(gate.Gate, gate.Qubits):
                Expand(result, Unnamed(gate));
                break;
            case PairStep pair:
                Synthesise(result, pair);
                break;
            default:
                result.Add(step);
                break;
        }
    }

    private void Synthesise(FlowBuilder result, PairStep pair)
    {
        var coupler = target.Basis.Coupler(pair.Qubits[0], pair.Qubits[1]).For(pair.Weyl);
        var form = FormOf(coupler.Use.Synthesis, coupler.First == pair.Qubits[0] ? pair.Unitary : pair.Unitary.Exchanged());
        for (var i = 0; i <= form.Uses; i++)
        {
            if (i > 0)
                result.Add(new GateStep([coupler.First, coupler.Second], form.Pairs[i - 1].Gate, form.Pairs[i - 1].Angles)
                {
                    Condition = pair.Condition
                });
            result.Local(coupler.First, form.First[i], pair.Condition);
            result.Local(coupler.Second, form.Second[i], pair.Condition);
        }
        result.AddPhase(form.Phase, pair.Condition);
    }

    private TwoQubitForm FormOf(PairSynthesis synthesis, Matrix4 unitary)
    {
        if (!_forms.TryGetValue((synthesis, unitary), out var form))
            _forms.Add((synthesis, unitary), form = synthesis.Synthesise(unitary));
        return form;
    }

    /// <summary>A kept gate that the target lacks at its place, as the matrix it is.</summary>
    private static Step Unnamed(GateStep gate)
    {
        double[] values = [.. gate.Angles.Select(a => a.Constant)];
        if (gate.Qubits.Length == 2)
            return new PairStep(gate.Qubits, Matrix4.OfGate(gate.Gate, values)) { Condition = gate.Condition };
        var m = gate.Gate.Matrix(values);
        return new LocalStep(gate.Qubits, new(m[0, 0], m[0, 1], m[1, 0], m[1, 1])) { Condition = gate.Condition };
    }
}
