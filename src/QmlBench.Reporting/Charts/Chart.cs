using System.Collections.Immutable;

namespace QmlBench.Reporting.Charts;

/// <summary>A chart of marks with error bars: categories downwards, the quantity to the right.</summary>
/// <param name="Alt">What the chart shows, for those who cannot see it.</param>
/// <param name="AxisLabel">Name and unit of the quantity.</param>
/// <param name="Series">Names for the legend; no legend with one.</param>
/// <param name="Rows">The categories.</param>
/// <param name="ZeroLine">Whether zero is marked and kept in view.</param>
/// <param name="Margin">Half width of the shaded band around zero; 0 for none.</param>
internal sealed record Chart(
    string Alt,
    string AxisLabel,
    ImmutableArray<string> Series,
    ImmutableArray<ChartRow> Rows,
    bool ZeroLine,
    double Margin)
{
    /// <summary>All numbers the axis must cover.</summary>
    public IEnumerable<double> Extent => Rows
        .SelectMany(row => row.Points)
        .SelectMany(point => new[] { point.Value.Mean, point.Value.Lower, point.Value.Upper })
        .Concat(ZeroLine ? [0.0, Margin, -Margin] : [])
        .Where(double.IsFinite);

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => !Rows.Any(row => row.Points.Any(point => point.Value.IsDefined));
}
