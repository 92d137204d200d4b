using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <content>One method per common gate.</content>
public sealed partial class CircuitBuilder
{
    /// <summary>Adds a gate without angles.</summary>
    public CircuitBuilder Add(Gate gate, params ReadOnlySpan<int> qubits) => Add(gate, [], qubits);

    /// <summary>Adds the gate <c>id</c>.</summary>
    public CircuitBuilder I(int qubit) => Add(StandardGates.I, [], [qubit]);

    /// <summary>Adds the gate <c>x</c>.</summary>
    public CircuitBuilder X(int qubit) => Add(StandardGates.X, [], [qubit]);

    /// <summary>Adds the gate <c>y</c>.</summary>
    public CircuitBuilder Y(int qubit) => Add(StandardGates.Y, [], [qubit]);

    /// <summary>Adds the gate <c>z</c>.</summary>
    public CircuitBuilder Z(int qubit) => Add(StandardGates.Z, [], [qubit]);

    /// <summary>Adds the gate <c>h</c>.</summary>
    public CircuitBuilder H(int qubit) => Add(StandardGates.H, [], [qubit]);

    /// <summary>Adds the gate <c>s</c>.</summary>
    public CircuitBuilder S(int qubit) => Add(StandardGates.S, [], [qubit]);

    /// <summary>Adds the gate <c>sdg</c>.</summary>
    public CircuitBuilder Sdg(int qubit) => Add(StandardGates.Sdg, [], [qubit]);

    /// <summary>Adds the gate <c>t</c>.</summary>
    public CircuitBuilder T(int qubit) => Add(StandardGates.T, [], [qubit]);

    /// <summary>Adds the gate <c>tdg</c>.</summary>
    public CircuitBuilder Tdg(int qubit) => Add(StandardGates.Tdg, [], [qubit]);

    /// <summary>Adds the gate <c>sx</c>.</summary>
    public CircuitBuilder SX(int qubit) => Add(StandardGates.SX, [], [qubit]);

    /// <summary>Adds the gate <c>sxdg</c>.</summary>
    public CircuitBuilder SXdg(int qubit) => Add(StandardGates.SXdg, [], [qubit]);

    /// <summary>Adds the gate <c>rx</c>.</summary>
    public CircuitBuilder RX(Angle theta, int qubit) => Add(StandardGates.RX, [theta], [qubit]);

    /// <summary>Adds the gate <c>ry</c>.</summary>
    public CircuitBuilder RY(Angle theta, int qubit) => Add(StandardGates.RY, [theta], [qubit]);

    /// <summary>Adds the gate <c>rz</c>.</summary>
    public CircuitBuilder RZ(Angle theta, int qubit) => Add(StandardGates.RZ, [theta], [qubit]);

    /// <summary>Adds the gate <c>p</c>.</summary>
    public CircuitBuilder P(Angle lambda, int qubit) => Add(StandardGates.P, [lambda], [qubit]);

    /// <summary>Adds the gate <c>u</c>.</summary>
    public CircuitBuilder U(Angle theta, Angle phi, Angle lambda, int qubit) => Add(StandardGates.U, [theta, phi, lambda], [qubit]);

    /// <summary>Adds the gate <c>cx</c>.</summary>
    public CircuitBuilder CX(int control, int target) => Add(StandardGates.CX, [], [control, target]);

    /// <summary>Adds the gate <c>cy</c>.</summary>
    public CircuitBuilder CY(int control, int target) => Add(StandardGates.CY, [], [control, target]);

    /// <summary>Adds the gate <c>cz</c>.</summary>
    public CircuitBuilder CZ(int control, int target) => Add(StandardGates.CZ, [], [control, target]);

    /// <summary>Adds the gate <c>cp</c>.</summary>
    public CircuitBuilder CP(Angle lambda, int control, int target) => Add(StandardGates.CP, [lambda], [control, target]);

    /// <summary>Adds the gate <c>crx</c>.</summary>
    public CircuitBuilder CRX(Angle theta, int control, int target) => Add(StandardGates.CRX, [theta], [control, target]);

    /// <summary>Adds the gate <c>cry</c>.</summary>
    public CircuitBuilder CRY(Angle theta, int control, int target) => Add(StandardGates.CRY, [theta], [control, target]);

    /// <summary>Adds the gate <c>crz</c>.</summary>
    public CircuitBuilder CRZ(Angle theta, int control, int target) => Add(StandardGates.CRZ, [theta], [control, target]);

    /// <summary>Adds the gate <c>swap</c>.</summary>
    public CircuitBuilder Swap(int first, int second) => Add(StandardGates.Swap, [], [first, second]);

    /// <summary>Adds the gate <c>ecr</c>.</summary>
    public CircuitBuilder ECR(int first, int second) => Add(StandardGates.ECR, [], [first, second]);

    /// <summary>Adds the gate <c>rxx</c>.</summary>
    public CircuitBuilder RXX(Angle theta, int first, int second) => Add(StandardGates.RXX, [theta], [first, second]);

    /// <summary>Adds the gate <c>ryy</c>.</summary>
    public CircuitBuilder RYY(Angle theta, int first, int second) => Add(StandardGates.RYY, [theta], [first, second]);

    /// <summary>Adds the gate <c>rzz</c>.</summary>
    public CircuitBuilder RZZ(Angle theta, int first, int second) => Add(StandardGates.RZZ, [theta], [first, second]);

    /// <summary>Adds the gate <c>rzx</c>.</summary>
    public CircuitBuilder RZX(Angle theta, int first, int second) => Add(StandardGates.RZX, [theta], [first, second]);

    /// <summary>Adds the gate <c>ccx</c>.</summary>
    public CircuitBuilder CCX(int first, int second, int target) => Add(StandardGates.CCX, [], [first, second, target]);
}
