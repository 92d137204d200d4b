namespace QmlBench.Transpilation.Routing;

/// <summary>What routing needs to know of a circuit: nodes in order, the pair each needs adjacent, and who waits for whom.</summary>
/// <remarks>A node without a pair (a measurement, a barrier, a one-qubit gate) can be done wherever its qubits are.</remarks>
internal sealed class RoutingProblem
{
    private readonly int[] _first, _second;
    private readonly int[][] _successors;
    private readonly int[] _waits;

    private RoutingProblem(int wires, int[] first, int[] second, int[][] successors)
    {
        WireCount = wires;
        (_first, _second, _successors) = (first, second, successors);
        _waits = new int[first.Length];
        foreach (var list in successors)
            foreach (var next in list)
                _waits[next]++;
    }

    public int WireCount { get; }

    public int Count => _first.Length;

    /// <summary>First wire of the pair, −1 where the node needs none adjacent.</summary>
    public int First(int node) => _first[node];

    public int Second(int node) => _second[node];

    public bool IsPair(int node) => _first[node] >= 0;

    public ReadOnlySpan<int> Successors(int node) => _successors[node];

    /// <summary>How many nodes must be done before each.</summary>
    public ReadOnlySpan<int> Waits => _waits;

    /// <param name="wires">Number of wires.</param>
    /// <param name="pairs">Per node the two wires that must be adjacent, or (−1, −1).</param>
    /// <param name="successors">Per node the nodes that wait for it.</param>
    public static RoutingProblem Of(int wires, IReadOnlyList<(int First, int Second)> pairs, int[][] successors) =>
        new(wires, [.. pairs.Select(p => p.First)], [.. pairs.Select(p => p.Second)], successors);

    /// <summary>The same nodes with every arrow turned round.</summary>
    public RoutingProblem Reversed()
    {
        var successors = new List<int>[Count];
        for (var node = 0; node < Count; node++)
            successors[node] = [];
        for (var node = 0; node < Count; node++)
            foreach (var next in _successors[node])
                successors[next].Add(node);
        return new(WireCount, _first, _second, [.. successors.Select(s => s.ToArray())]);
    }
}
