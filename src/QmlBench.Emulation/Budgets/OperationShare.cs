using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>What the noise of one gate, one reset or one idle window costs.</summary>
/// <param name="Operation">Its number in the scheduled circuit; −1 for what has gathered when the last gate is over.</param>
/// <param name="Name">Name of the gate, or <c>idle</c>, <c>reset</c>, <c>measure</c>, <c>end</c>.</param>
/// <param name="Qubits">Device qubits it acts on, in the order of operands.</param>
/// <param name="StartSeconds">When it starts.</param>
/// <param name="DurationSeconds">How long it lasts.</param>
/// <param name="Layer">Number of its layer.</param>
/// <param name="Share">The figures.</param>
public sealed record OperationShare(
    int Operation, string Name, ImmutableArray<int> Qubits, double StartSeconds, double DurationSeconds, int Layer, BudgetShare Share);
