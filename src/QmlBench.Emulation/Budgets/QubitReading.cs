namespace QmlBench.Emulation.Budgets;

/// <summary>How well one qubit is read at the end.</summary>
/// <param name="Logical">Logical qubit.</param>
/// <param name="Qubit">Device qubit that holds it at the end.</param>
/// <param name="Error">Probability of a wrong record, given the ideal final state (or the mean of both errors where that is not known).</param>
public sealed record QubitReading(int Logical, int Qubit, double Error);
