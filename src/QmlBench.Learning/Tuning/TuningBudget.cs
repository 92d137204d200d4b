namespace QmlBench.Learning.Tuning;

/// <summary>What tuning may try. Two sides of a claim must have equal ones.</summary>
/// <param name="Configurations">Settings tried.</param>
/// <param name="Folds">Folds each was validated on.</param>
public readonly record struct TuningBudget(int Configurations, int Folds);
