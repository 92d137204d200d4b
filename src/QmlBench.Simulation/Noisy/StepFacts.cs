using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Simulation.Noisy;

/// <summary>What every kind of step has in common.</summary>
internal static class StepFacts
{
    /// <summary>The condition of a step, or null.</summary>
    internal static Condition? ConditionOf(NoisyStep step) => step switch
    {
        GateStep gate => gate.Condition,
        ChannelStep channel => channel.Condition,
        MeasureStep measure => measure.Condition,
        ResetStep reset => reset.Condition,
        _ => null,
    };

    /// <summary>The qubits whose state a step touches; none for a barrier.</summary>
    internal static ImmutableArray<int> QubitsOf(NoisyStep step) => step switch
    {
        GateStep gate => gate.Qubits,
        ChannelStep channel => channel.Qubits,
        MeasureStep measure => [measure.Qubit],
        ResetStep reset => [reset.Qubit],
        _ => [],
    };
}
