namespace QmlBench.Circuits.OpenQasm.Writing;

/// <content>Measurements and conditions.</content>
internal sealed partial class ProgramWriter
{
    private void WriteMeasurement(int index, Action<string> line)
    {
        Operation operation = _circuit[index];
        (string qubit, string clbit) = (_qubits[operation.Qubits[0]], _clbits[operation.Clbit]);
        if (!_rules.SingleMeasurements) throw Refuse(index, "a measurement of a single qubit");
        line(_rules.IsVersion2 ? $"measure {qubit} -> {clbit};" : $"{clbit} = measure {qubit};");
    }

    // Measurements of all qubits of a register into a register of the same size, in order, are one statement.
    private int WriteRegisterMeasurement(int index)
    {
        foreach ((string qubits, Register from) in _qubits.Registers)
            foreach ((string clbits, Register to) in _clbits.Registers)
                if (from.Size == to.Size && Measures(index, from, to))
                {
                    _body.Append($"{clbits} = measure {qubits};\n");
                    return index + from.Size;
                }

        throw Refuse(index, "a measurement that is not one of a whole register into a register of the same size");
    }

    private bool Measures(int index, Register from, Register to)
    {
        if (index + from.Size > _circuit.Count) return false;
        for (int i = 0; i < from.Size; i++)
        {
            Operation operation = _circuit[index + i];
            if (operation.Kind != OperationKind.Measure || operation.Condition is not null || operation.Qubits[0] != from.Offset + i
                || operation.Clbit != to.Offset + i)
                return false;
        }

        return true;
    }

    private int WriteConditional(int index, Condition condition)
    {
        switch (_rules.Conditions)
        {
            case ConditionStyle.Expression:
                return WriteBlock(index, condition, [ConditionText.Expression(condition, _clbits)]);
            case ConditionStyle.Nested when ConditionText.Nested(condition, _clbits) is { } blocks:
                return WriteBlock(index, condition, blocks);
            case ConditionStyle.Statement when ConditionText.Register(condition, _clbits) is { } comparison:
                WriteOperation(index, line => _body.Append($"if({comparison}) {line}\n"));
                return index + 1;
            default:
                throw Refuse(index, _rules.Conditions == ConditionStyle.Statement
                    ? "under a condition that is not 'register == number'"
                    : $"under the condition '{ConditionText.Expression(condition, _clbits)}'");
        }
    }

    // Neighbours under one condition share a block, up to a measurement that changes the condition.
    private int WriteBlock(int index, Condition condition, List<string> blocks)
    {
        for (int depth = 0; depth < blocks.Count; depth++) _body.Append(' ', 2 * depth).Append($"if ({blocks[depth]}) {{\n");
        bool changed = false;
        while (index < _circuit.Count && !changed && condition.Equals(_circuit[index].Condition))
        {
            WriteOperation(index, line => _body.Append(' ', 2 * blocks.Count).Append(line).Append('\n'));
            changed = condition.Clbits.Contains(_circuit[index].Clbit);
            index++;
        }

        for (int depth = blocks.Count - 1; depth >= 0; depth--) _body.Append(' ', 2 * depth).Append("}\n");
        return index;
    }
}
