using QmlBench.Suites.Metrics;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>Metrics in words.</summary>
internal static class MetricText
{
    /// <summary>What a metric says, with its unit and its better end; the bare name for one this version does not know.</summary>
    public static string Axis(string metric)
    {
        if (!IsKnown(metric))
            return Words(metric);
        var better = SuiteMetrics.LowerIsBetter(metric) ? "lower is better" : "higher is better";
        return $"{Words(metric)} ({SuiteMetrics.Description(metric)}; {better})";
    }

    /// <summary>The name without underscores.</summary>
    public static string Words(string metric) => metric.Replace('_', ' ');

    /// <summary>The name without underscores, at the beginning of a sentence.</summary>
    public static string Sentence(string metric) => metric.Length == 0 ? metric : char.ToUpperInvariant(metric[0]) + Words(metric)[1..];

    /// <summary>Whether a smaller value is better.</summary>
    public static bool LowerIsBetter(string metric) => IsKnown(metric) && SuiteMetrics.LowerIsBetter(metric);

    /// <summary>The value of a metric in a trial; NaN where the trial has none.</summary>
    public static double Of(TrialResult trial, string metric)
    {
        foreach (var one in trial.Metrics)
        {
            if (one.Name == metric)
                return one.Value;
        }

        return double.NaN;
    }

    private static bool IsKnown(string metric) => SuiteMetrics.Names.Contains(metric);
}
