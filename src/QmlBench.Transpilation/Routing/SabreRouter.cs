using QmlBench.Numerics.Randomness;

namespace QmlBench.Transpilation.Routing;

/// <summary>
/// Inserts swaps so that every pair is adjacent when its turn comes (SABRE, Li, Ding, Xie, arXiv:1809.02573; weights after LightSABRE,
/// Zou et al., arXiv:2409.08368).
/// </summary>
/// <remarks>
/// Score of a swap: change of the summed distance of the front layer, plus a weight times the change over a set of pairs that follow,
/// times a decay that spreads swaps over qubits. Ties within 1e-10 are broken by the stream. After 10·n swaps without progress they are
/// undone and the nearest front pair is walked together, half from each end.
/// </remarks>
internal sealed class SabreRouter
{
    private const double LookaheadWeight = 0.5;
    private const int LookaheadSize = 20;
    private const double DecayStep = 0.001;
    private const int DecayReset = 5;
    private const double TieTolerance = 1e-10;

    private readonly RoutingProblem _problem;
    private readonly CouplingGraph _graph;
    private readonly RandomStream _stream;
    private readonly int[] _deviceOf, _wireAt, _waits;
    private readonly double[] _decay;
    private readonly List<int> _front = [], _events = [];
    private readonly PriorityQueue<int, int> _ready = new();
    private readonly List<(int A, int B)> _swaps = [], _candidates = [];
    private readonly List<(int A, int B)> _ahead = [];
    private int _sinceProgress;

    private SabreRouter(RoutingProblem problem, CouplingGraph graph, int[] layout, RandomStream stream)
    {
        (_problem, _graph, _stream) = (problem, graph, stream);
        _deviceOf = [.. layout];
        _wireAt = new int[graph.QubitCount];
        Array.Fill(_wireAt, -1);
        for (var wire = 0; wire < layout.Length; wire++)
            _wireAt[layout[wire]] = wire;
        _waits = problem.Waits.ToArray();
        _decay = new double[graph.QubitCount];
        Array.Fill(_decay, 1);
    }

    /// <summary>Routes from a layout (device qubit of each wire).</summary>
    public static RoutingRun Run(RoutingProblem problem, CouplingGraph graph, int[] layout, RandomStream stream)
    {
        var router = new SabreRouter(problem, graph, layout, stream);
        router.Route();
        return new([.. router._events], [.. router._swaps], router._deviceOf);
    }

    private void Route()
    {
        for (var node = 0; node < _problem.Count; node++)
            if (_waits[node] == 0)
                _ready.Enqueue(node, node);
        Advance();
        while (_front.Count > 0)
        {
            if (_sinceProgress > 10 * _graph.QubitCount)
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
                continue;
            }
            progressed |= _problem.IsPair(node);
            _events.Add(node);
            foreach (var next in _problem.Successors(node))
                if (--_waits[next] == 0)
                    _ready.Enqueue(next, next);
        }
        if (!progressed)
            return;
        _sinceProgress = 0;
        Array.Fill(_decay, 1);
    }

    private bool CanRun(int node) =>
        !_problem.IsPair(node) || _graph.Adjacent(_deviceOf[_problem.First(node)], _deviceOf[_problem.Second(node)]);

    private (int A, int B) Choose()
    {
        LookAhead();
        GatherCandidates();
        var best = double.PositiveInfinity;
        var ties = 0;
        (int, int) chosen = default;
        foreach (var swap in _candidates)
        {
            var score = Score(swap);
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
            AddCandidates(_deviceOf[_problem.First(node)]);
            AddCandidates(_deviceOf[_problem.Second(node)]);
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

    /// <summary>The pairs that follow the front, breadth first.</summary>
    private void LookAhead()
    {
        _ahead.Clear();
        var seen = new HashSet<int>();
        var queue = new Queue<int>(_front);
        while (_ahead.Count < LookaheadSize && queue.TryDequeue(out var node))
            foreach (var next in _problem.Successors(node))
                if (seen.Add(next))
                {
                    queue.Enqueue(next);
                    if (_problem.IsPair(next))
                        _ahead.Add((_problem.First(next), _problem.Second(next)));
                }
    }

    private double Score((int A, int B) swap)
    {
        double front = 0, ahead = 0;
        foreach (var node in _front)
            front += DistanceAfter(swap, _problem.First(node), _problem.Second(node));
        foreach (var (a, b) in _ahead)
            ahead += DistanceAfter(swap, a, b);
        var total = front + (_ahead.Count == 0 ? 0 : LookaheadWeight * ahead / _ahead.Count);
        return total * Math.Max(_decay[swap.A], _decay[swap.B]);
    }

    private int DistanceAfter((int A, int B) swap, int first, int second) =>
        _graph.Distance(After(swap, _deviceOf[first]), After(swap, _deviceOf[second]));

    private static int After((int A, int B) swap, int qubit) => qubit == swap.A ? swap.B : qubit == swap.B ? swap.A : qubit;

    private void Swap((int A, int B) swap)
    {
        Apply(swap);
        _events.Add(-1 - _swaps.Count);
        _swaps.Add(swap);
        _decay[swap.A] += DecayStep;
        _decay[swap.B] += DecayStep;
        if (++_sinceProgress % DecayReset == 0)
            Array.Fill(_decay, 1);
    }

    private void Apply((int A, int B) swap)
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
            Apply(_swaps[^1]);
            _swaps.RemoveAt(_swaps.Count - 1);
            _events.RemoveAt(_events.Count - 1);
        }
        var node = _front.MinBy(n => _graph.Distance(_deviceOf[_problem.First(n)], _deviceOf[_problem.Second(n)]));
        int first = _problem.First(node), second = _problem.Second(node);
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
