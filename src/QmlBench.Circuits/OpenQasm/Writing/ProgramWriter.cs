using System.Text;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Writes one program.</summary>
internal sealed partial class ProgramWriter
{
    private readonly Circuit _circuit;
    private readonly DialectRules _rules;
    private readonly BitNames _qubits;
    private readonly BitNames _clbits;
    private readonly string[] _parameters;
    private readonly DefinitionWriter _definitions;
    private readonly GateWriter _gates;
    private readonly StringBuilder _body = new();

    internal ProgramWriter(Circuit circuit, DialectRules rules)
    {
        (_circuit, _rules) = (circuit, rules);
        if (circuit.IsPhysical && !rules.Physical) throw Refuse("has no physical qubits", "Map the circuit to declared qubits first");
        if (!circuit.Parameters.IsEmpty && !rules.Parameters) throw Refuse("has no parameters", $"Bind '{circuit.Parameters[0]}' first");
        var names = new NameTable(rules);
        _parameters = [.. circuit.Parameters.Select(names.Claim)];
        _qubits = circuit.IsPhysical ? BitNames.OfHardware(circuit.QubitCount)
            : BitNames.Of(circuit.QubitRegisters, circuit.QubitCount, "q", names);
        _clbits = BitNames.Of(circuit.ClbitRegisters, circuit.ClbitCount, "c", names);
        _definitions = new DefinitionWriter(rules, names);
        _gates = new GateWriter(rules, _parameters, _definitions);
    }

    internal string Write()
    {
        int index = 0;
        while (index < _circuit.Count) index = WriteFrom(index);
        Angle phase = _circuit.GlobalPhase + _gates.Phase;
        if (phase != Angle.Zero && _rules.GlobalPhase) _body.Append($"gphase({_gates.Text(phase)});\n");
        else if (_circuit.GlobalPhase is { IsConstant: true, Constant: not 0.0 })
            _body.Append($"// global phase: {_gates.Text(_circuit.GlobalPhase)}\n");
        return Head() + _body;
    }

    private string Head()
    {
        var text = new StringBuilder(_rules.IsVersion2 ? "OPENQASM 2.0;\n" : "OPENQASM 3.0;\n");
        if (_rules.Include is not null) text.Append($"include \"{_rules.Include}\";\n");
        if (_rules.DeclaresParameters)
            foreach (string name in _parameters) text.Append($"input float[64] {name};\n");
        text.Append(_definitions.Text);
        foreach ((string name, Register register) in _qubits.Registers)
            text.Append(_rules.IsVersion2 ? $"qreg {name}[{register.Size}];\n" : $"qubit[{register.Size}] {name};\n");
        foreach ((string name, Register register) in _clbits.Registers)
            text.Append(_rules.IsVersion2 ? $"creg {name}[{register.Size}];\n" : $"bit[{register.Size}] {name};\n");
        return text.ToString();
    }

    private int WriteFrom(int index)
    {
        if (_circuit[index].Condition is { } condition) return WriteConditional(index, condition);
        if (!_rules.SingleMeasurements && _circuit[index].Kind == OperationKind.Measure) return WriteRegisterMeasurement(index);
        WriteOperation(index, line => _body.Append(line).Append('\n'));
        return index + 1;
    }

    private void WriteOperation(int index, Action<string> line)
    {
        Operation operation = _circuit[index];
        switch (operation.Kind)
        {
            case OperationKind.Gate:
                _gates.Write(operation.Gate, operation.Angles, Names(operation.Qubits), operation.Condition is not null, line);
                break;
            case OperationKind.Measure:
                WriteMeasurement(index, line);
                break;
            case OperationKind.Reset:
                if (!_rules.Resets) throw Refuse(index, "a reset");
                line($"reset {_qubits[operation.Qubits[0]]};");
                break;
            case OperationKind.Barrier:
                if (!_rules.Barriers) throw Refuse(index, "a barrier");
                line($"barrier {_qubits.RegisterOf(operation.Qubits) ?? string.Join(", ", Names(operation.Qubits))};");
                break;
            default:
                if (!_rules.Delays) throw Refuse(index, "a delay");
                line($"delay[{DurationText.Write(operation.Delay)}] {string.Join(", ", Names(operation.Qubits))};");
                break;
        }
    }

    private string[] Names(ReadOnlySpan<int> qubits)
    {
        var names = new string[qubits.Length];
        for (int i = 0; i < names.Length; i++) names[i] = _qubits[qubits[i]];
        return names;
    }

    private UnwritableCircuitException Refuse(int index, string what) =>
        new($"Operation {index} is {what}, which {_rules.Name} does not take. "
            + "Choose another dialect or version, or take it out of the circuit.");

    private UnwritableCircuitException Refuse(string lack, string remedy) =>
        new($"{Capital(_rules.Name)} {lack}. {remedy}, or choose another dialect or version.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
