using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>Every figure with a part of the noise alone, and with that part alone taken out; all other channels as they were derived.</summary>
/// <param name="Alone">By figure: its value if nothing but this part is noisy.</param>
/// <param name="Removed">By figure: its value if everything but this part is noisy.</param>
public sealed record BudgetShare(ImmutableArray<double> Alone, ImmutableArray<double> Removed);
