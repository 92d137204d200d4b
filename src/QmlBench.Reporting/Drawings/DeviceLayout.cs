using System.Collections.Immutable;
using QmlBench.Devices;

namespace QmlBench.Reporting.Drawings;

/// <summary>Where each qubit of a device is drawn, in units of the distance between neighbours.</summary>
/// <param name="Places">Column and row of each qubit.</param>
/// <param name="IsGrid">Whether the places are whole numbers of a drawing.</param>
internal sealed record DeviceLayout(ImmutableArray<(double X, double Y)> Places, bool IsGrid)
{
    // Longer lines are folded like a page of text.
    private const int LongestLine = 16;

    /// <summary>The vendor's drawing if the profile or the vendor's habit gives one; else a line, a circle for rings and for all-to-all, and for
    /// any other graph the drawing whose distances fit best.</summary>
    public static DeviceLayout Of(Device device)
    {
        CouplingMap map = device.Coupling;
        if (Given(device) is { } given)
            return Grid(given);
        if (VendorDrawings.Of(map) is { } drawn)
            return Grid(drawn);
        if (map.IsAllToAll)
            return new([.. StressLayout.Circle([.. Enumerable.Range(0, map.Qubits)], map.Qubits)], IsGrid: false);
        if (Chain(map) is { } chain)
            return IsRing(map) ? new([.. StressLayout.Circle(chain, map.Qubits)], IsGrid: false) : Line(chain);
        return new([.. StressLayout.Of(map)], IsGrid: false);
    }

    private static ImmutableArray<GridPoint>? Given(Device device)
    {
        GridPoint[] places = [.. device.Qubits.Select(q => q.Position).OfType<GridPoint>()];
        return places.Length == device.QubitCount && places.Distinct().Count() == places.Length ? [.. places] : null;
    }

    private static DeviceLayout Grid(ImmutableArray<GridPoint> places) => new([.. places.Select(p => ((double)p.Column, (double)p.Row))], IsGrid: true);

    private static bool IsRing(CouplingMap map) => map.Qubits > 2 && map.Couplers.Count == map.Qubits;

    // The qubits of a line or ring in order; null for any other graph.
    private static int[]? Chain(CouplingMap map)
    {
        if (map.Components.Length != 1 || Enumerable.Range(0, map.Qubits).Any(q => map.Neighbours(q).Length > 2))
            return null;
        int here = Enumerable.Range(0, map.Qubits).FirstOrDefault(q => map.Neighbours(q).Length < 2);
        List<int> order = [here];
        var seen = new bool[map.Qubits];
        seen[here] = true;
        while (map.Neighbours(here).FirstOrDefault(q => !seen[q], -1) is var next && next >= 0)
        {
            seen[next] = true;
            order.Add(next);
            here = next;
        }
        return [.. order];
    }

    private static DeviceLayout Line(int[] order)
    {
        var places = new (double X, double Y)[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, LongestLine);
            places[order[i]] = (row % 2 == 0 ? column : LongestLine - 1 - column, row);
        }
        return new([.. places], IsGrid: true);
    }
}
