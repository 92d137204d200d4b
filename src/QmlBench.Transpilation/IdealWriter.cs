using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation;

/// <summary>Writes a flow in catalogue gates: kept gates by name, one-qubit matrices as u, opened rzz as cx, rz, cx.</summary>
internal static class IdealWriter
{
    public static (Circuit Circuit, int[] Origins) Write(Flow flow, int qubits)
    {
        NativeBuilder builder = new(CircuitCopy.Start(flow.Source, qubits, Angle.Zero), flow.Phase);
        var origins = new List<int>();
        foreach (var step in flow.Steps.Concat(flow.Tail.Select(t => t.On([.. t.Qubits.Select(q => flow.Ends[q])]))))
            switch (step)
            {
                case GateStep gate:
                    builder.Operations.Add(gate.Gate, gate.Angles, gate.Qubits, gate.Condition);
                    break;
                case TurnStep turn:
                    builder.Add(StandardGates.RZ, [turn.Angle], turn.Qubits, turn.Condition);
                    break;
                case LocalStep local:
                    Local(builder, local);
                    break;
                case PairStep pair when ReferenceEquals(pair.Unitary, Matrix4.CX01):
                    builder.Add(StandardGates.CX, [], pair.Qubits, pair.Condition);
                    break;
                case FixedStep fix:
                    origins.Add(fix.Origin);
                    CircuitCopy.Append(builder.Operations, flow.Source[fix.Origin], fix.Qubits);
                    break;
                default:
                    throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} reached the ideal circuit.");
            }
        return (builder.Build(), [.. origins]);
    }

    /// <summary>Rz(φ)Ry(θ)Rz(λ), the phase read off the product.</summary>
    private static void Local(NativeBuilder builder, LocalStep local)
    {
        var form = PulseForm.Of(local.Unitary);
        if (form.First != 0)
            builder.Add(StandardGates.RZ, [form.First], local.Qubits, local.Condition);
        if (form.Kind is PulseKind.Full)
            builder.Add(StandardGates.X, [], local.Qubits, local.Condition);
        if (form.Kind is PulseKind.Half or PulseKind.TwoHalves)
            builder.Add(StandardGates.SX, [], local.Qubits, local.Condition);
        if (form.Kind is PulseKind.TwoHalves)
        {
            builder.Add(StandardGates.RZ, [form.Middle], local.Qubits, local.Condition);
            builder.Add(StandardGates.SX, [], local.Qubits, local.Condition);
        }
        if (form.Last != 0)
            builder.Add(StandardGates.RZ, [form.Last], local.Qubits, local.Condition);
        if (local.Condition is null)
            builder.AddPhase(form.Phase);
    }
}
