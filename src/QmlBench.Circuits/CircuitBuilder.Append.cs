namespace QmlBench.Circuits;

/// <content>Whole circuits put into the one being built.</content>
public sealed partial class CircuitBuilder
{
    /// <summary>Adds all operations of a circuit and its global phase.</summary>
    /// <param name="circuit">The circuit; its parameters are merged with those of this builder by name.</param>
    /// <param name="qubits">Qubit here for each of its qubits; empty: the same indices.</param>
    /// <param name="clbits">Classical bit here for each of its classical bits; empty: the same indices.</param>
    /// <exception cref="ArgumentException">Wrong number of places, a place twice, or outside this circuit.</exception>
    public CircuitBuilder Append(Circuit circuit, ReadOnlySpan<int> qubits = default, ReadOnlySpan<int> clbits = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        Span<Angle> parameters = new Angle[circuit.Parameters.Length];
        for (int i = 0; i < parameters.Length; i++) parameters[i] = Parameter(circuit.Parameters[i]);
        return AppendSubstituted(circuit, parameters, qubits, clbits, null);
    }

    /// <summary>Adds all operations of a circuit, with its parameter <c>i</c> replaced by <c>parameters[i]</c>.</summary>
    internal CircuitBuilder AppendSubstituted(
        Circuit circuit, ReadOnlySpan<Angle> parameters, ReadOnlySpan<int> qubits, ReadOnlySpan<int> clbits, Condition? condition)
    {
        CheckPlaces(circuit.QubitCount, qubits.Length, "qubits");
        CheckPlaces(circuit.ClbitCount, clbits.Length, "classical bits");
        // A phase under a condition is a phase of one classical branch, which nothing can observe.
        if (condition is null) GlobalPhase(circuit.GlobalPhase.Substitute(parameters));
        int[] places = new int[circuit.QubitCount];
        Angle[] angles = new Angle[16];
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            Span<int> mapped = places.AsSpan(0, operation.Qubits.Length);
            for (int k = 0; k < mapped.Length; k++) mapped[k] = qubits.IsEmpty ? operation.Qubits[k] : qubits[operation.Qubits[k]];
            if (operation.Angles.Length > angles.Length) angles = new Angle[operation.Angles.Length];
            Span<Angle> bound = angles.AsSpan(0, operation.Angles.Length);
            for (int k = 0; k < bound.Length; k++) bound[k] = operation.Angles[k].Substitute(parameters);
            AddMapped(operation, mapped, bound, clbits, condition);
        }

        return this;
    }

    /// <summary>Adds one operation of another circuit on other qubits, with other angles.</summary>
    internal CircuitBuilder AddMapped(
        Operation operation, ReadOnlySpan<int> qubits, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> clbits, Condition? outer)
    {
        Condition? inner = operation.Condition is { } given && !clbits.IsEmpty ? given.Map(clbits) : operation.Condition;
        Condition? condition = outer is not null && inner is not null ? outer.And(inner) : outer ?? inner;
        int clbit = operation.Clbit < 0 || clbits.IsEmpty ? operation.Clbit : clbits[operation.Clbit];
        return operation.Kind switch
        {
            OperationKind.Gate => Add(operation.Gate, angles, qubits, condition),
            OperationKind.Measure => Measure(qubits[0], clbit, condition),
            OperationKind.Reset => Reset(qubits[0], condition),
            OperationKind.Delay => Delay(operation.Delay, qubits, condition),
            _ => Append(OperationKind.Barrier, 0, qubits, -1, null),
        };
    }

    private static void CheckPlaces(int needed, int given, string what)
    {
        if (given != 0 && given != needed)
            throw new ArgumentException($"The circuit put in has {needed} {what}, but {given} places are given.");
    }
}
