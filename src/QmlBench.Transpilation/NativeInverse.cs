using QmlBench.Circuits;
using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation;

/// <summary>Inverses of native gates, in native gates: what folding is made of.</summary>
/// <remarks>
/// A gate whose inverse is native there (cx, cz, ecr, x; rz(−θ), rzz(−θ), rx(−θ)) is inverted by that one gate; sx by
/// rz(π) sx rz(π), whose phase π/2 is added: sx† = e^(iπ/2) · rz(π) · sx · rz(π); sqrt_iswap by itself between rz(π) and rz(−π) on its
/// first operand; zz by itself and rz(π) on both operands, with phase −π/2; syc by itself, because flipping one operand turns its ZZ
/// phase round: syc† = e^(7iπ/12) · X(0) · syc · X(1) rz(0; π/6), two pulses more. Virtual gates do not count in a scale factor.
/// </remarks>
public static class NativeInverse
{
    /// <summary>Appends the inverse of one native gate to a circuit under construction, with its global phase.</summary>
    /// <param name="builder">The circuit under construction, on device qubits, with the parameters of the original in their order.</param>
    /// <param name="operation">A gate without condition, native on its qubits.</param>
    /// <param name="target">The device.</param>
    /// <exception cref="TranspilationException">The operation is not a gate, is conditional, or has no inverse in native gates.</exception>
    public static void Append(CircuitBuilder builder, Operation operation, Target target)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(target);
        if (operation.Kind != OperationKind.Gate || operation.Condition is not null)
            throw new TranspilationException(
                "Only gates without condition have an inverse; a "
                + $"{(operation.Condition is null ? operation.Kind : "conditional gate")} has none.");
        var (gate, angles) = operation.Gate.Inverse(operation.Angles);
        if (target.Supports(gate, operation.Qubits))
            builder.Add(gate, angles, operation.Qubits);
        else if (!TryWithTurns(builder, operation, target) && !TrySycamore(builder, operation, target))
            throw new TranspilationException(
                $"The inverse of native gate '{operation.Gate.Name}' is '{gate.Name}', which device '{target.Device.Name}' does not have "
                + $"(native: {Targets.NativeBasis.Names(target)}). Circuits with this gate cannot be folded.");
    }

    /// <summary>The gate itself among half turns about z.</summary>
    private static bool TryWithTurns(CircuitBuilder builder, Operation operation, Target target)
    {
        foreach (var qubit in operation.Qubits)
            if (!target.Supports(StandardGates.RZ, qubit))
                return false;
        (double[] Before, double[] After, double Phase)? turns = operation.Gate.Name switch
        {
            "sx" => ([Math.PI], [Math.PI], Math.PI / 2),
            "sqrt_iswap" => ([Math.PI], [-Math.PI], 0),
            "zz" => ([], [Math.PI, Math.PI], -Math.PI / 2),
            _ => null
        };
        if (turns is not var (before, after, phase))
            return false;
        Turn(builder, operation.Qubits, before);
        builder.Add(operation.Gate, [], operation.Qubits);
        Turn(builder, operation.Qubits, after);
        builder.GlobalPhase(phase);
        return true;
    }

    private static bool TrySycamore(CircuitBuilder builder, Operation operation, Target target)
    {
        var (first, second) = (operation.Qubits[0], operation.Qubits[^1]);
        if (operation.Gate.Name != "syc" || !target.Supports(StandardGates.RZ, first)
            || FlipOn(target, first) is not { } flipFirst || FlipOn(target, second) is not { } flipSecond)
            return false;
        builder.Add(StandardGates.RZ, [Math.PI / 6], [first]).Add(flipSecond.Gate, flipSecond.Angles, [second]);
        builder.Add(operation.Gate, [], operation.Qubits).Add(flipFirst.Gate, flipFirst.Angles, [first]);
        builder.GlobalPhase(7 * Math.PI / 12);
        return true;
    }

    private static (Gate Gate, Angle[] Angles)? FlipOn(Target target, int qubit) => target.Supports(StandardGates.X, qubit)
        ? (StandardGates.X, [])
        : target.Supports(StandardGates.PhXZ, qubit) ? (StandardGates.PhXZ, [Math.PI, 0.0, 0.0]) : null;

    private static void Turn(CircuitBuilder builder, ReadOnlySpan<int> qubits, double[] angles)
    {
        for (var i = 0; i < angles.Length; i++)
            builder.Add(StandardGates.RZ, [angles[i]], [qubits[i]]);
    }
}
