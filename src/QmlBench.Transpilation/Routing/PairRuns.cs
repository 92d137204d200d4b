namespace QmlBench.Transpilation.Routing;

/// <summary>Follows runs of nodes and swaps on one pair of device qubits, which synthesis will write as one block of at most three
/// gates.</summary>
internal sealed class PairRuns
{
    private const int SwapCost = 3;
    private readonly int[] _openRun;
    private readonly List<Run> _runs = [];

    public PairRuns(int deviceQubits)
    {
        _openRun = new int[deviceQubits];
        Array.Fill(_openRun, -1);
    }

    private struct Run
    {
        public int A, B, Nodes, Cost, CostWithSwap;
        public bool Swapped;

        /// <summary>A run of several nodes is any unitary: three at most.</summary>
        public readonly int Total => Nodes switch
        {
            0 => Swapped ? SwapCost : 0,
            1 => Swapped ? CostWithSwap : Cost,
            _ => Swapped ? SwapCost : Math.Min(SwapCost, Cost)
        };
    }

    public void Node(int a, int b, in RoutingNode node)
    {
        ref var run = ref Open(a, b);
        run.Nodes++;
        run.Cost += node.Cost;
        run.CostWithSwap = node.CostWithSwap;
    }

    public void Swap(int a, int b)
    {
        ref var run = ref Open(a, b);
        run.Swapped = !run.Swapped;
    }

    /// <summary>What a swap would add now: less than three where the last thing on both qubits was a block of theirs.</summary>
    public int SwapAdds(int a, int b)
    {
        var index = _openRun[a];
        if (index < 0 || index != _openRun[b])
            return SwapCost;
        var run = _runs[index];
        var before = run.Total;
        run.Swapped = !run.Swapped;
        return run.Total - before;
    }

    /// <summary>The runs in the order in which they began.</summary>
    public PairBlock[] Blocks()
    {
        var blocks = new PairBlock[_runs.Count];
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = new(_runs[i].A, _runs[i].B, _runs[i].Total);
        return blocks;
    }

    private ref Run Open(int a, int b)
    {
        if (_openRun[a] < 0 || _openRun[a] != _openRun[b])
        {
            (_openRun[a], _openRun[b]) = (_runs.Count, _runs.Count);
            _runs.Add(new() { A = a, B = b });
        }
        return ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_runs)[_openRun[a]];
    }
}
