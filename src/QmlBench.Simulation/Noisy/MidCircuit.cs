using System.Collections.Immutable;

namespace QmlBench.Simulation.Noisy;

/// <summary>Whether measurements are more than the end of a circuit.</summary>
internal static class MidCircuit
{
    /// <summary>True if a step is conditional, or acts on a qubit that was measured before.</summary>
    internal static bool IsIn(ImmutableArray<NoisyStep> steps, int qubits)
    {
        var measured = new bool[qubits];
        foreach (NoisyStep step in steps)
        {
            if (StepFacts.ConditionOf(step) is not null || StepFacts.QubitsOf(step).Any(q => measured[q])) return true;
            if (step is MeasureStep measure) measured[measure.Qubit] = true;
        }

        return false;
    }
}
