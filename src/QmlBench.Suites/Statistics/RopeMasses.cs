namespace QmlBench.Suites.Statistics;

/// <summary>Probability of each of the three outcomes of a comparison with a region of practical equivalence.</summary>
/// <param name="Left">The difference lies below −rope.</param>
/// <param name="Rope">The difference lies within ±rope: no practical difference.</param>
/// <param name="Right">The difference lies above +rope.</param>
public readonly record struct RopeMasses(double Left, double Rope, double Right);
