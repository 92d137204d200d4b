using System.Globalization;
using System.Text;
using QmlBench.Reporting.Analysis;
using QmlBench.Reporting.Pages;

namespace QmlBench.Reporting.Charts;

/// <summary>
/// Draws a chart as inline SVG. Positions along the axis are per cent and everything else is in pixels, so the same drawing fits a
/// phone and a desk without its text shrinking; colours come from the page's style sheet, so light, dark and print need no second copy.
/// </summary>
/// <remarks>Equal charts give equal bytes on every machine: no font is measured, no time or counter enters (decisions/0014).</remarks>
internal sealed class SvgChart
{
    private const int LabelHeight = 20;
    private const int LaneHeight = 18;
    private const int RowGap = 8;
    private const int TickRoom = 24;

    private readonly StringBuilder _svg = new();
    private readonly Chart _chart;
    private readonly Axis _axis;
    private readonly int _height;

    private SvgChart(Chart chart)
    {
        _chart = chart;
        _axis = Axis.Covering(chart.Extent);
        _height = chart.Rows.Sum(Height);
    }

    /// <summary>The SVG element, without XML declaration.</summary>
    public static string Draw(Chart chart) => new SvgChart(chart).Draw();

    /// <summary>The mark of a series for a legend.</summary>
    public static string Swatch(int series) =>
        $"<svg class=\"swatch {Marker.Class(series)}\" viewBox=\"-8 -8 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">"
        + "<line x1=\"-8\" x2=\"8\" y1=\"0\" y2=\"0\"/>" + Marker.Shape(series) + "</svg>";

    private static int Height(ChartRow row) => LabelHeight + LaneHeight * Math.Max(1, row.Points.Length) + RowGap;

    private string Draw()
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" width=\"100%\" height=\"{_height + TickRoom}\" role=\"img\" ");
        _svg.Append(CultureInfo.InvariantCulture, $"aria-label=\"{HtmlText.Escape(_chart.Alt)}\">");
        Background();
        var top = 0;
        foreach (var row in _chart.Rows)
        {
            Row(row, top);
            top += Height(row);
        }

        Ticks();
        return _svg.Append("</svg>").ToString();
    }

    private void Background()
    {
        if (_chart.ZeroLine && _chart.Margin > 0)
        {
            var left = _axis.Percent(-_chart.Margin);
            var width = _axis.Percent(_chart.Margin) - left;
            _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"band\" x=\"{left:F2}%\" y=\"0\" width=\"{width:F2}%\" "
                + $"height=\"{_height}\"/>");
        }

    }

    private void Row(ChartRow row, int top)
    {
        Verticals(top + LabelHeight, top + Height(row));
        if (top > 0)
            _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"rule\" x1=\"0%\" x2=\"100%\" y1=\"{top}\" y2=\"{top}\"/>");
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"0\" y=\"{top + 15}\">{HtmlText.Escape(row.Label)}</text>");
        for (var i = 0; i < row.Points.Length; i++)
            Point(row.Points[i], top + LabelHeight + LaneHeight * i + LaneHeight / 2);
    }

    private void Point(ChartPoint point, int y)
    {
        if (!point.Value.IsDefined)
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"3%\" y=\"{y + 4}\">{HtmlText.Escape(point.Tip)}</text>");
            return;
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{Marker.Class(point.Series)}\"><title>{HtmlText.Escape(point.Tip)}</title>");
        if (point.Value.HasInterval)
            ErrorBar(point.Value, y);
        var x = _axis.Percent(point.Value.Mean);
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"mark\" x=\"{x:F2}%\" y=\"{y}\">{Marker.Shape(point.Series)}</svg></g>");
    }

    private void ErrorBar(Estimate value, int y)
    {
        var (left, right) = (_axis.Percent(value.Lower), _axis.Percent(value.Upper));
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{left:F2}%\" x2=\"{right:F2}%\" y1=\"{y}\" y2=\"{y}\"/>");
        foreach (var end in new[] { left, right })
            _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{end:F2}%\" x2=\"{end:F2}%\" y1=\"{y - 4}\" y2=\"{y + 4}\"/>");
    }

    private void Ticks()
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"0%\" x2=\"100%\" y1=\"{_height}\" y2=\"{_height}\"/>");
        foreach (var tick in _axis.Ticks)
        {
            var x = _axis.Percent(tick);
            _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{x:F2}%\" x2=\"{x:F2}%\" y1=\"{_height}\" "
                + $"y2=\"{_height + 5}\"/>");
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" text-anchor=\"middle\" x=\"{x:F2}%\" y=\"{_height + 19}\">");
            _svg.Append(NumberText.Fixed(tick, _axis.Decimals)).Append("</text>");
        }
    }

    // Beside the marks only: a line through the label above them would make it hard to read.
    private void Verticals(int top, int bottom)
    {
        foreach (var tick in _axis.Ticks)
            Vertical("grid", tick, top, bottom);
        if (_chart.ZeroLine)
            Vertical("zero", 0.0, top, bottom);
    }

    private void Vertical(string style, double value, int top, int bottom)
    {
        var x = _axis.Percent(value);
        _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{style}\" x1=\"{x:F2}%\" x2=\"{x:F2}%\" y1=\"{top}\" y2=\"{bottom}\"/>");
    }
}
