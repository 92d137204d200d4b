namespace QmlBench.Suites.Statistics;

/// <summary>A number computed from a sample, such as its mean; must depend on nothing but the sample.</summary>
/// <param name="sample">The values, in the order drawn.</param>
/// <returns>The statistic.</returns>
public delegate double BootstrapStatistic(ReadOnlySpan<double> sample);
