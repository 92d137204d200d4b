using System.Globalization;
using QmlBench.Devices;
using QmlBench.Devices.History;

namespace QmlBench.Reporting.Drawings;

/// <summary>Draws the figures of a machine over time: one panel a figure, median and quartiles of every snapshot, dates true to scale.</summary>
public sealed class HistoryChart
{
    private const double Width = 820;
    private const double Left = 92;
    private const double Right = 24;
    private const double Top = 100;
    private const double Panel = 128;
    private const double Gap = 58;

    private readonly SvgPicture picture = new();
    private readonly DeviceHistory history;
    private readonly TimeAxis time;

    private HistoryChart(DeviceHistory history)
    {
        this.history = history;
        time = new(Date(history.Snapshots[0]), Date(history.Snapshots[^1]));
    }

    /// <summary>Draws a history as an SVG file, light and dark, the same bytes on every machine.</summary>
    /// <param name="history">Dated snapshots.</param>
    /// <returns>The file's text.</returns>
    /// <exception cref="ArgumentException">The only snapshot has no date.</exception>
    public static string Draw(DeviceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Snapshots[0].Snapshot is null)
            throw new ArgumentException($"{history.Machine} has no date, so there is no history to draw.", nameof(history));
        return new HistoryChart(history).Draw();
    }

    private string Draw()
    {
        picture.Write($"{history.Machine}: {history.Snapshots.Length} snapshot(s)", 24, 32, "title");
        picture.Write("Dot: median over qubits or couplers; bar: quartiles; logarithmic scales; places out of order left out.", 24, 54, "quiet");
        double top = Top;
        foreach (FigureKind kind in FigureKinds.All)
        {
            Panels(kind, top);
            top += Panel + Gap;
        }
        return picture.ToFile(Width, top - 24, $"History of {history.Machine}");
    }

    private void Panels(FigureKind kind, double top)
    {
        var points = history.Snapshots.Select((s, i) => (Snapshot: s, Quartiles: history.QuartilesOf(i, kind))).Where(p => p.Quartiles.Count > 0).ToList();
        string unit = FigureKinds.IsTime(kind) ? "µs" : "probability";
        double scale = FigureKinds.IsTime(kind) ? 1e6 : 1;
        picture.Write($"{char.ToUpperInvariant(FigureKinds.NameOf(kind)[0])}{FigureKinds.NameOf(kind)[1..]} ({unit})", 24, top - 16);
        if (points.Count == 0)
        {
            picture.Write("not given", Left, top + Panel / 2, "quiet");
            return;
        }
        var axis = new LogAxis(points.SelectMany(p => new[] { p.Quartiles.Lower, p.Quartiles.Median, p.Quartiles.Upper }).Select(v => v * scale));
        Frame(axis, top);
        string path = string.Join(' ', points.Where(p => p.Quartiles.Median > 0).Select((p, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(p.Snapshot):0.##} {Y(axis, p.Quartiles.Median * scale, top):0.##}")));
        picture.Add($"<path class=\"join\" stroke-width=\"1.5\" d=\"{path}\"/>");
        foreach ((Device snapshot, Quartiles quartiles) in points.Where(p => p.Quartiles.Lower > 0))
            Point(kind, snapshot, quartiles, X(snapshot), v => Y(axis, v * scale, top));
    }

    private void Frame(LogAxis axis, double top)
    {
        foreach (double tick in axis.Ticks)
        {
            double y = Y(axis, tick, top);
            picture.Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\"/>");
            picture.Write(tick.ToString("0.#######", CultureInfo.InvariantCulture), Left - 8, y + 4, "quiet end");
        }
        picture.Add($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{top + Panel}\" y2=\"{top + Panel}\"/>");
        foreach (DateTimeOffset tick in time.Ticks)
        {
            double x = Left + time.Share(tick) * (Width - Left - Right);
            picture.Add($"<line class=\"axis\" x1=\"{x}\" x2=\"{x}\" y1=\"{top + Panel}\" y2=\"{top + Panel + 5}\"/>");
            picture.Write(TimeAxis.Text(tick), x, top + Panel + 18, "quiet middle");
        }
    }

    private void Point(FigureKind kind, Device snapshot, Quartiles quartiles, double x, Func<double, double> y)
    {
        string tip = $"{snapshot.Name}: median {FigureText.Of(kind, quartiles.Median)}, quartiles {FigureText.Of(kind, quartiles.Lower)} to "
            + $"{FigureText.Of(kind, quartiles.Upper)}, {quartiles.Count} values";
        (double low, double high) = (y(quartiles.Lower), y(quartiles.Upper));
        picture.Add($"<g class=\"mark\" stroke-width=\"1.6\"><title>{tip}</title><line x1=\"{x}\" x2=\"{x}\" y1=\"{low}\" y2=\"{high}\"/>");
        picture.Add($"<line x1=\"{x - 4}\" x2=\"{x + 4}\" y1=\"{low}\" y2=\"{low}\"/><line x1=\"{x - 4}\" x2=\"{x + 4}\" y1=\"{high}\" y2=\"{high}\"/>");
        picture.Add($"<circle cx=\"{x}\" cy=\"{y(quartiles.Median)}\" r=\"4\"/></g>");
    }

    private double X(Device snapshot) => Left + time.Share(Date(snapshot)) * (Width - Left - Right);

    private static double Y(LogAxis axis, double value, double top) => top + Panel * (1 - axis.Share(value));

    private static DateTimeOffset Date(Device snapshot) => snapshot.Snapshot!.Value;
}
