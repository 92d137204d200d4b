using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>How well the final state is read: classical errors, which no fidelity of a state knows.</summary>
/// <param name="Qubits">The qubits that are read, by logical qubit.</param>
/// <param name="AllRight">
/// Probability that every bit is recorded right, given the ideal outcomes; the product over the qubits where these are not known.
/// </param>
public sealed record ReadoutBudget(ImmutableArray<QubitReading> Qubits, double AllRight);
