using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// The states before every block of a stretch, for the backward sweep: all kept where they are few, else every second or, beyond the
/// budget, every m-th, and the stretch between two recomputed when it is reached.
/// </summary>
internal sealed class StateTape
{
    // Bytes of states that stay near the processor. To make a state again from one in its cache takes less time than to fetch it.
    private const long Near = 4L << 20;

    private readonly PlanRunner _runner;
    private readonly int _interval;
    private readonly AlignedBuffer[] _kept;
    private readonly AlignedBuffer[] _inner;
    private int _loaded = -1;

    internal StateTape(PlanRunner runner, long budgetBytes)
    {
        _runner = runner;
        int blocks = runner.Plan.Blocks.Length, length = runner.Plan.Shape.Length * runner.Lanes;
        long bytes = (blocks + 1L) * length * sizeof(double);
        _interval = bytes <= Math.Min(Near, budgetBytes) ? 1 : bytes <= budgetBytes ? 2 : Math.Max(2, (int)Math.Ceiling(Math.Sqrt(blocks)));
        _kept = Buffers((blocks / _interval) + 1, length);
        _inner = _interval == 1 ? [] : Buffers(_interval, length);
    }

    /// <summary>The state after the last block; set by <see cref="Forward"/>.</summary>
    internal AlignedBuffer Last { get; private set; } = null!;

    /// <summary>Runs all blocks from <paramref name="start"/>, keeping states.</summary>
    internal void Forward(Action<AlignedBuffer> start)
    {
        _loaded = -1;
        start(_kept[0]);
        AlignedBuffer state = _kept[0];
        for (int b = 0; b < _runner.Plan.Blocks.Length; b++)
        {
            AlignedBuffer next = After(b);
            _runner.Forward(b, state, next);
            state = next;
        }

        Last = state;
    }

    /// <summary>The state before a block; blocks are asked in descending order.</summary>
    internal AlignedBuffer Before(int b)
    {
        if (_interval == 1) return _kept[b];
        int stretch = b / _interval;
        if (stretch != _loaded) Recompute(stretch);
        return b % _interval == 0 ? _kept[stretch] : _inner[(b % _interval) - 1];
    }

    // While running forward the states between two kept ones share the inner buffers.
    private AlignedBuffer After(int b) => (b + 1) % _interval == 0 ? _kept[(b + 1) / _interval] : _inner[b % _interval];

    private void Recompute(int stretch)
    {
        AlignedBuffer state = _kept[stretch];
        for (int i = 0; i + 1 < _interval && (stretch * _interval) + i < _runner.Plan.Blocks.Length; i++)
        {
            _runner.Forward((stretch * _interval) + i, state, _inner[i]);
            state = _inner[i];
        }

        _loaded = stretch;
    }

    private static AlignedBuffer[] Buffers(int count, int length)
    {
        var buffers = new AlignedBuffer[count];
        for (int i = 0; i < count; i++) buffers[i] = new AlignedBuffer(length);
        return buffers;
    }
}
