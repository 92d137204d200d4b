using QmlBench.Circuits.Expressions;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Writes applications of gates; in OpenQASM 3 with the phase that makes them exact.</summary>
internal sealed class GateWriter(QasmVersion version, IReadOnlyList<string> parameters, DefinitionWriter definitions)
{
    private readonly AngleText _angles = new(parameters, version == QasmVersion.OpenQasm2 ? AngleSyntax.OpenQasm2 : AngleSyntax.OpenQasm3);

    internal string Text(Angle angle) => _angles.Write(angle);

    internal void Write(Operation operation, string operands, Action<string> line)
    {
        Gate gate = operation.Gate;
        if (version == QasmVersion.OpenQasm3 && Compensated(gate, operation.Angles) is { } exact)
        {
            line($"{exact.Name}{Arguments(operation.Angles)} {operands};");
            // Under a condition the phase is one of a classical branch; nothing can observe it, and the reader drops both.
            if (exact.Phase != Angle.Zero && operation.Condition is null) line($"gphase({Text(exact.Phase)});");
            return;
        }

        string name = gate == StandardGates.U ? "U" : definitions.NameOf(gate);
        line($"{name}{Arguments(operation.Angles)} {operands};");
    }

    // The specification's U is e^{iθ/2}, its u2 and u3 are e^{−i(φ+λ)/2} times the catalogue's gate.
    private static (string Name, Angle Phase)? Compensated(Gate gate, ReadOnlySpan<Angle> angles)
    {
        if (gate == StandardGates.U) return ("U", -0.5 * angles[0]);
        if (gate == StandardGates.U2) return ("u2", 0.5 * (angles[0] + angles[1]));
        return gate == StandardGates.U3 ? ("u3", 0.5 * (angles[1] + angles[2])) : null;
    }

    private string Arguments(ReadOnlySpan<Angle> angles)
    {
        if (angles.IsEmpty) return "";
        var texts = new string[angles.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = Text(angles[i]);
        return $"({string.Join(", ", texts)})";
    }
}
