namespace QmlBench.Simulation.Noisy;

/// <summary>Whether steps leave a pure state that a state vector holds.</summary>
internal static class NoiseFree
{
    /// <summary>True if there are only gates, barriers, and measurements after which nothing happens to qubit or bit.</summary>
    internal static bool Is(IEnumerable<NoisyStep> steps, int qubits)
    {
        NoisyStep[] all = [.. steps];
        return Array.TrueForAll(all, static s => s is GateStep { Condition: null } or BarrierStep or MeasureStep { Condition: null })
            && !MidCircuit.IsIn(all, qubits);
    }
}
