using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>The working memory of one thread for derivatives: the kept states, one effect, and the slopes of the angles.</summary>
internal sealed class GradientWorker
{
    private readonly PlanRunner _runner;
    private readonly StateTape _tape;

    internal GradientWorker(PlanRunner runner)
    {
        _runner = runner;
        _tape = new StateTape(runner, DensityProgram.GradientMemory);
        Effect = new AlignedBuffer(runner.Plan.Shape.Length * runner.Lanes);
        Slopes = new double[runner.Plan.Angles.Length * runner.Lanes];
    }

    /// <summary>Rows side by side.</summary>
    internal int Lanes => _runner.Lanes;

    /// <summary>The final state, after <see cref="Forward"/>.</summary>
    internal AlignedBuffer State => _tape.Last;

    /// <summary>The effect that <see cref="Backward"/> starts from; it is overwritten.</summary>
    internal AlignedBuffer Effect { get; }

    /// <summary>Slope of each angle, by angle and row, after <see cref="Backward"/>.</summary>
    internal double[] Slopes { get; }

    /// <summary>Runs forward from |0…0⟩.</summary>
    internal void Forward() => _tape.Forward(state => _runner.Plan.Shape.SetZero(state.Span, Lanes));

    /// <summary>Runs the effect backward, collecting slopes; stops where no angle is left.</summary>
    internal void Backward()
    {
        Array.Clear(Slopes);
        for (int b = _runner.Plan.Blocks.Length - 1; b >= _runner.Plan.FirstWithAngles; b--)
            _runner.Gradient(b, _tape, Effect, Slopes);
    }
}
