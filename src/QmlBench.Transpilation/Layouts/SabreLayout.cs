using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation.Layouts;

/// <summary>Starting placements for routing: a connected region, then forward and backward routing that carries the wires to good places.</summary>
internal sealed class SabreLayout(Interactions use, CouplingGraph graph, SiteCosts costs, RoutingProblem forward)
{
    private readonly RoutingProblem _backward = forward.Reversed();
    private readonly int[] _used = [.. Enumerable.Range(0, use.WireCount).Where(use.IsUsed)];

    /// <summary>One trial: trial 0 starts in the region with the least error, the others in random regions.</summary>
    public int[] Trial(int trial, int iterations, StreamKey key, int[] allowed)
    {
        var stream = key.Derive("layout", trial).Open();
        var weights = SabreWeights.Of(trial);
        var region = trial == 0 ? BestRegion(allowed) : Grow(allowed[stream.NextInt(allowed.Length)], stream);
        var layout = Assign(region, stream);
        for (var i = 0; i < iterations; i++)
        {
            layout = SabreRouter.Run(forward, graph, layout, stream, weights).Final;
            layout = SabreRouter.Run(_backward, graph, layout, stream, weights).Final;
        }
        return layout;
    }

    /// <summary>Wires that are used take the region in random order; the others take free qubits in ascending order.</summary>
    private int[] Assign(List<int> region, RandomStream stream)
    {
        var layout = new int[use.WireCount];
        Array.Fill(layout, -1);
        var order = stream.Permutation(_used.Length);
        for (var i = 0; i < _used.Length; i++)
            layout[_used[i]] = region[order[i]];
        LayoutCompletion.Fill(layout, graph.QubitCount);
        return layout;
    }

    private List<int> BestRegion(int[] allowed)
    {
        List<int>? best = null;
        var cost = double.PositiveInfinity;
        foreach (var start in allowed)
        {
            var region = Grow(start, null);
            var total = RegionCost(region);
            if (total < cost - 1e-12)
                (best, cost) = (region, total);
        }
        return best!;
    }

    private double RegionCost(List<int> region)
    {
        var sum = 0.0;
        for (var i = 0; i < region.Count; i++)
        {
            sum += costs.Readout[region[i]];
            var cheapest = double.PositiveInfinity;
            for (var j = 0; j < i; j++)
                cheapest = Math.Min(cheapest, costs.Pair(region[i], region[j]));
            sum += i == 0 ? 0 : 3 * cheapest;
        }
        return sum;
    }

    /// <summary>Grows a connected region: by least cost, or at random where a stream is given.</summary>
    private List<int> Grow(int start, RandomStream? stream)
    {
        List<int> region = [start];
        while (region.Count < _used.Length)
        {
            var border = Border(region);
            region.Add(stream is null ? border.MinBy(b => b.Cost).Qubit : border[stream.NextInt(border.Count)].Qubit);
        }
        return region;
    }

    private List<(int Qubit, double Cost)> Border(List<int> region)
    {
        var border = new SortedDictionary<int, double>();
        foreach (var q in region)
            foreach (var next in graph.Neighbours(q))
                if (!region.Contains(next))
                    border[next] = Math.Min(border.GetValueOrDefault(next, double.PositiveInfinity), 3 * costs.Pair(q, next) + costs.Readout[next]);
        return [.. border.Select(b => (b.Key, b.Value))];
    }
}
