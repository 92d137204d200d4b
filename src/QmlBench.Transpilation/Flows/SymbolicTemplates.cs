using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Flows;

/// <summary>Symbolic gates as numbers, rz and rzz. With V = S·H: V·Z·V† = Y, and H·Z·H = X.</summary>
internal static class SymbolicTemplates
{
    private static readonly Matrix2 _yFromZ = Matrix2.S * Matrix2.H;

    /// <summary>Appends the gate if there is a template for it.</summary>
    public static bool TryLower(
        FlowBuilder flow, Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits, Condition? condition)
    {
        switch (gate.Name)
        {
            case "rz": flow.Turn(qubits[0], angles[0], condition); return true;
            case "p" or "u1": Phase(flow, qubits[0], angles[0], condition); return true;
            case "rx": Turned(flow, qubits[0], Matrix2.H, angles[0], condition); return true;
            case "ry": Turned(flow, qubits[0], _yFromZ, angles[0], condition); return true;
            case "u" or "u3" or "U": Euler(flow, qubits[0], angles[0], angles[1], angles[2], condition); return true;
            case "u2": Euler(flow, qubits[0], Math.PI / 2, angles[0], angles[1], condition); return true;
            case "r" or "prx": Equatorial(flow, qubits[0], angles[0], angles[1], condition); return true;
            case "rzz": Pair(flow, qubits, Matrix2.Identity, Matrix2.Identity, angles[0], condition); return true;
            case "rxx": Pair(flow, qubits, Matrix2.H, Matrix2.H, angles[0], condition); return true;
            case "ryy": Pair(flow, qubits, _yFromZ, _yFromZ, angles[0], condition); return true;
            case "rzx": Pair(flow, qubits, Matrix2.Identity, Matrix2.H, angles[0], condition); return true;
            case "crz": Controlled(flow, qubits, Matrix2.Identity, angles[0], condition); return true;
            case "crx": Controlled(flow, qubits, Matrix2.H, angles[0], condition); return true;
            case "cry": Controlled(flow, qubits, _yFromZ, angles[0], condition); return true;
            case "cp" or "cu1" or "cphase": ControlledPhase(flow, qubits, angles[0], condition); return true;
            default: return false;
        }
    }

    /// <summary>p(a) = e^(ia/2) · rz(a).</summary>
    private static void Phase(FlowBuilder flow, int qubit, Angle angle, Condition? condition)
    {
        flow.Turn(qubit, angle, condition);
        flow.AddPhase(0.5 * angle, condition);
    }

    private static void Turned(FlowBuilder flow, int qubit, in Matrix2 frame, Angle angle, Condition? condition)
    {
        flow.Local(qubit, frame.Adjoint, condition);
        flow.Turn(qubit, angle, condition);
        flow.Local(qubit, frame, condition);
    }

    /// <summary>u(θ, φ, λ) = e^(i(φ+λ)/2) · Rz(φ)·Ry(θ)·Rz(λ).</summary>
    private static void Euler(FlowBuilder flow, int qubit, Angle theta, Angle phi, Angle lambda, Condition? condition)
    {
        flow.Turn(qubit, lambda, condition);
        if (theta.IsConstant)
            flow.Local(qubit, Matrix2.RY(theta.Constant), condition);
        else
            Turned(flow, qubit, _yFromZ, theta, condition);
        flow.Turn(qubit, phi, condition);
        flow.AddPhase(0.5 * (phi + lambda), condition);
    }

    /// <summary>r(θ, φ) = Rz(φ)·Rx(θ)·Rz(−φ).</summary>
    private static void Equatorial(FlowBuilder flow, int qubit, Angle theta, Angle phi, Condition? condition)
    {
        flow.Turn(qubit, -phi, condition);
        if (theta.IsConstant)
            flow.Local(qubit, Matrix2.RX(theta.Constant), condition);
        else
            Turned(flow, qubit, Matrix2.H, theta, condition);
        flow.Turn(qubit, phi, condition);
    }

    private static void Pair(
        FlowBuilder flow, ReadOnlySpan<int> qubits, in Matrix2 first, in Matrix2 second, Angle angle, Condition? condition)
    {
        Frame(flow, qubits[0], first.Adjoint, condition);
        Frame(flow, qubits[1], second.Adjoint, condition);
        flow.Add(new PairTurnStep([qubits[0], qubits[1]], angle) { Condition = condition });
        Frame(flow, qubits[0], first, condition);
        Frame(flow, qubits[1], second, condition);
    }

    /// <summary>Controlled rotation: half of it always, and half with the sign of the control: Rz(θ/2) · Rzz(−θ/2).</summary>
    private static void Controlled(FlowBuilder flow, ReadOnlySpan<int> qubits, in Matrix2 frame, Angle angle, Condition? condition)
    {
        Frame(flow, qubits[1], frame.Adjoint, condition);
        flow.Turn(qubits[1], 0.5 * angle, condition);
        flow.Add(new PairTurnStep([qubits[0], qubits[1]], -0.5 * angle) { Condition = condition });
        Frame(flow, qubits[1], frame, condition);
    }

    /// <summary>cp(θ) = e^(iθ/4) · Rz₀(θ/2) · Rz₁(θ/2) · Rzz(−θ/2).</summary>
    private static void ControlledPhase(FlowBuilder flow, ReadOnlySpan<int> qubits, Angle angle, Condition? condition)
    {
        flow.Turn(qubits[0], 0.5 * angle, condition);
        flow.Turn(qubits[1], 0.5 * angle, condition);
        flow.Add(new PairTurnStep([qubits[0], qubits[1]], -0.5 * angle) { Condition = condition });
        flow.AddPhase(0.25 * angle, condition);
    }

    private static void Frame(FlowBuilder flow, int qubit, in Matrix2 frame, Condition? condition)
    {
        if (frame != Matrix2.Identity)
            flow.Local(qubit, frame, condition);
    }
}
