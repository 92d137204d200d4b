namespace QmlBench.Emulation.Budgets;

/// <summary>What the noise of one layer costs: gates that stand side by side, and the waiting after them.</summary>
/// <param name="Layer">Its number: the length of the longest chain of gates with noise or duration up to here.</param>
/// <param name="Operations">How many noisy operations it has.</param>
/// <param name="StartSeconds">When the first of them starts.</param>
/// <param name="EndSeconds">When the last of them ends.</param>
/// <param name="Share">The figures.</param>
public sealed record LayerShare(int Layer, int Operations, double StartSeconds, double EndSeconds, BudgetShare Share);
