using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Devices;

namespace QmlBench.Reporting.Drawings;

/// <summary>How IBM draws devices whose files do not say where the qubits are.</summary>
/// <remarks>One line of text a row of the drawing, qubits in columns, <c>.</c> for an empty place. A drawing fits a device if they have as many
/// qubits and every coupler joins neighbours of the drawing.</remarks>
internal static class VendorDrawings
{
    private static readonly ImmutableArray<string> Drawings =
    [
        "0 1 2|. 3 .|. 4 .",
        "0 1 2 3 4",
        "0 1 2|. 3 .|4 5 6",
        ". . . 6 . . .|0 1 4 7 10 12 15|. 2 . . . 13 .|. 3 5 8 11 14 .|. . . 9 . . .",
        "0 1 2 3 4|5 6 7 8 9|10 11 12 13 14|15 16 17 18 19",
        ". . . 6 . . . 17 . . .|0 1 4 7 10 12 15 18 21 23 .|. 2 . . . 13 . . . 24 .|. 3 5 8 11 14 16 19 22 25 26|. . . 9 . . . 20 . . .",
    ];

    /// <summary>Places of the qubits, or null if no drawing fits.</summary>
    public static ImmutableArray<GridPoint>? Of(CouplingMap map)
    {
        foreach (ImmutableArray<GridPoint> places in All().Where(p => p.Length == map.Qubits))
        {
            if (!map.Couplers.IsEmpty && map.Couplers.All(c => AreNeighbours(places[c.First], places[c.Second])))
                return places;
        }
        return null;
    }

    // Hummingbird (65 qubits) and Eagle (127): lines of qubits with single ones between them; the first line lacks its last place, the last line
    // its first.
    private static IEnumerable<ImmutableArray<GridPoint>> All() => Drawings.Select(Places).Append(HeavyHex(5, 11)).Append(HeavyHex(7, 15));

    private static ImmutableArray<GridPoint> HeavyHex(int lines, int width)
    {
        var places = ImmutableArray.CreateBuilder<GridPoint>();
        for (int row = 0; row < 2 * lines - 1; row++)
        {
            (int first, int step) = row % 2 == 0 ? (0, 1) : (row % 4 == 1 ? 0 : 2, 4);
            int from = row == 2 * lines - 2 ? 1 : first, to = row == 0 ? width - 1 : width;
            for (int column = from; column < to; column += step)
                places.Add(new(row, column));
        }
        return places.ToImmutable();
    }

    private static bool AreNeighbours(GridPoint one, GridPoint other) => Math.Abs(one.Row - other.Row) + Math.Abs(one.Column - other.Column) == 1;

    private static ImmutableArray<GridPoint> Places(string drawing)
    {
        var places = new SortedDictionary<int, GridPoint>();
        string[] rows = drawing.Split('|');
        for (int row = 0; row < rows.Length; row++)
        {
            string[] cells = rows[row].Split(' ');
            for (int column = 0; column < cells.Length; column++)
            {
                if (cells[column] != ".")
                    places.Add(int.Parse(cells[column], CultureInfo.InvariantCulture), new(row, column));
            }
        }
        return [.. places.Values];
    }
}
