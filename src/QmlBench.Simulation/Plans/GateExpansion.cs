using QmlBench.Circuits;
using QmlBench.Circuits.Gates;

namespace QmlBench.Simulation.Plans;

/// <summary>Writes a gate as maps with at most one angle each, by its definition where it has more.</summary>
internal sealed class GateExpansion(PlanBuilder builder)
{
    private readonly Dictionary<Gate, TrigonometricMap?> _maps = [];
    private readonly Dictionary<Gate, TrigonometricMap> _fixed = [];

    /// <summary>Appends a gate to the plan.</summary>
    /// <exception cref="ArgumentException">The gate has several angles or more than three qubits, and no definition.</exception>
    internal void Add(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits)
    {
        if (gate.QubitCount <= Channels.KrausChannel.MostQubits)
        {
            if (AreConstant(angles))
            {
                builder.Add(angles.IsEmpty ? FixedMapOf(gate) : TrigonometricMap.OfGate(gate, Values(angles), builder.Shape.IsPure), qubits);
                return;
            }

            if (MapOf(gate) is { } map)
            {
                if (!map.IsConstant) builder.Add(map, angles[0], qubits);
                return;
            }
        }

        Expand(gate, angles, qubits);
    }

    private void Expand(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits)
    {
        if (gate.Equals(StandardGates.U))
        {
            // u(θ, φ, λ) = RZ(φ)·RY(θ)·RZ(λ) up to a phase.
            Add(StandardGates.RZ, [angles[2]], qubits);
            Add(StandardGates.RY, [angles[0]], qubits);
            Add(StandardGates.RZ, [angles[1]], qubits);
            return;
        }

        Circuit body = gate.Definition ?? throw new ArgumentException(
            $"Gate {gate.Name} acts on {gate.QubitCount} qubits with {gate.ParameterCount} angles and has no definition, "
            + $"so it cannot be simulated with free angles.");
        for (int i = 0; i < body.Count; i++)
        {
            Operation operation = body[i];
            if (operation.Kind == OperationKind.Barrier) continue;
            Add(operation.Gate, Substituted(operation.Angles, angles), Mapped(operation.Qubits, qubits));
        }
    }

    private TrigonometricMap? MapOf(Gate gate)
    {
        if (!_maps.TryGetValue(gate, out TrigonometricMap? map)) _maps[gate] = map = TrigonometricMap.OfGate(gate, builder.Shape.IsPure);
        return map;
    }

    private TrigonometricMap FixedMapOf(Gate gate)
    {
        if (!_fixed.TryGetValue(gate, out TrigonometricMap? map)) _fixed[gate] = map = TrigonometricMap.OfGate(gate, [], builder.Shape.IsPure);
        return map;
    }

    private static bool AreConstant(ReadOnlySpan<Angle> angles)
    {
        foreach (Angle angle in angles)
            if (!angle.IsConstant) return false;
        return true;
    }

    private static double[] Values(ReadOnlySpan<Angle> angles)
    {
        var values = new double[angles.Length];
        for (int i = 0; i < values.Length; i++) values[i] = angles[i].Constant;
        return values;
    }

    /// <summary>The angles of a definition, with those of the gate put in.</summary>
    internal static Angle[] Substituted(ReadOnlySpan<Angle> inner, ReadOnlySpan<Angle> outer)
    {
        var angles = new Angle[inner.Length];
        for (int i = 0; i < angles.Length; i++) angles[i] = inner[i].Substitute(outer);
        return angles;
    }

    /// <summary>The operands of a definition, as operands of the gate.</summary>
    internal static int[] Mapped(ReadOnlySpan<int> inner, ReadOnlySpan<int> outer)
    {
        var qubits = new int[inner.Length];
        for (int i = 0; i < qubits.Length; i++) qubits[i] = outer[inner[i]];
        return qubits;
    }
}
