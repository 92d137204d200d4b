using System.Collections.Immutable;

namespace QmlBench.Devices.Templates;

/// <summary>Couplers and drawing of a template.</summary>
/// <param name="Coupling">Which qubits are joined.</param>
/// <param name="Positions">Place of each qubit in the drawing, or empty where the couplers alone say enough.</param>
internal sealed record TemplateShape(CouplingMap Coupling, ImmutableArray<GridPoint> Positions)
{
    // In Heron's drawing a row's qubits 3, 7, 11, … lead down from even rows and 1, 5, 9, … from odd ones.
    private const int BridgeSpacing = 4;

    /// <summary>0-1-2-…</summary>
    public static TemplateShape Line(int qubits) =>
        new(Joined(qubits, Enumerable.Range(0, qubits - 1).Select(q => (q, q + 1))), []);

    /// <summary>A line whose ends are joined.</summary>
    public static TemplateShape Ring(int qubits) =>
        new(Joined(qubits, Enumerable.Range(0, qubits).Select(q => (q, (q + 1) % qubits))), []);

    /// <summary>Rows and columns, numbered row by row.</summary>
    public static TemplateShape Grid(int rows, int columns)
    {
        var right = Cells(rows, columns - 1).Select(c => (c.Row * columns + c.Column, c.Row * columns + c.Column + 1));
        var down = Cells(rows - 1, columns).Select(c => (c.Row * columns + c.Column, (c.Row + 1) * columns + c.Column));
        return new(Joined(rows * columns, right.Concat(down)), [.. Cells(rows, columns)]);
    }

    /// <summary>Every pair joined.</summary>
    public static TemplateShape AllToAll(int qubits) => new(CouplingMap.AllToAll(qubits), []);

    /// <summary>Lines of qubits joined by single qubits between them, as IBM draws and numbers Heron: row by row, the qubits between
    /// two lines after the upper one. Eight rows of sixteen are the couplers of <c>ibm_fez</c>.</summary>
    public static TemplateShape HeavyHex(int rows, int columns)
    {
        List<GridPoint> places = [];
        for (int row = 0; row < 2 * rows - 1; row++)
        {
            int first = row % 2 == 0 ? 0 : row % 4 == 1 ? BridgeSpacing - 1 : 1;
            for (int column = first; column < columns; column += row % 2 == 0 ? 1 : BridgeSpacing)
                places.Add(new(row, column));
        }
        var index = places.Select((place, q) => (place, q)).ToDictionary(p => p.place, p => p.q);
        List<(int, int)> pairs = [];
        foreach (GridPoint place in places)
        {
            if (place.Row % 2 == 0 && index.TryGetValue(place with { Column = place.Column + 1 }, out int right))
                pairs.Add((index[place], right));
            if (index.TryGetValue(place with { Row = place.Row + 1 }, out int below))
                pairs.Add((index[place], below));
        }
        return new(Joined(places.Count, pairs), [.. places]);
    }

    private static CouplingMap Joined(int qubits, IEnumerable<(int First, int Second)> pairs) =>
        CouplingMap.FromCouplers(qubits, pairs.Select(p => new Coupler(p.First, p.Second, bothOrders: true)));

    private static IEnumerable<GridPoint> Cells(int rows, int columns) =>
        Enumerable.Range(0, Math.Max(0, rows)).SelectMany(r => Enumerable.Range(0, Math.Max(0, columns)).Select(c => new GridPoint(r, c)));
}
