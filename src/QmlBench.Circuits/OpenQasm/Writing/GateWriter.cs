using QmlBench.Circuits.Expressions;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Writes applications of gates: by name, by a definition, or written out in gates the loader knows.</summary>
internal sealed class GateWriter(DialectRules rules, IReadOnlyList<string> parameters, DefinitionWriter definitions)
{
    private readonly AngleText _angles = new(parameters, rules.IsVersion2 ? AngleSyntax.OpenQasm2 : AngleSyntax.OpenQasm3);

    /// <summary>Phase of what was written out in place, to be added to the circuit's own.</summary>
    internal Angle Phase { get; private set; }

    internal string Text(Angle angle)
    {
        if (!rules.Functions && HasFunction(angle))
            throw new UnwritableCircuitException(
                $"{rules.Name} has no functions or powers of parameters ('{_angles.Write(angle)}'); bind the parameters first.");
        return _angles.Write(angle);
    }

    /// <param name="gate">Gate.</param>
    /// <param name="angles">Its angles.</param>
    /// <param name="operands">Names of its qubits.</param>
    /// <param name="conditional">Under a condition a phase is one of a classical branch, which nothing can observe.</param>
    /// <param name="line">Takes each statement.</param>
    internal void Write(Gate gate, ReadOnlySpan<Angle> angles, string[] operands, bool conditional, Action<string> line)
    {
        if (rules.CompensatesU && Compensated(gate, angles) is { } exact)
        {
            Call(exact.Name, angles, operands, line);
            if (exact.Phase != Angle.Zero && !conditional) line($"gphase({Text(exact.Phase)});");
        }
        else if (gate.IsStandard && rules.Gates.TryGetValue(gate.Name, out string? name)) Call(name, angles, operands, line);
        else if (rules.Substitutes && GateSubstitutes.Find(gate, angles, rules.Gates) is { } substitutes)
            foreach ((Gate other, Angle[] otherAngles) in substitutes) Write(other, otherAngles, operands, conditional, line);
        else if (rules.Defines) Call(definitions.NameOf(gate), angles, operands, line);
        else WriteOut(gate, angles, operands, conditional, line);
    }

    // The specification's U is e^{iθ/2}, its u2 and u3 are e^{−i(φ+λ)/2} times the catalogue's gate.
    private static (string Name, Angle Phase)? Compensated(Gate gate, ReadOnlySpan<Angle> angles)
    {
        if (gate == StandardGates.U) return ("U", -0.5 * angles[0]);
        if (gate == StandardGates.U2) return ("u2", 0.5 * (angles[0] + angles[1]));
        return gate == StandardGates.U3 ? ("u3", 0.5 * (angles[1] + angles[2])) : null;
    }

    private static bool HasFunction(Angle angle) => angle.Node switch
    {
        AngleCall => true,
        AngleBinary binary => binary.Operator == AngleOperator.Power || HasFunction(binary.Left) || HasFunction(binary.Right),
        _ => false,
    };

    private void WriteOut(Gate gate, ReadOnlySpan<Angle> angles, string[] operands, bool conditional, Action<string> line)
    {
        Circuit definition = gate.Definition
            ?? throw new InvalidOperationException($"Bug in QmlBench: {rules.Name} lacks the primitive gate '{gate.Name}'.");
        if (!conditional) Phase += definition.GlobalPhase.Substitute(angles);
        for (int i = 0; i < definition.Count; i++)
        {
            Operation operation = definition[i];
            if (operation.Kind != OperationKind.Gate) continue;
            var bound = new Angle[operation.Angles.Length];
            for (int k = 0; k < bound.Length; k++) bound[k] = operation.Angles[k].Substitute(angles);
            var places = new string[operation.Qubits.Length];
            for (int k = 0; k < places.Length; k++) places[k] = operands[operation.Qubits[k]];
            Write(operation.Gate, bound, places, conditional, line);
        }
    }

    private void Call(string name, ReadOnlySpan<Angle> angles, string[] operands, Action<string> line)
    {
        string arguments = "";
        if (!angles.IsEmpty)
        {
            var texts = new string[angles.Length];
            for (int i = 0; i < texts.Length; i++) texts[i] = Text(angles[i]);
            arguments = $"({string.Join(", ", texts)})";
        }

        line($"{name}{arguments} {(operands.Length == 1 ? operands[0] : string.Join(", ", operands))};");
    }
}
