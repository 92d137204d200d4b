using QmlBench.Numerics.Randomness;

namespace QmlBench.Transpilation.Routing;

/// <summary>
/// Inserts swaps so that every pair is adjacent when its turn comes (SABRE, Li, Ding, Xie, arXiv:1809.02573; weights after LightSABRE,
/// Zou et al., arXiv:2409.08368).
/// </summary>
/// <remarks>
/// Score of a swap: summed distance of the front after it, plus the weighted mean distance of the pairs that follow, times a decay that
/// spreads swaps over qubits, less what it saves by merging with the block before it. Ties within 1e-10 are broken by the stream. After
/// ten swaps, and five a wire in use, without progress they are undone and the nearest front pair is walked together, half from each end.
/// </remarks>
internal sealed class SabreRouter
{
    private const int DecayReset = 5;
    private const double TieTolerance = 1e-10;

    private readonly RoutingProblem _problem;
    private readonly CouplingGraph _graph;
    private readonly RandomStream _stream;
    private readonly SabreWeights _weights;
    private readonly SwapScore _score;
    private readonly PairRuns _runs;
    private readonly int[] _deviceOf, _wireAt, _waits;
    private readonly double[] _decay;
    private readonly List<int> _front = [], _events = [];
    private readonly PriorityQueue<int, int> _ready = new();
    private readonly List<(int A, int B)> _swaps = [], _candidates = [];
    private readonly int _patience;
    private int _sinceProgress;

    private SabreRouter(RoutingProblem problem, CouplingGraph graph, int[] layout, RandomStream stream, SabreWeights weights)
    {
        (_problem, _graph, _stream, _weights) = (problem, graph, stream, weights);
        _deviceOf = [.. layout];
        _wireAt = new int[graph.QubitCount];
        Array.Fill(_wireAt, -1);
        for (var wire = 0; wire < layout.Length; wire++)
            _wireAt[layout[wire]] = wire;
        _waits = problem.Waits.ToArray();
        _decay = new double[graph.QubitCount];
        Array.Fill(_decay, 1);
        _score = new(problem, graph, weights, _deviceOf, _wireAt);
        _runs = new(graph.QubitCount);
        _patience = 10 + 5 * problem.PairedWireCount;
    }

    /// <summary>Routes from a layout (device qubit of each wire).</summary>
    public static RoutingRun Run(RoutingProblem problem, CouplingGraph graph, int[] layout, RandomStream stream, SabreWeights weights)
    {
        var router = new SabreRouter(problem, graph, layout, stream, weights);
        router.Route();
        return new([.. router._events], [.. router._swaps], router._deviceOf, router._runs.Blocks());
    }

    private void Route()
    {
        for (var node = 0; node < _problem.Count; node++)
            if (_waits[node] == 0)
                _ready.Enqueue(node, node);
        Advance();
        while (_front.Count > 0)
        {
            if (_sinceProgress > _patience)
                Release();
            else
                Swap(Choose());
            Advance();
        }
    }

    /// <summary>Does everything that can be done without a swap, in the order of the circuit.</summary>
    private void Advance()
    {
        for (var i = 0; i < _front.Count; i++)
            if (CanRun(_front[i]))
            {
                _ready.Enqueue(_front[i], _front[i]);
                _front.RemoveAt(i--);
            }
        var progressed = false;
        while (_ready.TryDequeue(out var node, out _))
        {
            if (!CanRun(node))
            {
                _front.Add(node);
                progressed = true;
                continue;
            }
            progressed |= _problem[node].IsPair;
            Do(node);
        }
        if (!progressed)
            return;
        _sinceProgress = 0;
        Array.Fill(_decay, 1);
        _score.Look(_front, _waits);
    }

    private void Do(int node)
    {
        _events.Add(node);
        ref readonly var facts = ref _problem[node];
        if (facts.IsPair)
            _runs.Node(_deviceOf[facts.First], _deviceOf[facts.Second], facts);
        foreach (var next in _problem.Successors(node))
            if (--_waits[next] == 0)
                _ready.Enqueue(next, next);
    }

    private bool CanRun(int node)
    {
        ref readonly var facts = ref _problem[node];
        return !facts.IsPair || _graph.Adjacent(_deviceOf[facts.First], _deviceOf[facts.Second]);
    }

    private (int A, int B) Choose()
    {
        GatherCandidates();
        var best = double.PositiveInfinity;
        var ties = 0;
        (int, int) chosen = default;
        foreach (var swap in _candidates)
        {
            var score = _score.After(swap) * Math.Max(_decay[swap.A], _decay[swap.B])
                - _weights.CheapSwap * (1 - _runs.SwapAdds(swap.A, swap.B) / 3.0);
            if (score < best - TieTolerance)
                (best, ties, chosen) = (score, 1, swap);
            else if (score <= best + TieTolerance && _stream.NextInt(++ties) == 0)
                chosen = swap;
        }
        return chosen;
    }

    private void GatherCandidates()
    {
        _candidates.Clear();
        foreach (var node in _front)
        {
            AddCandidates(_deviceOf[_problem[node].First]);
            AddCandidates(_deviceOf[_problem[node].Second]);
        }
    }

    private void AddCandidates(int qubit)
    {
        foreach (var neighbour in _graph.Neighbours(qubit))
        {
            var swap = qubit < neighbour ? (qubit, neighbour) : (neighbour, qubit);
            if (!_candidates.Contains(swap))
                _candidates.Add(swap);
        }
    }

    private void Swap((int A, int B) swap)
    {
        Exchange(swap);
        _runs.Swap(swap.A, swap.B);
        _events.Add(-1 - _swaps.Count);
        _swaps.Add(swap);
        _decay[swap.A] += _weights.Decay;
        _decay[swap.B] += _weights.Decay;
        if (++_sinceProgress % DecayReset == 0)
            Array.Fill(_decay, 1);
    }

    private void Exchange((int A, int B) swap)
    {
        var (wa, wb) = (_wireAt[swap.A], _wireAt[swap.B]);
        (_wireAt[swap.A], _wireAt[swap.B]) = (wb, wa);
        if (wa >= 0)
            _deviceOf[wa] = swap.B;
        if (wb >= 0)
            _deviceOf[wb] = swap.A;
    }

    /// <summary>Undoes the swaps since the last progress and brings the nearest front pair together along a shortest path.</summary>
    private void Release()
    {
        while (_events.Count > 0 && _events[^1] < 0 && _sinceProgress-- > 0)
        {
            Exchange(_swaps[^1]);
            _runs.Swap(_swaps[^1].A, _swaps[^1].B);
            _swaps.RemoveAt(_swaps.Count - 1);
            _events.RemoveAt(_events.Count - 1);
        }
        var node = _front.MinBy(n => _graph.Distance(_deviceOf[_problem[n].First], _deviceOf[_problem[n].Second]));
        int first = _problem[node].First, second = _problem[node].Second;
        for (var fromFirst = true; !CanRun(node); fromFirst = !fromFirst)
        {
            var (moving, fixedQubit) = fromFirst ? (_deviceOf[first], _deviceOf[second]) : (_deviceOf[second], _deviceOf[first]);
            Swap((moving, Toward(moving, fixedQubit)));
        }
        _sinceProgress = 0;
    }

    private int Toward(int from, int to)
    {
        foreach (var neighbour in _graph.Neighbours(from))
            if (_graph.Distance(neighbour, to) < _graph.Distance(from, to))
                return neighbour;
        throw new InvalidOperationException($"Bug in QmlBench: routing from device qubit {from} to {to}, which no path joins.");
    }
}
