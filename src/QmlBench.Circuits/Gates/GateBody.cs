namespace QmlBench.Circuits.Gates;

/// <summary>Gates that are defined by a circuit.</summary>
internal static class GateBody
{
    /// <summary>The body with its parameters in the order given; refuses what is not unitary.</summary>
    internal static Circuit Prepare(string name, IReadOnlyList<string> parameters, Circuit body)
    {
        ArgumentNullException.ThrowIfNull(body);
        for (int i = 0; i < body.Count; i++)
        {
            Operation operation = body[i];
            if (operation.Condition is not null || operation.Kind is not (OperationKind.Gate or OperationKind.Barrier))
                throw new ArgumentException($"Operation {i} of the body of gate '{name}' is not a gate.", nameof(body));
        }

        if (body.Parameters.FirstOrDefault(parameter => !parameters.Contains(parameter)) is { } unknown)
            throw new ArgumentException($"The body of gate '{name}' uses '{unknown}', which is not one of its parameters.", nameof(body));
        if (parameters.Distinct(StringComparer.Ordinal).Count() != parameters.Count)
            throw new ArgumentException($"Gate '{name}' names one parameter twice.", nameof(parameters));
        var builder = new CircuitBuilder(body.QubitCount);
        // Bodies are compared by hash, and the name of a parameter is no part of what a gate does.
        for (int i = 0; i < parameters.Count; i++) builder.Parameter($"a{i}");
        var places = new Angle[body.Parameters.Length];
        for (int i = 0; i < places.Length; i++) places[i] = Angle.Parameter(IndexOf(parameters, body.Parameters[i]));
        return builder.AppendSubstituted(body, places, [], [], null).Build();
    }

    internal static GateFacts Facts(string name, Circuit definition) =>
        new(name, definition.QubitCount, definition.Parameters.Length, angles => CircuitUnitary.Matrix(definition, angles))
        {
            Traits = IsDiagonal(definition) ? GateTraits.Diagonal : GateTraits.None,
        };

    internal static Gate InverseOf(Gate gate)
    {
        Circuit definition = gate.Definition
            ?? throw new InvalidOperationException($"Bug in QmlBench: gate '{gate.Name}' has neither an inverse nor a definition.");
        string name = gate.Name.EndsWith("_dg", StringComparison.Ordinal) ? gate.Name[..^3] : gate.Name + "_dg";
        return Gate.Define(name, definition.Parameters, definition.Inverse());
    }

    internal static Gate Controlled(Gate gate)
    {
        string[] parameters = [.. Enumerable.Range(0, gate.ParameterCount).Select(i => $"a{i}")];
        Angle[] angles = [.. Enumerable.Range(0, gate.ParameterCount).Select(Angle.Parameter)];
        GateSequence controlled = GateSequence.Of(gate, angles, Angle.Zero).Controlled(false, static _ => { });
        return Gate.Define("c_" + gate.Name, parameters, controlled.ToCircuit(parameters));
    }

    private static bool IsDiagonal(Circuit definition)
    {
        for (int i = 0; i < definition.Count; i++)
            if (definition[i].Kind == OperationKind.Gate && !definition[i].Gate.IsDiagonal) return false;
        return true;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
            if (names[i] == name) return i;
        return -1;
    }
}
