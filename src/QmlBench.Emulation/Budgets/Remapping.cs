using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>The same circuit on other qubits of the device.</summary>
/// <param name="Layout">Device qubit of each logical qubit at the start.</param>
/// <param name="TwoQubitGates">Number of two-qubit gates.</param>
/// <param name="PredictedFidelity">Product of the process fidelities of all channels: the prediction of the noise model.</param>
/// <param name="PredictedReading">Product over the qubits that are read of 1 − mean error.</param>
/// <param name="Fidelity">Fidelity of the final state with the ideal one; null where the register cannot be simulated.</param>
public sealed record Remapping(
    ImmutableArray<int> Layout, int TwoQubitGates, double PredictedFidelity, double PredictedReading, double? Fidelity)
{
    /// <summary>What places are compared by: the fidelity, as simulated or else as predicted, times the reading.</summary>
    public double Score => (Fidelity ?? PredictedFidelity) * PredictedReading;
}
