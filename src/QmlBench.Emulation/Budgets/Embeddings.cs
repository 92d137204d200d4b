using System.Collections.Immutable;
using QmlBench.Devices;

namespace QmlBench.Emulation.Budgets;

/// <summary>Places on which a compiled circuit fits as it is: every pair it uses on a live coupler.</summary>
/// <remarks>
/// A beam search: wires are placed one after the other, each beside one already placed where it can, and only the cheapest partial places
/// are followed. The width counts places, never time, so the answer is the same on every machine.
/// </remarks>
internal sealed class Embeddings
{
    private const int Width = 256;
    private readonly CircuitLoad _load;
    private readonly PlaceCosts _costs;
    private readonly CouplingMap _coupling;
    private readonly Device _device;

    private Embeddings(CircuitLoad load, PlaceCosts costs, Device device)
    {
        (_load, _costs, _device, _coupling) = (load, costs, device, device.LiveCoupling());
    }

    /// <summary>The cheapest places: for each the device qubit of every wire.</summary>
    public static ImmutableArray<int[]> Best(CircuitLoad load, PlaceCosts costs, Device device, int count) =>
        new Embeddings(load, costs, device).Search(count);

    private ImmutableArray<int[]> Search(int count)
    {
        var start = new int[_load.Qubits.Length];
        Array.Fill(start, -1);
        List<(double Cost, int[] Place)> beam = [(0.0, start)];
        foreach (var wire in Order())
        {
            // A stable sort: among equals the one found first stays.
            beam = [.. beam.SelectMany(partial => Extended(partial, wire)).OrderBy(partial => partial.Cost).Take(Width)];
        }

        return [.. beam.Take(count).Select(full => full.Place)];
    }

    private IEnumerable<(double Cost, int[] Place)> Extended((double Cost, int[] Place) partial, int wire)
    {
        var pairs = _load.Pairs.Where(pair => pair.A == wire || pair.B == wire)
            .Select(pair => (Other: partial.Place[pair.A == wire ? pair.B : pair.A], pair.Count)).Where(pair => pair.Other >= 0).ToList();
        var candidates = pairs.Count > 0 ? _coupling.Neighbours(pairs[0].Other)
            : [.. Enumerable.Range(0, _device.QubitCount).Where(qubit => !_device.IsDead(qubit))];
        foreach (var qubit in candidates)
        {
            if (partial.Place.Contains(qubit) || !pairs.All(pair => _coupling.Joins(qubit, pair.Other)))
            {
                continue;
            }

            int[] place = [.. partial.Place];
            place[wire] = qubit;
            var cost = pairs.Aggregate(_costs.Wire(_load, wire, qubit), (sum, pair) => sum + _costs.Pair(pair.Count, qubit, pair.Other));
            yield return (partial.Cost + cost, place);
        }
    }

    // The busiest wire first, then always one with most neighbours placed.
    private List<int> Order()
    {
        var order = new List<int>();
        var left = Enumerable.Range(0, _load.Qubits.Length).ToList();
        while (left.Count > 0)
        {
            var next = left.OrderByDescending(wire => Uses(wire, order)).ThenByDescending(wire => Uses(wire, null)).First();
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }

    private int Uses(int wire, List<int>? among) => _load.Pairs.Count(pair =>
        (pair.A == wire && (among?.Contains(pair.B) ?? true)) || (pair.B == wire && (among?.Contains(pair.A) ?? true)));
}
