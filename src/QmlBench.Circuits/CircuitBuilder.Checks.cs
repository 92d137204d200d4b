using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <content>What every call checks, and the tables of gates and conditions.</content>
public sealed partial class CircuitBuilder
{
    private void CheckQubits(ReadOnlySpan<int> qubits)
    {
        for (int i = 0; i < qubits.Length; i++)
        {
            if ((uint)qubits[i] >= (uint)QubitCount)
                throw new ArgumentOutOfRangeException(nameof(qubits), qubits[i],
                    $"The circuit has {QubitCount} qubits, 0 to {QubitCount - 1}.");
        }

        if (qubits.Length <= 16) CheckDifferent(qubits);
        else CheckManyDifferent(qubits);
    }

    private static void CheckDifferent(ReadOnlySpan<int> qubits)
    {
        for (int i = 1; i < qubits.Length; i++)
            if (qubits[..i].Contains(qubits[i])) ThrowDuplicate(qubits[i]);
    }

    private void CheckManyDifferent(ReadOnlySpan<int> qubits)
    {
        var seen = new bool[QubitCount];
        foreach (int qubit in qubits)
        {
            if (seen[qubit]) ThrowDuplicate(qubit);
            seen[qubit] = true;
        }
    }

    private static void ThrowDuplicate(int qubit) =>
        throw new ArgumentException($"Qubit {qubit} is named twice in one operation; the operands must be different.");

    private void CheckClbit(int clbit)
    {
        if ((uint)clbit >= (uint)ClbitCount)
            throw new ArgumentOutOfRangeException(nameof(clbit), clbit, $"The circuit has {ClbitCount} classical bits.");
    }

    private void CheckParameters(Angle angle)
    {
        if (angle.IsConstant)
        {
            if (!double.IsFinite(angle.Constant)) throw new ArgumentException($"An angle must be finite; this one is {angle.Constant}.");
            return;
        }

        if (angle.HighestParameter >= _parameters.Count)
            throw new ArgumentException(
                $"The angle uses parameter {angle.HighestParameter}, but {_parameters.Count} are declared. "
                + "Use Parameter(name) of this builder.");
    }

    private ushort IndexOf(Gate gate)
    {
        if (_gates.Count > 0 && ReferenceEquals(_gates[^1], gate)) return (ushort)(_gates.Count - 1);
        if (_gateIndex.TryGetValue(gate, out ushort index)) return index;
        if (_gates.Count > ushort.MaxValue) throw new InvalidOperationException("A circuit may use at most 65,536 different gates.");
        _gateIndex.Add(gate, (ushort)_gates.Count);
        _gates.Add(gate);
        return (ushort)(_gates.Count - 1);
    }

    private int IndexOf(Condition condition)
    {
        foreach (ConditionTerm term in condition.Terms)
            foreach (int clbit in term.Clbits) CheckClbit(clbit);
        if (_conditionIndex.TryGetValue(condition, out int index)) return index;
        _conditionIndex.Add(condition, _conditions.Count);
        _conditions.Add(condition);
        return _conditions.Count - 1;
    }
}
