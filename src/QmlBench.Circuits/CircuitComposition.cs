using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>Circuits made from circuits.</summary>
internal static class CircuitComposition
{
    internal static Circuit Then(Circuit first, Circuit next, ReadOnlySpan<int> qubits)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.ClbitCount > first.ClbitCount || (qubits.IsEmpty && next.QubitCount > first.QubitCount))
            throw new ArgumentException(
                $"The second circuit has {next.QubitCount} qubits and {next.ClbitCount} classical bits, the first {first.QubitCount} and "
                + $"{first.ClbitCount}.", nameof(next));
        return Like(first, first.QubitCount).Append(first).Append(next, qubits).Build();
    }

    internal static Circuit Inverse(Circuit circuit)
    {
        CircuitBuilder builder = Like(circuit, circuit.QubitCount);
        foreach (string name in circuit.Parameters) builder.Parameter(name);
        builder.GlobalPhase(-circuit.GlobalPhase);
        for (int i = circuit.Count - 1; i >= 0; i--)
        {
            Operation operation = circuit[i];
            if (operation.Condition is not null || operation.Kind is OperationKind.Measure or OperationKind.Reset)
                throw new InvalidOperationException(
                    $"Operation {i} is {(operation.Condition is null ? "a " + operation.Kind : "conditional")}; "
                    + "only unitary circuits have an inverse.");
            if (operation.Kind != OperationKind.Gate)
            {
                builder.AddMapped(operation, operation.Qubits, [], [], null);
                continue;
            }

            (Gate gate, Angle[] angles) = operation.Gate.Inverse(operation.Angles);
            builder.Add(gate, angles, operation.Qubits);
        }

        return builder.Build();
    }

    internal static Circuit Bind(Circuit circuit, ReadOnlySpan<double> values)
    {
        if (values.Length != circuit.Parameters.Length)
            throw new ArgumentException($"The circuit has {circuit.Parameters.Length} parameters, but {values.Length} values are given.",
                nameof(values));
        var constants = new Angle[values.Length];
        for (int i = 0; i < constants.Length; i++) constants[i] = values[i];
        return Like(circuit, circuit.QubitCount).AppendSubstituted(circuit, constants, [], [], null).Build();
    }

    internal static Circuit BindSome(Circuit circuit, IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !circuit.Parameters.Contains(name)) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not a parameter of the circuit.", nameof(values));
        CircuitBuilder builder = Like(circuit, circuit.QubitCount);
        var replacements = new Angle[circuit.Parameters.Length];
        for (int i = 0; i < replacements.Length; i++)
        {
            string name = circuit.Parameters[i];
            replacements[i] = values.TryGetValue(name, out double value) ? value : builder.Parameter(name);
        }

        return builder.AppendSubstituted(circuit, replacements, [], [], null).Build();
    }

    internal static Circuit WithoutFinalMeasurements(Circuit circuit)
    {
        CircuitBuilder builder = Like(circuit, circuit.QubitCount);
        bool[] final = FinalMeasurements(circuit);
        Angle[] parameters = [.. circuit.Parameters.Select(builder.Parameter)];
        builder.GlobalPhase(circuit.GlobalPhase.Substitute(parameters));
        for (int i = 0; i < circuit.Count; i++)
            if (!final[i]) builder.AddMapped(circuit[i], circuit[i].Qubits, circuit[i].Angles, [], null);
        return builder.Build();
    }

    internal static Circuit MapQubits(Circuit circuit, ReadOnlySpan<int> newIndexOfOld, int qubitCount, bool physical)
    {
        if (newIndexOfOld.Length != circuit.QubitCount)
            throw new ArgumentException($"The circuit has {circuit.QubitCount} qubits, but {newIndexOfOld.Length} places are given.",
                nameof(newIndexOfOld));
        CircuitBuilder builder = new(qubitCount);
        if (physical) builder.Physical();
        foreach (Register register in circuit.ClbitRegisters) builder.AddClbitRegister(register.Name, register.Size);
        return builder.Append(circuit, newIndexOfOld).Build();
    }

    /// <summary>An empty builder with the registers of a circuit.</summary>
    internal static CircuitBuilder Like(Circuit circuit, int qubits)
    {
        CircuitBuilder builder;
        if (circuit.IsPhysical || circuit.QubitRegisters.Sum(register => register.Size) != qubits) builder = new CircuitBuilder(qubits);
        else
        {
            builder = new CircuitBuilder(0);
            foreach (Register register in circuit.QubitRegisters) builder.AddQubitRegister(register.Name, register.Size);
        }

        if (circuit.IsPhysical) builder.Physical();
        foreach (Register register in circuit.ClbitRegisters) builder.AddClbitRegister(register.Name, register.Size);
        return builder;
    }

    internal static bool[] FinalMeasurements(Circuit circuit)
    {
        var final = new bool[circuit.Count];
        var used = new bool[circuit.QubitCount + circuit.ClbitCount];
        for (int i = circuit.Count - 1; i >= 0; i--)
        {
            Operation operation = circuit[i];
            if (operation.Kind == OperationKind.Barrier) continue;
            final[i] = operation.Kind == OperationKind.Measure && operation.Condition is null
                && !used[operation.Qubits[0]] && !used[circuit.QubitCount + operation.Clbit];
            foreach (int wire in circuit.Wires.Operands(i)) used[wire] = true;
        }

        return final;
    }
}
