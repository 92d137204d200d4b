using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>The working memory of one thread for one state-vector program.</summary>
internal sealed class PureWorker(StraightPlan plan, int lanes) : IRowWorker
{
    private readonly PlanRunner _runner = new(plan, lanes);
    private AlignedBuffer? _state;
    private GradientWorker? _gradient;

    /// <inheritdoc/>
    public int Lanes => lanes;

    /// <inheritdoc/>
    public int Threads { get; set; } = 1;

    /// <inheritdoc/>
    public bool IsSpacious => false;

    /// <summary>The memory for derivatives.</summary>
    internal GradientWorker Gradient => _gradient ??= new GradientWorker(_runner);

    /// <inheritdoc/>
    public void Bind(ReadOnlySpan<double> rows, int columns) => _runner.Bind(rows, columns);

    /// <summary>Runs from |0…0⟩ into the worker's own state.</summary>
    internal AlignedBuffer Run()
    {
        _state ??= new AlignedBuffer(plan.Shape.Length * lanes);
        RunInto(_state, Threads);
        return _state;
    }

    /// <summary>Runs from |0…0⟩ into the given state.</summary>
    internal void RunInto(AlignedBuffer state, int threads)
    {
        plan.Shape.SetZero(state.Span, lanes);
        _runner.Forward(state, threads);
    }
}
