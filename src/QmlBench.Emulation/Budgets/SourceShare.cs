namespace QmlBench.Emulation.Budgets;

/// <summary>What one source of noise costs.</summary>
/// <param name="Source">Its name (<see cref="Noise.NoiseSourceNames"/>).</param>
/// <param name="Share">The figures.</param>
public sealed record SourceShare(string Source, BudgetShare Share);
