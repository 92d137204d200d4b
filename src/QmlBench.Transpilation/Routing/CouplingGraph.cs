namespace QmlBench.Transpilation.Routing;

/// <summary>An undirected graph of qubits on which two-qubit gates can be had, with distances in swaps.</summary>
/// <remarks>Neighbours ascend and edges are (low, high) in ascending order, so nothing that walks the graph depends on a hash.</remarks>
internal sealed class CouplingGraph
{
    /// <summary>Distance between qubits of different components.</summary>
    public const int Unreachable = 1 << 20;

    private readonly int[][] _neighbours;
    private readonly int[] _distance;

    public CouplingGraph(int qubits, IEnumerable<(int A, int B)> edges)
    {
        QubitCount = qubits;
        Edges = [.. edges.Where(e => e.A != e.B).Select(e => e.A < e.B ? e : (e.B, e.A)).Distinct().Order()];
        _neighbours = Adjacency(qubits, Edges);
        _distance = new int[qubits * qubits];
        for (var q = 0; q < qubits; q++)
            Search(q);
    }

    public int QubitCount { get; }

    public (int A, int B)[] Edges { get; }

    public ReadOnlySpan<int> Neighbours(int qubit) => _neighbours[qubit];

    public int Distance(int a, int b) => _distance[a * QubitCount + b];

    public bool Adjacent(int a, int b) => _distance[a * QubitCount + b] == 1;

    /// <summary>The same qubits without the couplers of some; itself where there are none such.</summary>
    public CouplingGraph Without(Func<int, bool> isOut)
    {
        var kept = Edges.Where(e => !isOut(e.A) && !isOut(e.B)).ToArray();
        return kept.Length == Edges.Length ? this : new(QubitCount, kept);
    }

    public int Degree(int qubit) => _neighbours[qubit].Length;

    /// <summary>Qubits reachable from the given one, itself among them, ascending.</summary>
    public int[] Component(int qubit)
    {
        var members = new List<int>();
        for (var q = 0; q < QubitCount; q++)
            if (Distance(qubit, q) < Unreachable)
                members.Add(q);
        return [.. members];
    }

    private static int[][] Adjacency(int qubits, (int A, int B)[] edges)
    {
        var lists = new List<int>[qubits];
        for (var q = 0; q < qubits; q++)
            lists[q] = [];
        foreach (var (a, b) in edges)
        {
            lists[a].Add(b);
            lists[b].Add(a);
        }
        return [.. lists.Select(l => l.Order().ToArray())];
    }

    private void Search(int start)
    {
        var row = _distance.AsSpan(start * QubitCount, QubitCount);
        row.Fill(Unreachable);
        row[start] = 0;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var q))
            foreach (var next in _neighbours[q])
                if (row[next] == Unreachable)
                {
                    row[next] = row[q] + 1;
                    queue.Enqueue(next);
                }
    }
}
