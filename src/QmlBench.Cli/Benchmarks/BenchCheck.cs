namespace QmlBench.Cli.Benchmarks;

/// <summary>A value of a workload beside the one it must be.</summary>
/// <param name="What">What the value is.</param>
/// <param name="Found">What the engine gave; of a table of values the largest deviation.</param>
/// <param name="Expected">What it must be; 0 for a deviation.</param>
/// <param name="Tolerance">Largest difference that rounding explains.</param>
internal sealed record BenchCheck(string What, double Found, double Expected, double Tolerance)
{
    /// <summary>Whether the value is the expected one; a NaN never is.</summary>
    public bool Holds => Math.Abs(Found - Expected) <= Tolerance;

    /// <summary>The largest difference of two tables.</summary>
    public static BenchCheck Deviation(string what, IEnumerable<double> found, IEnumerable<double> expected, double tolerance) =>
        new(what, found.Zip(expected, static (a, b) => Math.Abs(a - b)).Aggregate(0.0, Math.Max), 0.0, tolerance);
}
