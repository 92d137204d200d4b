using System.Collections.Immutable;

namespace QmlBench.Circuits.Drawing;

/// <summary>What is drawn where: wires from top to bottom, operations in columns. The terminal and the SVG drawing share it.</summary>
internal sealed class DrawingPlan
{
    private readonly Circuit _circuit;
    private readonly OperationMarks _marks;
    private readonly int[] _nextColumn;

    private DrawingPlan(Circuit circuit, TimedCircuit? timed)
    {
        _circuit = circuit;
        int[] qubits = timed is not null || circuit.IsPhysical ? [.. circuit.ActiveQubits()] : [.. Enumerable.Range(0, circuit.QubitCount)];
        QubitWires = qubits.Length;
        Labels = [.. timed is null ? QubitLabels(circuit, qubits) : qubits.Select(timed.Label), .. circuit.ClbitRegisters.Where(register => register.Size > 0)
            .Select(register => $"{register.Name}/{register.Size}")];
        _marks = new OperationMarks(circuit, qubits, timed);
        _nextColumn = new int[Labels.Length];
        var operations = ImmutableArray.CreateBuilder<DrawnOperation>();
        for (int i = 0; i < circuit.Count; i++)
            if (Place(i) is { } placed) operations.Add(placed);
        Operations = operations.ToImmutable();
        ColumnCount = _nextColumn.DefaultIfEmpty().Max();
    }

    /// <summary>Labels of the wires; qubits first, then one wire for each register of classical bits.</summary>
    internal ImmutableArray<string> Labels { get; }

    internal int QubitWires { get; }

    internal int ColumnCount { get; }

    internal ImmutableArray<DrawnOperation> Operations { get; }

    internal static DrawingPlan Of(Circuit circuit) => new(circuit, null);

    internal static DrawingPlan Of(TimedCircuit timed) => new(timed.Circuit, timed);

    private static IEnumerable<string> QubitLabels(Circuit circuit, int[] qubits)
    {
        if (circuit.IsPhysical) return qubits.Select(qubit => $"${qubit}");
        return circuit.QubitRegisters.SelectMany(register => Enumerable.Range(0, register.Size).Select(i => $"{register.Name}[{i}]"));
    }

    // The first column that is free on every wire the operation spans, so that no vertical line crosses a symbol.
    private DrawnOperation? Place(int index)
    {
        (ImmutableArray<Mark> marks, ImmutableArray<(int Wire, string Label)> bits) = _marks.Of(_circuit[index], index);
        if (marks.IsEmpty) return null;
        var operation = new DrawnOperation(0, marks, bits);
        int column = 0;
        for (int wire = operation.FirstWire; wire <= operation.LastWire; wire++) column = Math.Max(column, _nextColumn[wire]);
        for (int wire = operation.FirstWire; wire <= operation.LastWire; wire++) _nextColumn[wire] = column + 1;
        return operation with { Column = column };
    }
}
