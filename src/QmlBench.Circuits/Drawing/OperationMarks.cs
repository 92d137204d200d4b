using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Expressions;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm.Writing;

namespace QmlBench.Circuits.Drawing;

/// <summary>Symbols of operations.</summary>
internal sealed class OperationMarks
{
    private readonly Dictionary<int, int> _wireOfQubit;
    private readonly (int Wire, int Bit)[] _placeOfClbit;
    private readonly Dictionary<int, int> _sizeOfWire = [];
    private readonly AngleText _angles;
    private readonly TimedCircuit? _timed;

    internal OperationMarks(Circuit circuit, int[] qubits, TimedCircuit? timed = null)
    {
        _timed = timed;
        _wireOfQubit = qubits.Select((qubit, wire) => (qubit, wire)).ToDictionary(pair => pair.qubit, pair => pair.wire);
        _placeOfClbit = new (int, int)[circuit.ClbitCount];
        int next = qubits.Length;
        foreach (Register register in circuit.ClbitRegisters)
        {
            for (int i = 0; i < register.Size; i++) _placeOfClbit[register.Offset + i] = (next, i);
            if (register.Size > 0) _sizeOfWire[next++] = register.Size;
        }

        _angles = new AngleText(circuit.Parameters, AngleSyntax.OpenQasm3, Short);
    }

    internal (ImmutableArray<Mark> Marks, ImmutableArray<(int Wire, string Label)> Bits) Of(Operation operation, int index)
    {
        var marks = new List<Mark>();
        for (int i = 0; i < operation.Qubits.Length; i++)
            if (_wireOfQubit.TryGetValue(operation.Qubits[i], out int wire)) marks.Add(MarkOf(operation, index, i, wire));
        return ([.. marks.OrderBy(mark => mark.Wire)], Bits(operation));
    }

    /// <summary>Name of a gate with its angles.</summary>
    internal string Name(Operation operation) => Label(operation.Gate.Name, operation.Angles, withAngles: true);

    // Four digits are enough to see what a circuit does; the text of it has them all.
    private static string Short(double value)
    {
        string text = NumberText.Write(value);
        if (text.Contains("pi", StringComparison.Ordinal)) return text.Replace("pi", "π", StringComparison.Ordinal);
        return value.ToString("G4", CultureInfo.InvariantCulture);
    }

    private Mark MarkOf(Operation operation, int index, int operand, int wire) => operation.Kind switch
    {
        OperationKind.Gate => GateMark(operation, operand, wire),
        OperationKind.Measure => new Mark(wire, MarkKind.Meter, "M"),
        OperationKind.Reset => new Mark(wire, MarkKind.Box, "|0⟩"),
        OperationKind.Delay => new Mark(wire, MarkKind.Box, "delay " + Length(operation.Delay, index)),
        _ => new Mark(wire, MarkKind.Barrier),
    };

    private string Length(DelayTime delay, int index) =>
        _timed is null ? DurationText.Write(delay) : TimeText.Write(_timed.DurationSeconds[index]);

    private Mark GateMark(Operation operation, int operand, int wire)
    {
        Gate gate = operation.Gate;
        Gate inner = gate.ControlledGate ?? gate;
        if (operand < gate.ControlCount || (gate.ControlCount > 0 && inner == StandardGates.Z)) return new Mark(wire, MarkKind.Dot);
        if (inner == StandardGates.Swap) return new Mark(wire, MarkKind.Cross);
        if (gate.ControlCount > 0 && inner == StandardGates.X) return new Mark(wire, MarkKind.Plus);
        string label = Label(inner == gate ? gate.Name : inner.Name, operation.Angles, operand == gate.ControlCount);
        // Where the operands of a gate are not alike, a box says which one it is.
        if (inner.QubitCount > 1 && !inner.IsSymmetric) label += ":" + (operand - gate.ControlCount).ToString(CultureInfo.InvariantCulture);
        return new Mark(wire, MarkKind.Box, label);
    }

    private string Label(string name, ReadOnlySpan<Angle> angles, bool withAngles)
    {
        if (angles.IsEmpty || !withAngles) return name;
        var texts = new string[angles.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = _angles.Write(angles[i]);
        return $"{name}({string.Join(", ", texts)})";
    }

    private ImmutableArray<(int Wire, string Label)> Bits(Operation operation)
    {
        var bits = new SortedDictionary<int, string>();
        if (operation.Clbit >= 0)
            bits[_placeOfClbit[operation.Clbit].Wire] = _placeOfClbit[operation.Clbit].Bit.ToString(CultureInfo.InvariantCulture);
        foreach (ConditionTerm term in operation.Condition?.Terms ?? [])
        {
            string comparison = (term.Negated ? "≠" : "=") + term.Value.ToString(CultureInfo.InvariantCulture);
            foreach (var group in term.Clbits.Select(clbit => _placeOfClbit[clbit]).GroupBy(place => place.Wire))
            {
                // A whole register needs no list of its bits.
                string which = group.Select(place => place.Bit).SequenceEqual(Enumerable.Range(0, _sizeOfWire[group.Key]))
                    ? "" : string.Join(',', group.Select(place => place.Bit));
                bits[group.Key] = bits.TryGetValue(group.Key, out string? other) ? $"{other} {which}{comparison}" : which + comparison;
            }
        }

        return [.. bits.Select(bit => (bit.Key, bit.Value))];
    }
}
