using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>The working memory of one thread for one state-vector program.</summary>
internal sealed class PureWorker(StraightPlan plan, int lanes)
{
    private readonly PlanRunner _runner = new(plan, lanes);
    private AlignedBuffer? _state;
    private GradientWorker? _gradient;

    /// <summary>Rows side by side: 1 or 8.</summary>
    internal int Lanes => lanes;

    /// <summary>Threads that share a large state.</summary>
    internal int Threads { get; set; } = 1;

    /// <summary>The memory for derivatives.</summary>
    internal GradientWorker Gradient => _gradient ??= new GradientWorker(_runner);

    /// <summary>Binds the plan to the given rows.</summary>
    internal void Bind(ReadOnlySpan<double> rows, int columns) => _runner.Bind(rows, columns);

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
