using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>The working memory of one thread for derivatives of one stretch: the kept states, one effect, and the slopes of the
/// angles.</summary>
internal sealed class GradientWorker : IGradientTape
{
    private readonly PlanRunner _runner;
    private readonly StateTape _tape;
    private double[] _asked = [];

    internal GradientWorker(PlanRunner runner, long budgetBytes = DensityProgram.GradientMemory)
    {
        _runner = runner;
        _tape = new StateTape(runner, budgetBytes);
        Effect = new AlignedBuffer(runner.Plan.Shape.Length * runner.Lanes);
        Slopes = new double[runner.Plan.Angles.Length * runner.Lanes];
    }

    /// <inheritdoc/>
    public int Lanes => _runner.Lanes;

    /// <inheritdoc/>
    public AlignedBuffer State => _tape.Last;

    /// <inheritdoc/>
    public AlignedBuffer Effect { get; }

    /// <summary>Slope of each angle, by angle and row, after <see cref="Backward"/>.</summary>
    internal double[] Slopes { get; }

    /// <inheritdoc/>
    public Span<double> RowSlopes(int count)
    {
        if (_asked.Length < count) _asked = new double[count];
        return _asked.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public void Forward()
    {
        _runner.Plan.Shape.SetZero(_tape.Begin().Span, Lanes);
        _tape.Forward();
    }

    /// <summary>Runs forward from a given state.</summary>
    internal void Forward(AlignedBuffer start)
    {
        start.Span.CopyTo(_tape.Begin().Span);
        _tape.Forward();
    }

    /// <inheritdoc/>
    /// <remarks>Stops where no angle is left.</remarks>
    public void Backward() => BackwardTo(_runner.Plan.FirstWithAngles);

    /// <summary>Runs the effect backward to the beginning, whether angles are left or not.</summary>
    internal void BackwardToStart() => BackwardTo(0);

    /// <inheritdoc/>
    public void WriteGradients(ReadOnlySpan<double> rows, Span<double> target, int columns, int stride, int rowCount)
    {
        AngleSlopes.Clear(target, columns, stride, rowCount);
        AngleSlopes.Add(_runner.Plan, Slopes, Lanes, rows, target, columns, stride, rowCount);
    }

    private void BackwardTo(int first)
    {
        Array.Clear(Slopes);
        for (int b = _runner.Plan.Blocks.Length - 1; b >= first; b--) _runner.Gradient(b, _tape, Effect, Slopes);
    }
}
