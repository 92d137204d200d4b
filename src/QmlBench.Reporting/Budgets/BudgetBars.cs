using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QmlBench.Circuits.Drawing;
using QmlBench.Emulation.Budgets;
using QmlBench.Reporting.Charts;
using QmlBench.Reporting.Pages;

namespace QmlBench.Reporting.Budgets;

/// <summary>Horizontal bars, two for each entry: the change of a figure with the entry alone noisy, and with it alone taken out.</summary>
/// <param name="Title">What stands above.</param>
/// <param name="AxisLabel">What the axis counts.</param>
/// <param name="Rows">Label and both changes, turned so that a loss is positive.</param>
internal sealed record BudgetBars(string Title, string AxisLabel, ImmutableArray<(string Label, double Alone, double Removed)> Rows)
{
    private const int Head = 44, Row = 30, Bar = 11, AxisRoom = 44, Margin = 12, MostRows = 14, MostWidth = 760;

    /// <summary>Pixels.</summary>
    public int Height => Head + (Rows.Length * Row) + AxisRoom;

    /// <summary>The sources, their interaction and the whole.</summary>
    public static BudgetBars Sources(NoiseBudget budget, int figure)
    {
        var shares = budget.Sources.Select(one => one.Share).ToList();
        var sign = Sign(budget, figure);
        var whole = sign * budget.Figures[figure].Change;
        return new("By source", Axis(budget, figure),
        [
            .. budget.Sources.Select(one => Changes(budget, figure, one.Source, one.Share)),
            ("interaction", sign * budget.InteractionAlone(shares, figure), sign * budget.InteractionRemoved(shares, figure)),
            ("all", whole, whole),
        ]);
    }

    /// <summary>The most costly qubits and couplers.</summary>
    public static BudgetBars Places(NoiseBudget budget, int figure) => new(
        budget.Places.Length > MostRows ? $"By qubit and coupler: the {MostRows} most costly of {budget.Places.Length}" : "By qubit and coupler",
        Axis(budget, figure),
        [
            .. budget.Places.OrderByDescending(one => budget.Cost(one.Share, figure)).Take(MostRows)
                .Select(one => Changes(budget, figure, BudgetNames.Place(one.Qubits), one.Share)),
        ]);

    /// <summary>The most costly layers, in the order of time.</summary>
    public static BudgetBars Layers(NoiseBudget budget, int figure) => new(
        budget.Layers.Length > MostRows ? $"By layer: the {MostRows} most costly of {budget.Layers.Length}" : "By layer",
        Axis(budget, figure),
        [
            .. budget.Layers.OrderByDescending(one => budget.Cost(one.Share, figure)).Take(MostRows).OrderBy(one => one.Layer)
                .Select(one => Changes(budget, figure, $"{one.Layer}: to {TimeText.Write(one.EndSeconds)}", one.Share)),
        ]);

    /// <summary>The elements.</summary>
    /// <param name="width">Pixels there are.</param>
    public string Draw(int width)
    {
        var head = Margin + (Rows.Select(row => row.Label.Length).DefaultIfEmpty().Max() * 8) + Margin;
        var room = Math.Min(width, MostWidth) - head - Margin;
        var axis = Charts.Axis.Covering(Rows.SelectMany(row => new[] { row.Alone, row.Removed }).Append(0.0));
        double X(double value) => head + (axis.Percent(value) / 100 * room);
        var svg = new StringBuilder();
        Text(svg, "ink", 13, "start", Margin, 10, Title);
        Legend(svg, head);
        Ticks(svg, axis, X, head + (room / 2.0));
        for (var row = 0; row < Rows.Length; row++)
        {
            var top = Head + (row * Row);
            Text(svg, "ink", 12, "end", head - Margin, top + (Row / 2.0), Rows[row].Label);
            Rectangle(svg, "a", X(0), X(Rows[row].Alone), top + 4, $"{Rows[row].Label} alone: {NumberText.Of(Rows[row].Alone)}");
            Rectangle(svg, "b", X(0), X(Rows[row].Removed), top + 4 + Bar, $"{Rows[row].Label} taken out: {NumberText.Of(Rows[row].Removed)}");
        }

        return svg.ToString();
    }

    // A fidelity is lost; an observable is changed, in whatever direction.
    private static double Sign(NoiseBudget budget, int figure) => budget.Figures[figure].Change < 0 ? -1.0 : 1.0;

    private static string Axis(NoiseBudget budget, int figure) => budget.Figures[figure].Change < 0
        ? $"loss of {budget.Figures[figure].Name}" : $"rise of {budget.Figures[figure].Name}";

    private static (string, double, double) Changes(NoiseBudget budget, int figure, string label, BudgetShare share) =>
        (label, Sign(budget, figure) * budget.ChangeAlone(share, figure), Sign(budget, figure) * budget.ChangeRemoved(share, figure));

    private static void Legend(StringBuilder svg, int left)
    {
        foreach (var (style, text, x) in new[] { ("a", "it alone", left), ("b", "it alone taken out", left + 110) })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{x}\" y=\"24\" width=\"12\" height=\"10\"/>\n");
            Text(svg, "quiet", 11, "start", x + 18, 29, text);
        }
    }

    private void Ticks(StringBuilder svg, Axis axis, Func<double, double> x, double middle)
    {
        var bottom = Head + (Rows.Length * Row) + 4;
        foreach (var tick in axis.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(tick == 0 ? "axis" : "grid")}\" d=\"M{x(tick):F1} {Head}V{bottom}\"/>\n");
            Text(svg, "quiet", 11, "middle", x(tick), bottom + 10, NumberText.Fixed(tick, axis.Decimals));
        }

        Text(svg, "quiet", 11, "middle", middle, bottom + 28, AxisLabel);
    }

    private static void Rectangle(StringBuilder svg, string style, double zero, double end, int top, string tip) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect class=\"{style}\" x=\"{Math.Min(zero, end):F1}\" y=\"{top}\" width=\"{Math.Max(0.5, Math.Abs(end - zero)):F1}\" "
            + $"height=\"{Bar}\"><title>{HtmlText.Escape(tip)}</title></rect>\n");

    private static void Text(StringBuilder svg, string style, int size, string anchor, double x, double y, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text class=\"{style}\" font-size=\"{size}\" text-anchor=\"{anchor}\" x=\"{x:F1}\" y=\"{y:F1}\">{HtmlText.Escape(text)}</text>\n");
}
