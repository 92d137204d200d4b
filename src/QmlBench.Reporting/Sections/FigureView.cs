using System.Collections.Immutable;
using QmlBench.Reporting.Charts;

namespace QmlBench.Reporting.Sections;

/// <summary>A plot ready to print.</summary>
/// <param name="Caption">What is seen, what the bars are, what it means.</param>
/// <param name="AxisLabel">Name and unit of the axis.</param>
/// <param name="Svg">The drawing.</param>
/// <param name="Legend">Mark and name of every series; empty with one series.</param>
internal sealed record FigureView(string Caption, string AxisLabel, string Svg, ImmutableArray<LegendEntry> Legend)
{
    /// <summary>The figure of a chart, or null where there is nothing to draw.</summary>
    public static FigureView? Of(Chart chart, string caption) => chart.IsEmpty ? null : new(
        caption,
        chart.AxisLabel,
        SvgChart.Draw(chart),
        chart.Series.Length < 2 ? [] : [.. chart.Series.Select((name, index) => new LegendEntry(SvgChart.Swatch(index), name))]);
}
