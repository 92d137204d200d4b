using System.Text;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Writes one program.</summary>
internal sealed class ProgramWriter
{
    private readonly Circuit _circuit;
    private readonly QasmVersion _version;
    private readonly BitNames _qubits;
    private readonly BitNames _clbits;
    private readonly string[] _parameters;
    private readonly DefinitionWriter _definitions;
    private readonly GateWriter _gates;
    private readonly StringBuilder _body = new();

    internal ProgramWriter(Circuit circuit, QasmVersion version)
    {
        (_circuit, _version) = (circuit, version);
        if (IsVersion2 && circuit.IsPhysical) throw new UnwritableCircuitException("OpenQASM 2 has no physical qubits; write OpenQASM 3.");
        if (IsVersion2 && !circuit.Parameters.IsEmpty)
            throw new UnwritableCircuitException($"OpenQASM 2 has no parameters; bind '{circuit.Parameters[0]}' first or write OpenQASM 3.");
        var names = new NameTable(version, KnownGates.Claimed(version));
        _parameters = [.. circuit.Parameters.Select(names.Claim)];
        _qubits = circuit.IsPhysical ? BitNames.OfHardware(circuit.QubitCount) : BitNames.Of(circuit.QubitRegisters, circuit.QubitCount, "q", names);
        _clbits = BitNames.Of(circuit.ClbitRegisters, circuit.ClbitCount, "c", names);
        _definitions = new DefinitionWriter(version, names);
        _gates = new GateWriter(version, _parameters, _definitions);
    }

    private bool IsVersion2 => _version == QasmVersion.OpenQasm2;

    internal string Write()
    {
        int index = 0;
        while (index < _circuit.Count) index = IsVersion2 ? WriteVersion2(index) : WriteVersion3(index);
        if (_circuit.GlobalPhase != Angle.Zero)
            _body.Append(IsVersion2 ? "// global phase: " : "gphase(").Append(_gates.Text(_circuit.GlobalPhase)).Append(IsVersion2 ? "\n" : ");\n");
        return Head() + _body;
    }

    private string Head()
    {
        var text = new StringBuilder(IsVersion2 ? "OPENQASM 2.0;\ninclude \"qelib1.inc\";\n" : "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n");
        foreach (string name in _parameters) text.Append($"input float[64] {name};\n");
        text.Append(_definitions.Text);
        foreach ((string name, Register register) in _qubits.Registers)
            text.Append(IsVersion2 ? $"qreg {name}[{register.Size}];\n" : $"qubit[{register.Size}] {name};\n");
        foreach ((string name, Register register) in _clbits.Registers)
            text.Append(IsVersion2 ? $"creg {name}[{register.Size}];\n" : $"bit[{register.Size}] {name};\n");
        return text.ToString();
    }

    private int WriteVersion2(int index)
    {
        Operation operation = _circuit[index];
        string prefix = "";
        if (operation.Condition is { } condition)
        {
            string text = ConditionText.Version2(condition, _clbits) ?? throw new UnwritableCircuitException(
                $"Operation {index} has a condition that is not 'register == number', all that OpenQASM 2 has; write OpenQASM 3.");
            prefix = $"if({text}) ";
        }

        WriteOperation(index, line => _body.Append(prefix).Append(line).Append('\n'));
        return index + 1;
    }

    // Neighbours under one condition share a block, up to a measurement that changes the condition.
    private int WriteVersion3(int index)
    {
        if (_circuit[index].Condition is not { } condition)
        {
            WriteOperation(index, line => _body.Append(line).Append('\n'));
            return index + 1;
        }

        _body.Append($"if ({ConditionText.Version3(condition, _clbits)}) {{\n");
        bool changed = false;
        while (index < _circuit.Count && !changed && condition.Equals(_circuit[index].Condition))
        {
            WriteOperation(index, line => _body.Append("  ").Append(line).Append('\n'));
            changed = condition.Clbits.Contains(_circuit[index].Clbit);
            index++;
        }

        _body.Append("}\n");
        return index;
    }

    private void WriteOperation(int index, Action<string> line)
    {
        Operation operation = _circuit[index];
        switch (operation.Kind)
        {
            case OperationKind.Gate:
                _gates.Write(operation, Operands(operation.Qubits), line);
                break;
            case OperationKind.Measure when IsVersion2:
                line($"measure {_qubits[operation.Qubits[0]]} -> {_clbits[operation.Clbit]};");
                break;
            case OperationKind.Measure:
                line($"{_clbits[operation.Clbit]} = measure {_qubits[operation.Qubits[0]]};");
                break;
            case OperationKind.Reset:
                line($"reset {_qubits[operation.Qubits[0]]};");
                break;
            case OperationKind.Barrier:
                line($"barrier {_qubits.RegisterOf(operation.Qubits) ?? Operands(operation.Qubits)};");
                break;
            default:
                if (IsVersion2) throw new UnwritableCircuitException($"Operation {index} is a delay, which OpenQASM 2 does not have; write OpenQASM 3.");
                line($"delay[{DurationText.Write(operation.Delay)}] {Operands(operation.Qubits)};");
                break;
        }
    }

    private string Operands(ReadOnlySpan<int> qubits)
    {
        if (qubits.Length == 1) return _qubits[qubits[0]];
        var names = new string[qubits.Length];
        for (int i = 0; i < names.Length; i++) names[i] = _qubits[qubits[i]];
        return string.Join(", ", names);
    }
}
