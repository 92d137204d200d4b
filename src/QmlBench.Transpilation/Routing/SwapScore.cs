namespace QmlBench.Transpilation.Routing;

/// <summary>Distance of the front and of the pairs that follow after a swap; only pairs on the two swapped wires change.</summary>
internal sealed class SwapScore
{
    private readonly RoutingProblem _problem;
    private readonly CouplingGraph _graph;
    private readonly SabreWeights _weights;
    private readonly int[] _deviceOf, _wireAt, _seen, _left;
    private readonly List<int>[] _frontPartners, _aheadPartners;
    private readonly List<(int A, int B)> _front = [], _ahead = [];
    private readonly List<int> _queue = [];
    private int _stamp;

    /// <remarks>The two maps are the router's own and change under its hands.</remarks>
    public SwapScore(RoutingProblem problem, CouplingGraph graph, SabreWeights weights, int[] deviceOf, int[] wireAt)
    {
        (_problem, _graph, _weights, _deviceOf, _wireAt) = (problem, graph, weights, deviceOf, wireAt);
        _seen = new int[problem.Count];
        _left = new int[problem.Count];
        _frontPartners = [.. Enumerable.Range(0, problem.WireCount).Select(_ => new List<int>())];
        _aheadPartners = [.. Enumerable.Range(0, problem.WireCount).Select(_ => new List<int>())];
    }

    /// <summary>Takes the front and gathers the pairs that follow it, in the order in which they become free.</summary>
    public void Look(List<int> front, int[] waits)
    {
        Clear(_front, _frontPartners);
        Clear(_ahead, _aheadPartners);
        _stamp++;
        _queue.Clear();
        foreach (var node in front)
        {
            Add(node, _front, _frontPartners);
            _queue.Add(node);
        }
        for (var i = 0; i < _queue.Count && _ahead.Count < _weights.LookaheadSize; i++)
            foreach (var next in _problem.Successors(_queue[i]))
            {
                if (_seen[next] != _stamp)
                    (_seen[next], _left[next]) = (_stamp, waits[next]);
                if (--_left[next] != 0)
                    continue;
                _queue.Add(next);
                if (_problem[next].IsPair)
                    Add(next, _ahead, _aheadPartners);
            }
    }

    public double After((int A, int B) swap)
    {
        int front = Sum(_front) + Change(swap, _frontPartners), ahead = Sum(_ahead) + Change(swap, _aheadPartners);
        return front + (_ahead.Count == 0 ? 0 : _weights.Lookahead * ahead / _ahead.Count);
    }

    private int Sum(List<(int A, int B)> pairs)
    {
        var sum = 0;
        foreach (var (a, b) in pairs)
            sum += _graph.Distance(_deviceOf[a], _deviceOf[b]);
        return sum;
    }

    private int Change((int A, int B) swap, List<int>[] partners)
    {
        int first = _wireAt[swap.A], second = _wireAt[swap.B];
        return (first < 0 ? 0 : Moved(partners[first], swap.A, swap.B, second))
            + (second < 0 ? 0 : Moved(partners[second], swap.B, swap.A, first));
    }

    private int Moved(List<int> partners, int from, int to, int other)
    {
        var change = 0;
        foreach (var partner in partners)
            if (partner != other)
                change += _graph.Distance(to, _deviceOf[partner]) - _graph.Distance(from, _deviceOf[partner]);
        return change;
    }

    private void Add(int node, List<(int A, int B)> pairs, List<int>[] partners)
    {
        ref readonly var facts = ref _problem[node];
        pairs.Add((facts.First, facts.Second));
        partners[facts.First].Add(facts.Second);
        partners[facts.Second].Add(facts.First);
    }

    private static void Clear(List<(int A, int B)> pairs, List<int>[] partners)
    {
        foreach (var (a, b) in pairs)
        {
            partners[a].Clear();
            partners[b].Clear();
        }
        pairs.Clear();
    }
}
