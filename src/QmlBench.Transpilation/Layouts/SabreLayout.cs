using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation.Layouts;

/// <summary>Starting placements for routing: a connected region, then forward and backward routing that carries the wires to good
/// places.</summary>
internal sealed class SabreLayout(Interactions use, CouplingGraph graph, SiteCosts costs, RoutingProblem forward)
{
    /// <summary>Uses of a coupler that a region is judged by: those of one swap.</summary>
    private const double SwapCost = 3;

    private readonly RoutingProblem _backward = forward.Reversed();

    /// <summary>One trial: trial 0 starts in the regions with the least error, the others in random ones.</summary>
    public int[] Trial(int trial, int iterations, StreamKey key, Berth[] berths)
    {
        var stream = key.Derive("layout", trial).Open();
        var weights = SabreWeights.Of(trial);
        var layout = new int[use.WireCount];
        Array.Fill(layout, -1);
        foreach (var berth in berths)
            Assign(layout, berth.Wires, trial == 0 ? BestRegion(berth) : RandomRegion(berth, stream), stream);
        LayoutCompletion.Fill(layout, graph.QubitCount);
        for (var i = 0; i < iterations; i++)
        {
            layout = SabreRouter.Run(forward, graph, layout, stream, weights).Final;
            layout = SabreRouter.Run(_backward, graph, layout, stream, weights).Final;
        }
        return layout;
    }

    /// <summary>Wires take the region in random order.</summary>
    private static void Assign(int[] layout, int[] wires, List<int> region, RandomStream stream)
    {
        var order = stream.Permutation(wires.Length);
        for (var i = 0; i < wires.Length; i++)
            layout[wires[i]] = region[order[i]];
    }

    private List<int> RandomRegion(Berth berth, RandomStream stream) => Grow(berth.Qubits[stream.NextInt(berth.Qubits.Length)], berth, stream);

    private List<int> BestRegion(Berth berth)
    {
        List<int>? best = null;
        var cost = double.PositiveInfinity;
        foreach (var start in berth.Qubits)
        {
            var region = Grow(start, berth, null);
            var total = RegionCost(region);
            if (best is null || total < cost - 1e-12)
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
            sum += i == 0 ? 0 : SwapCost * cheapest;
        }
        return sum;
    }

    /// <summary>Grows a connected region: by least cost, or at random where a stream is given.</summary>
    private List<int> Grow(int start, Berth berth, RandomStream? stream)
    {
        List<int> region = [start], border = [];
        var cost = new double[graph.QubitCount];
        // Members and qubits that are not allowed have −∞, allowed ones not yet seen +∞.
        Array.Fill(cost, double.NegativeInfinity);
        foreach (var qubit in berth.Qubits)
            cost[qubit] = double.PositiveInfinity;
        cost[start] = double.NegativeInfinity;
        for (var grown = start; region.Count < berth.Wires.Length;)
        {
            Widen(grown, border, cost);
            var next = stream is null ? Cheapest(border, cost) : stream.NextInt(border.Count);
            grown = border[next];
            border.RemoveAt(next);
            region.Add(grown);
            cost[grown] = double.NegativeInfinity;
        }
        return region;
    }

    /// <summary>Adds the neighbours of a new member to the border.</summary>
    private void Widen(int member, List<int> border, double[] cost)
    {
        foreach (var next in graph.Neighbours(member))
        {
            if (double.IsPositiveInfinity(cost[next]))
                border.Add(next);
            if (!double.IsNegativeInfinity(cost[next]))
                cost[next] = Math.Min(cost[next], SwapCost * costs.Pair(member, next) + costs.Readout[next]);
        }
    }

    /// <summary>Index of the cheapest qubit of the border, the lowest qubit where costs are equal.</summary>
    private static int Cheapest(List<int> border, double[] cost)
    {
        var best = 0;
        for (var i = 1; i < border.Count; i++)
            if (cost[border[i]] < cost[border[best]] || (cost[border[i]] == cost[border[best]] && border[i] < border[best]))
                best = i;
        return best;
    }
}
