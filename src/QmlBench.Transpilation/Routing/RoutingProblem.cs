namespace QmlBench.Transpilation.Routing;

/// <summary>What routing needs to know of a circuit: nodes in order, the pair each needs adjacent, what each costs, and who waits for
/// whom.</summary>
/// <remarks>A node without a pair (a measurement, a barrier, a one-qubit gate) can be done wherever its qubits are.</remarks>
internal sealed class RoutingProblem
{
    private readonly RoutingNode[] _nodes;
    private readonly int[][] _successors;
    private readonly int[] _waits;

    /// <param name="wires">Number of wires.</param>
    /// <param name="nodes">The nodes in an order that respects every wire.</param>
    /// <param name="successors">Per node the nodes that wait for it.</param>
    public RoutingProblem(int wires, RoutingNode[] nodes, int[][] successors)
    {
        WireCount = wires;
        (_nodes, _successors) = (nodes, successors);
        PairedWireCount = nodes.Where(n => n.IsPair).SelectMany(n => (int[])[n.First, n.Second]).Distinct().Count();
        _waits = new int[nodes.Length];
        foreach (var list in successors)
            foreach (var next in list)
                _waits[next]++;
    }

    public int WireCount { get; }

    /// <summary>Number of wires that some pair needs.</summary>
    public int PairedWireCount { get; }

    public int Count => _nodes.Length;

    public ref readonly RoutingNode this[int node] => ref _nodes[node];

    public ReadOnlySpan<int> Successors(int node) => _successors[node];

    /// <summary>How many nodes must be done before each.</summary>
    public ReadOnlySpan<int> Waits => _waits;

    /// <summary>The same nodes with every arrow turned round.</summary>
    public RoutingProblem Reversed()
    {
        var successors = new List<int>[Count];
        for (var node = 0; node < Count; node++)
            successors[node] = [];
        for (var node = 0; node < Count; node++)
            foreach (var next in _successors[node])
                successors[next].Add(node);
        return new(WireCount, _nodes, [.. successors.Select(s => s.ToArray())]);
    }
}
