using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>Replaces gates by their definitions.</summary>
internal static class CircuitExpansion
{
    internal static Circuit Expand(Circuit circuit, Func<Gate, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        CircuitBuilder builder = CircuitComposition.Like(circuit, circuit.QubitCount);
        foreach (string name in circuit.Parameters) builder.Parameter(name);
        builder.GlobalPhase(circuit.GlobalPhase);
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            if (operation.Kind == OperationKind.Gate)
                Add(builder, operation.Gate, operation.Angles, operation.Qubits, operation.Condition, keep);
            else builder.AddMapped(operation, operation.Qubits, operation.Angles, [], null);
        }

        return builder.Build();
    }

    private static void Add(
        CircuitBuilder builder,
        Gate gate,
        ReadOnlySpan<Angle> angles,
        ReadOnlySpan<int> qubits,
        Condition? condition,
        Func<Gate, bool> keep)
    {
        if (keep(gate) || gate.Definition is not { } definition)
        {
            builder.Add(gate, angles, qubits, condition);
            return;
        }

        // A phase under a condition is a phase of one classical branch, which nothing can observe.
        if (condition is null) builder.GlobalPhase(definition.GlobalPhase.Substitute(angles));
        for (int i = 0; i < definition.Count; i++)
        {
            Operation operation = definition[i];
            var places = new int[operation.Qubits.Length];
            for (int k = 0; k < places.Length; k++) places[k] = qubits[operation.Qubits[k]];
            var bound = new Angle[operation.Angles.Length];
            for (int k = 0; k < bound.Length; k++) bound[k] = operation.Angles[k].Substitute(angles);
            if (operation.Kind == OperationKind.Gate) Add(builder, operation.Gate, bound, places, condition, keep);
            else builder.AddMapped(operation, places, bound, [], null);
        }
    }
}
