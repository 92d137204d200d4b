using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>What the noise costs that acts on exactly these device qubits: one qubit, or the two of a coupler.</summary>
/// <remarks>The reading of a qubit belongs to it, as far as observables are concerned.</remarks>
/// <param name="Qubits">Device qubits, ascending.</param>
/// <param name="Share">The figures.</param>
public sealed record PlaceShare(ImmutableArray<int> Qubits, BudgetShare Share);
