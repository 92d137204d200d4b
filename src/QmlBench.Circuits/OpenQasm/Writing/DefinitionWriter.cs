using System.Text;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Writes definitions of gates that the library lacks, each before its first use, and names them.</summary>
internal sealed class DefinitionWriter(DialectRules rules, NameTable names)
{
    private readonly Dictionary<Gate, string> _names = [];

    /// <summary>The definitions so far.</summary>
    internal StringBuilder Text { get; } = new();

    internal string NameOf(Gate gate)
    {
        if (_names.TryGetValue(gate, out string? name)) return name;
        Circuit definition = gate.Definition
            ?? throw new InvalidOperationException($"Bug in QmlBench: gate '{gate.Name}' can be neither named nor defined.");
        string body = Body(definition);
        name = names.Claim(gate.Name);
        _names.Add(gate, name);
        string parameters = definition.Parameters.IsEmpty ? "" : $"({string.Join(", ", definition.Parameters)})";
        string qubits = string.Join(", ", Enumerable.Range(0, definition.QubitCount).Select(qubit => $"q{qubit}"));
        Text.Append($"gate {name}{parameters} {qubits} {{{body} }}\n");
        return name;
    }

    private string Body(Circuit definition)
    {
        var text = new StringBuilder();
        var gates = new GateWriter(rules, definition.Parameters, this);
        for (int i = 0; i < definition.Count; i++)
        {
            Operation operation = definition[i];
            string[] operands = [.. operation.Qubits.ToArray().Select(qubit => $"q{qubit}")];
            if (operation.Kind == OperationKind.Gate)
                gates.Write(operation.Gate, operation.Angles, operands, false, line => text.Append(' ').Append(line));
            else if (rules.Barriers) text.Append($" barrier {string.Join(", ", operands)};");
        }

        Angle phase = definition.GlobalPhase + gates.Phase;
        if (rules.GlobalPhase && phase != Angle.Zero) text.Append($" gphase({gates.Text(phase)});");
        return text.ToString();
    }
}
