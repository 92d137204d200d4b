using QmlBench.Circuits;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Flows;

/// <summary>Collects steps and the global phase.</summary>
internal sealed class FlowBuilder
{
    private readonly List<Step> _steps = [];

    public Angle Phase { get; private set; } = Angle.Zero;

    public int Count => _steps.Count;

    public IReadOnlyList<Step> Steps => _steps;

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

    /// <summary>What a pass makes of a flow: the collected steps in place of its own, with the phase added.</summary>
    public Flow Build(Flow before) => before.Next([.. _steps]) with { Phase = before.Phase + Phase };
}
