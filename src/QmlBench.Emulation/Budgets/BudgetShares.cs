namespace QmlBench.Emulation.Budgets;

/// <summary>Shares by operation and by layer.</summary>
/// <param name="Operations">By number of the operation.</param>
/// <param name="Layers">By number of the layer.</param>
internal sealed record BudgetShares(IReadOnlyDictionary<int, BudgetShare> Operations, IReadOnlyDictionary<int, BudgetShare> Layers);
