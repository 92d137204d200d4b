using System.Collections.Immutable;

namespace QmlBench.Reporting.Charts;

/// <summary>One category of a chart: a label and the marks below it, one under the other.</summary>
/// <param name="Label">The category.</param>
/// <param name="Points">Its marks.</param>
internal sealed record ChartRow(string Label, ImmutableArray<ChartPoint> Points);
