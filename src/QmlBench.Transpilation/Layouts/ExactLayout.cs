using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation.Layouts;

/// <summary>
/// Finds the cheapest placement in which every interacting pair is adjacent, by branch and bound over subgraph embeddings.
/// </summary>
/// <remarks>
/// Wires are placed in an order in which each touches one already placed where it can; candidates are tried in order of cost; a branch is
/// cut when its cost with the cheapest conceivable rest is not below the best found. The limit counts placements tried, not time, so the
/// answer is the same on every machine.
/// </remarks>
internal sealed class ExactLayout
{
    private readonly Interactions _use;
    private readonly CouplingGraph _graph;
    private readonly SiteCosts _costs;
    private readonly int[] _order, _device;
    private readonly bool[] _taken;
    private readonly (int Wire, double Count)[][] _placedBefore;
    private readonly double[] _rest;
    private readonly int[] _degree;
    private long _left;
    private double _bound;
    private int[]? _best;

    private ExactLayout(Interactions use, CouplingGraph graph, SiteCosts costs, long limit, double bound)
    {
        (_use, _graph, _costs, _left, _bound) = (use, graph, costs, limit, bound);
        _degree = new int[use.WireCount];
        foreach (var (a, b, _) in use.Pairs)
        {
            _degree[a]++;
            _degree[b]++;
        }
        _order = PlacementOrder();
        _device = new int[use.WireCount];
        Array.Fill(_device, -1);
        _taken = new bool[graph.QubitCount];
        _placedBefore = [.. _order.Select((w, i) => Earlier(w, i))];
        _rest = CheapestRest();
    }

    /// <summary>
    /// The placement (device qubit per used wire, −1 for unused ones), or null if there is none cheaper than
    /// <paramref name="bound"/>, or none was found within the limit.
    /// </summary>
    public static int[]? Find(Interactions use, CouplingGraph graph, SiteCosts costs, long limit, double bound = double.PositiveInfinity)
    {
        var search = new ExactLayout(use, graph, costs, limit, bound);
        if (!search.DegreesFit())
            return null;
        search.Place(0, 0);
        return search._best;
    }

    private bool DegreesFit()
    {
        var largest = 0;
        for (var q = 0; q < _graph.QubitCount; q++)
            largest = Math.Max(largest, _graph.Degree(q));
        return _degree.All(d => d <= largest) && _order.Length <= _graph.QubitCount;
    }

    private void Place(int depth, double cost)
    {
        if (depth == _order.Length)
        {
            _bound = cost;
            _best = [.. _device];
            return;
        }
        var wire = _order[depth];
        foreach (var (qubit, added) in Candidates(depth, wire))
        {
            if (--_left < 0)
                return;
            if (cost + added + _rest[depth + 1] >= _bound - 1e-12)
                return;
            _device[wire] = qubit;
            _taken[qubit] = true;
            Place(depth + 1, cost + added);
            _taken[qubit] = false;
            _device[wire] = -1;
        }
    }

    /// <summary>Free device qubits for a wire with what they add to the cost, cheapest first.</summary>
    private List<(int Qubit, double Added)> Candidates(int depth, int wire)
    {
        var found = new List<(int Qubit, double Added)>();
        var before = _placedBefore[depth];
        if (before.Length == 0)
            for (var q = 0; q < _graph.QubitCount; q++)
                Consider(found, depth, wire, q);
        else
            foreach (var q in _graph.Neighbours(_device[before[0].Wire]))
                Consider(found, depth, wire, q);
        found.Sort(static (x, y) => x.Added != y.Added ? x.Added.CompareTo(y.Added) : x.Qubit.CompareTo(y.Qubit));
        return found;
    }

    private void Consider(List<(int, double)> found, int depth, int wire, int qubit)
    {
        if (_taken[qubit] || _graph.Degree(qubit) < _degree[wire])
            return;
        var added = _costs.Wire(_use, wire, qubit);
        foreach (var (other, count) in _placedBefore[depth])
        {
            if (!_graph.Adjacent(qubit, _device[other]))
                return;
            added += count * _costs.Pair(qubit, _device[other]);
        }
        found.Add((qubit, added));
    }

    private (int, double)[] Earlier(int wire, int position)
    {
        var earlier = _order.AsSpan(0, position).ToArray();
        return [.. _use.Pairs
            .Where(p => (p.A == wire && earlier.Contains(p.B)) || (p.B == wire && earlier.Contains(p.A)))
            .Select(p => (p.A == wire ? p.B : p.A, p.Count))];
    }

    /// <summary>Per connected part: first the busiest wire, then always the wire with most placed neighbours, ties by degree, then
    /// index.</summary>
    private int[] PlacementOrder()
    {
        var order = new List<int>();
        var left = Enumerable.Range(0, _use.WireCount).Where(_use.IsUsed).ToList();
        while (left.Count > 0)
        {
            var next = left.OrderByDescending(w => PlacedNeighbours(w, order)).ThenByDescending(w => _degree[w]).ThenBy(w => w).First();
            order.Add(next);
            left.Remove(next);
        }
        return [.. order];
    }

    private int PlacedNeighbours(int wire, List<int> placed) =>
        _use.Pairs.Count(p => (p.A == wire && placed.Contains(p.B)) || (p.B == wire && placed.Contains(p.A)));

    /// <summary>Per depth: the least the wires and pairs not yet placed can cost anywhere.</summary>
    private double[] CheapestRest()
    {
        var rest = new double[_order.Length + 1];
        for (var i = _order.Length - 1; i >= 0; i--)
        {
            var cheapest = double.PositiveInfinity;
            for (var q = 0; q < _graph.QubitCount; q++)
                cheapest = Math.Min(cheapest, _costs.Wire(_use, _order[i], q));
            var pairs = _placedBefore[i].Sum(p => p.Count);
            rest[i] = rest[i + 1] + cheapest + (pairs > 0 ? pairs * _costs.CheapestPair : 0);
        }
        return rest;
    }
}
