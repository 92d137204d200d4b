using System.Globalization;
using System.Text;
using QmlBench.Circuits.Drawing;
using QmlBench.Emulation.Budgets;
using QmlBench.Reporting.Pages;

namespace QmlBench.Reporting.Budgets;

/// <summary>Draws a noise budget as one SVG: the scheduled circuit with every operation coloured by its cost, where coherence runs out,
/// and bars for the fidelity and every observable.</summary>
/// <remarks>Light and dark, without script; equal budgets give equal bytes.</remarks>
public static class BudgetSvg
{
    private const int Head = 52, Gap = 18, Margin = 12, ScaleWidth = 160, LeastBars = 480;

    /// <summary>The drawing.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="figure">Which figure colours the circuit; 0 is the fidelity.</param>
    /// <param name="width">Most pixels in a row.</param>
    /// <param name="title">What stands above it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such figure, or the width is too small.</exception>
    public static string Draw(NoiseBudget budget, int figure = 0, int width = 1200, string title = "Noise budget")
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)figure, (uint)budget.Figures.Length, nameof(figure));
        var most = budget.Operations.Select(one => budget.Cost(one.Share, figure)).DefaultIfEmpty().Max();
        var svg = new StringBuilder();
        var shown = budget.Figures[figure];
        Text(svg, Margin, 18, "ink", "15", $"{title}: {shown.Name} {NumberText.Of(shown.Noisy)}, without noise {NumberText.Of(shown.Ideal)}");
        Text(svg, Margin, 38, "quiet", "12", Worst(budget, figure));
        var (height, used) = (Head, width);
        if (!budget.Schedule.IsTimeless)
        {
            var circuit = ScheduleSvg.Elements(budget.Schedule, width, Tints(budget, figure, most));
            svg.Append(CultureInfo.InvariantCulture, $"<svg y=\"{height}\" width=\"{circuit.Width}\" height=\"{circuit.Height}\">\n");
            svg.Append(circuit.Elements).Append("</svg>\n");
            height += circuit.Height;
            Scale(svg, height, most, shown.Name);
            (height, used) = (height + 16 + Gap, Math.Max(circuit.Width, 700));
        }

        height = Coherence(svg, budget, height);
        for (var one = 0; one < budget.Figures.Length; one++)
        {
            var each = budget.Figures[one];
            Text(svg, Margin, height + 10, "ink", "14", $"{each.Name}: {NumberText.Of(each.Noisy)}, without noise {NumberText.Of(each.Ideal)}");
            height += 28 + Bars(svg, budget, one, height + 28, used);
        }

        return SvgStyle.Open(used, height, title) + svg + "</svg>\n";
    }

    // Beside each other where there is room for both, else one below the other; gives the height they take.
    private static int Bars(StringBuilder svg, NoiseBudget budget, int figure, int top, int width)
    {
        BudgetBars[] panels = [BudgetBars.Sources(budget, figure), BudgetBars.Places(budget, figure), BudgetBars.Layers(budget, figure)];
        var columns = Math.Clamp(width / LeastBars, 1, panels.Length);
        var (y, each) = (top, width / columns);
        foreach (var row in panels.Chunk(columns))
        {
            foreach (var (column, bars) in row.Index())
            {
                svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{column * each}\" y=\"{y}\" width=\"{each}\" height=\"{bars.Height}\">\n");
                svg.Append(bars.Draw(each)).Append("</svg>\n");
            }

            y += row.Max(bars => bars.Height) + Gap;
        }

        return y - top;
    }

    // Where a qubit is older than its T1 or T2 before the circuit ends.
    private static int Coherence(StringBuilder svg, NoiseBudget budget, int top)
    {
        foreach (var one in budget.Coherence.Where(one => one.RunsOutSeconds is not null).OrderBy(one => one.RunsOutSeconds))
        {
            Text(svg, Margin, top + 8, "ink", "12", $"coherence of ${one.Qubit} runs out at {TimeText.Write(one.RunsOutSeconds!.Value)}: "
                + $"{(one.T1 < one.T2 ? "T1" : "T2")} {TimeText.Write(Math.Min(one.T1, one.T2))}, "
                + $"{TimeText.Write(one.BusySeconds)} in gates and {TimeText.Write(one.IdleSeconds)} waiting");
            top += 20;
        }

        return top;
    }

    private static string Worst(NoiseBudget budget, int figure)
    {
        var parts = new List<string>();
        if (budget.Qubits.MaxBy(one => budget.Cost(one.Share, figure)) is { } qubit)
            parts.Add($"qubit {BudgetNames.Place(qubit.Qubits)} ({NumberText.Of(budget.Cost(qubit.Share, figure))})");
        if (budget.Operations.MaxBy(one => budget.Cost(one.Share, figure)) is { } operation)
        {
            parts.Add($"{BudgetNames.Operation(operation)} at {TimeText.Write(operation.StartSeconds)} "
                + $"({NumberText.Of(budget.Cost(operation.Share, figure))})");
        }

        return parts.Count == 0 ? string.Empty : $"costs most: {string.Join(", ", parts)}; device qubits are written $";
    }

    private static OperationTint[] Tints(NoiseBudget budget, int figure, double most)
    {
        var tints = new OperationTint[budget.Schedule.Circuit.Count];
        foreach (var one in budget.Operations.Where(one => one.Operation >= 0))
        {
            var cost = budget.Cost(one.Share, figure);
            tints[one.Operation] = new(most > 0 ? Math.Max(0, cost / most) : 0, $"costs {NumberText.Of(cost)}");
        }

        return tints;
    }

    // From no colour to full colour, with what they mean.
    private static void Scale(StringBuilder svg, int top, double most, string name)
    {
        for (var step = 0; step < 20; step++)
        {
            var x = Margin + (step * ScaleWidth / 20);
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"heat\" x=\"{x}\" y=\"{top}\" width=\"{ScaleWidth / 20}\" height=\"10\" "
                + $"fill-opacity=\"{(step + 1) / 20.0:F2}\"/>");
        }

        Text(svg, Margin + ScaleWidth + 8, top + 5, "quiet", "11",
            $"0 to {NumberText.Of(most)}: what taking the noise of this operation out would gain in {name}");
    }

    private static void Text(StringBuilder svg, int x, int y, string style, string size, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text class=\"{style}\" font-size=\"{size}\" text-anchor=\"start\" x=\"{x}\" y=\"{y}\">{HtmlText.Escape(text)}</text>\n");
}
