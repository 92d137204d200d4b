using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// The states before every block of a stretch, for the backward sweep: all kept where they are few, else every second, else as many as fit
/// the budget; those between are computed again when they are reached.
/// </summary>
/// <remarks>
/// Which states are kept where not every second fits follows the binomial rule of Griewank and Walther (Algorithm 799, ACM TOMS 26, 19
/// (2000)): with f free places and every block run at most r times, C(f + r, f) states can be gone through backward, and no rule does
/// better. Recomputed states have the bits of the first time.
/// </remarks>
internal sealed class StateTape
{
    /// <summary>States that are kept whatever the budget: with fewer, recomputing takes over.</summary>
    internal const int LeastKept = 4;

    // Bytes of states that stay near the processor. To make a state again from one in its cache takes less time than to fetch it.
    private const long Near = 4L << 20;

    private readonly PlanRunner _runner;
    private readonly int _last;
    private readonly int _places;
    private readonly int _stride;
    private readonly List<(int Number, AlignedBuffer State)> _kept = [];
    private readonly Stack<AlignedBuffer> _free = new();
    private AlignedBuffer? _between;
    private int _betweenNumber;

    internal StateTape(PlanRunner runner, long budgetBytes)
    {
        _runner = runner;
        _last = runner.Plan.Blocks.Length;
        (_stride, _places) = Layout(runner.Plan, runner.Lanes, budgetBytes);
    }

    /// <summary>The state after the last block, after <see cref="Forward"/>.</summary>
    internal AlignedBuffer Last => Before(_last);

    /// <summary>Number of buffers there are.</summary>
    internal int StatesMade { get; private set; }

    /// <summary>Number of blocks run so far.</summary>
    internal long BlocksRun { get; private set; }

    /// <summary>States that a tape of a plan keeps.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lanes">Rows side by side.</param>
    /// <param name="budgetBytes">Most bytes of kept states; <see cref="LeastKept"/> states are kept even so.</param>
    internal static int PlacesFor(StraightPlan plan, int lanes, long budgetBytes) => Layout(plan, lanes, budgetBytes).Places;

    /// <summary>The state before the first block, to be filled before <see cref="Forward"/>; whatever was kept is given up.</summary>
    internal AlignedBuffer Begin()
    {
        while (_kept.Count > 0) GiveUpLast();
        _betweenNumber = -1;
        AlignedBuffer first = Take();
        _kept.Add((0, first));
        return first;
    }

    /// <summary>Runs all blocks from the state that <see cref="Begin"/> gave, keeping states.</summary>
    internal void Forward()
    {
        if (_stride == 0) Before(_last);
        else while (_kept[^1].Number + _stride <= _last) Keep(_kept[^1].Number + _stride);
    }

    /// <summary>The state before a block. Blocks are asked in descending order, or what was given up is computed again.</summary>
    internal AlignedBuffer Before(int b)
    {
        if (_stride > 0) return b % _stride == 0 ? _kept[b / _stride].State : Between(b);
        while (_kept[^1].Number > b) GiveUpLast();
        while (_kept[^1].Number < b) Advance(b);
        return _kept[^1].State;
    }

    // Stride 1: all; 2: every second and the one between two; 0: by the binomial rule.
    private static (int Stride, int Places) Layout(StraightPlan plan, int lanes, long budgetBytes)
    {
        long bytes = (long)sizeof(double) * plan.Shape.Length * lanes;
        int all = plan.Blocks.Length + 1, half = (plan.Blocks.Length / 2) + 2;
        long places = Math.Max(LeastKept, budgetBytes / bytes);
        if (all <= LeastKept || (all <= places && all * bytes <= Near)) return (1, all);
        return half <= places ? (2, half) : (0, (int)places);
    }

    private AlignedBuffer Between(int b)
    {
        _between ??= Take();
        if (_betweenNumber != b) Run(b - 1, b, _kept[b / _stride].State, _between);
        _betweenNumber = b;
        return _between;
    }

    private void Advance(int b)
    {
        if (_kept.Count == _places) GiveUpLast();
        Keep(_kept[^1].Number + Step(b - _kept[^1].Number, _places - _kept.Count));
    }

    private void Keep(int number)
    {
        (int from, AlignedBuffer state) = _kept[^1];
        AlignedBuffer next = Take();
        Run(from, number, state, next);
        _kept.Add((number, next));
    }

    private void Run(int from, int to, AlignedBuffer state, AlignedBuffer target)
    {
        for (int block = from; block < to; block++)
        {
            _runner.Forward(block, state, target);
            state = target;
            BlocksRun++;
        }
    }

    // How far to go before the next state is kept: as far as can be gone back with one run of each block less.
    private static int Step(int distance, int free)
    {
        if (free >= distance) return 1;
        int runs = 1;
        while (Choose(free + runs, free) < distance + 1.0) runs++;
        return (int)Math.Min(Choose(free + runs - 1, free), distance);
    }

    private static double Choose(int n, int k)
    {
        double ways = 1.0;
        for (int i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
        return ways;
    }

    private void GiveUpLast()
    {
        _free.Push(_kept[^1].State);
        _kept.RemoveAt(_kept.Count - 1);
    }

    private AlignedBuffer Take()
    {
        if (_free.TryPop(out AlignedBuffer? buffer)) return buffer;
        StatesMade++;
        return new AlignedBuffer(_runner.Plan.Shape.Length * _runner.Lanes);
    }
}
