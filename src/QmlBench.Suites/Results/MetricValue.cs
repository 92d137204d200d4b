namespace QmlBench.Suites.Results;

/// <summary>One metric of a trial.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Value">Its value; NaN where it is undefined (a single class in the truth).</param>
public readonly record struct MetricValue(string Name, double Value);
