namespace QmlBench.Simulation.Noisy;

/// <summary>Whether measurements are more than the end of a circuit.</summary>
internal static class MidCircuit
{
    /// <summary>True if a step is conditional, acts on a qubit that was measured before, or overwrites a record.</summary>
    internal static bool IsIn(ReadOnlySpan<NoisyStep> steps, int qubits)
    {
        var measured = new bool[qubits];
        ulong written = 0;
        foreach (NoisyStep step in steps)
        {
            if (StepFacts.ConditionOf(step) is not null) return true;
            foreach (int qubit in StepFacts.QubitsOf(step))
                if (measured[qubit]) return true;
            if (step is not MeasureStep measure) continue;
            if ((written >> measure.Clbit & 1) == 1) return true;
            measured[measure.Qubit] = true;
            written |= 1UL << measure.Clbit;
        }

        return false;
    }
}
