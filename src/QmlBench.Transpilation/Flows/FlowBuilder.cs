using QmlBench.Circuits;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Flows;

/// <summary>Collects steps and the global phase.</summary>
internal sealed class FlowBuilder
{
    private readonly List<Step> _steps = [];

    public Angle Phase { get; private set; } = Angle.Zero;

    public int Count => _steps.Count;

    public void Add(Step step) => _steps.Add(step);

    public void Local(int qubit, in Matrix2 unitary, Condition? condition = null) =>
        _steps.Add(new LocalStep([qubit], unitary) { Condition = condition });

    public void Turn(int qubit, Angle angle, Condition? condition = null)
    {
        if (angle.IsConstant)
            Local(qubit, Matrix2.RZ(angle.Constant), condition);
        else
            _steps.Add(new TurnStep([qubit], angle) { Condition = condition });
    }

    /// <summary>A phase; under a condition it has no effect and is dropped.</summary>
    public void AddPhase(Angle phase, Condition? condition = null)
    {
        if (condition is null)
            Phase += phase;
    }

    /// <summary>The collected steps in place of those of a flow, with the phase added to its own.</summary>
    public Flow Build(Flow before) => before with { Steps = [.. _steps], Phase = before.Phase + Phase };
}
