using System.Text;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Names gates, and writes definitions of those that the standard library lacks, each before its first use.</summary>
internal sealed class DefinitionWriter(QasmVersion version, NameTable names)
{
    private readonly Dictionary<Gate, string> _names = [];

    /// <summary>The definitions so far.</summary>
    internal StringBuilder Text { get; } = new();

    internal string NameOf(Gate gate)
    {
        if (gate.IsStandard && IsKnown(gate)) return gate.Name;
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

    private bool IsKnown(Gate gate) => version == QasmVersion.OpenQasm2
        ? KnownGates.Qelib1.Contains(gate.Name)
        : KnownGates.Stdgates.Contains(gate.Name) || gate == StandardGates.U || gate == StandardGates.U2 || gate == StandardGates.U3;

    private string Body(Circuit definition)
    {
        var text = new StringBuilder();
        var gates = new GateWriter(version, definition.Parameters, this);
        for (int i = 0; i < definition.Count; i++)
        {
            Operation operation = definition[i];
            string operands = string.Join(", ", operation.Qubits.ToArray().Select(qubit => $"q{qubit}"));
            if (operation.Kind == OperationKind.Barrier) text.Append($" barrier {operands};");
            else gates.Write(operation, operands, line => text.Append(' ').Append(line));
        }

        if (version == QasmVersion.OpenQasm3 && definition.GlobalPhase != Angle.Zero)
            text.Append($" gphase({gates.Text(definition.GlobalPhase)});");
        return text.ToString();
    }
}
