namespace QmlBench.Suites.Results;

/// <summary>
/// How well the device prepares the state of a compiled circuit: as the noise model predicts it, which is what the compiler chooses by, and
/// as it is simulated for one test sample. Readout is in neither.
/// </summary>
/// <param name="Sample">Row in the data set of the sample whose parameter values were simulated: the first of the test split.</param>
/// <param name="Qubits">Qubits the compiled circuit touches.</param>
/// <param name="TwoQubitGates">Two-qubit gates of the compiled circuit.</param>
/// <param name="Predicted">Product of the process fidelities of all channels.</param>
/// <param name="Simulated">⟨ψ|ρ|ψ⟩ of the final state ρ with the noiseless one |ψ⟩, exactly; null where it is not simulated.</param>
/// <param name="Why">Why it is not simulated; empty where it is.</param>
public sealed record CircuitFidelity(int Sample, int Qubits, int TwoQubitGates, double Predicted, double? Simulated, string Why);
