using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Devices;
using QmlBench.Devices.History;

namespace QmlBench.Reporting.Drawings;

/// <summary>Draws a device: couplers coloured by their two-qubit error, each qubit a disc coloured by its readout error in a ring coloured by its
/// coherence time; what is out of order is crossed out, couplers with gates in one order have an arrow.</summary>
public sealed class DeviceMap
{
    private const double Margin = 34;
    private const double Top = 62;
    private const double Disc = 12.5;
    private const double Ring = 16.5;
    private const int ManyCouplers = 400;

    private readonly SvgPicture picture = new();
    private readonly Device device;
    private readonly ImmutableArray<(double X, double Y)> places;
    private readonly Dictionary<(FigureKind, string), SiteFigure> figures;
    private readonly FigureKind coherence;
    private readonly ColourScale? couplers;
    private readonly ColourScale? readouts;
    private readonly ColourScale? times;
    private readonly double width;
    private readonly double height;

    private DeviceMap(Device device)
    {
        this.device = device;
        figures = SiteFigures.Of(device).ToDictionary(f => (f.Kind, f.Place));
        coherence = device.Qubits.Any(q => q.T2 is not null) ? FigureKind.T2 : FigureKind.T1;
        (couplers, readouts, times) = (Scale(FigureKind.TwoQubitError), Scale(FigureKind.ReadoutError), Scale(coherence));
        var layout = DeviceLayout.Of(device);
        double spacing = layout.IsGrid ? 56 : device.QubitCount > 30 ? 44 : 62;
        double left = layout.Places.Min(p => p.X), top = layout.Places.Min(p => p.Y);
        double mapWidth = (layout.Places.Max(p => p.X) - left) * spacing + 2 * Margin;
        width = Math.Max(740, mapWidth);
        height = (layout.Places.Max(p => p.Y) - top) * spacing + 2 * Margin;
        double shift = (width - mapWidth) / 2 + Margin;
        places = [.. layout.Places.Select(p => ((p.X - left) * spacing + shift, (p.Y - top) * spacing + Top + Margin))];
    }

    /// <summary>Draws a device as an SVG file, light and dark, the same bytes on every machine.</summary>
    /// <param name="device">A device with figures; the ideal one has none.</param>
    /// <returns>The file's text.</returns>
    /// <exception cref="ArgumentException">The device is the ideal one.</exception>
    public static string Draw(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.IsIdeal)
            throw new ArgumentException("The ideal device has no couplers and no figures to draw; name a profile or a template.", nameof(device));
        return new DeviceMap(device).Draw();
    }

    private string Draw()
    {
        Heading();
        foreach (Coupler coupler in device.Coupling.Couplers)
            Line(coupler);
        if (device.Coupling.Couplers.Count <= ManyCouplers)
        {
            foreach (Coupler coupler in device.Coupling.Couplers)
                Arrow(coupler);
        }
        for (int i = 0; i < device.QubitCount; i++)
            Qubit(i);
        double bottom = MapLegend.Add(picture, Top + height + 8, Keys(), HasDead(), HasArrows());
        return picture.ToFile(width, bottom, $"Map of {device.Name}");
    }

    private void Heading()
    {
        string date = device.Snapshot is { } time ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date";
        picture.Write(device.Name, 24, 32, "title");
        picture.Write($"{device.QubitCount} qubits, {device.Coupling.Couplers.Count} couplers · {device.Vendor}, {device.Technology} · {date}", 24, 52, "quiet");
    }

    private IEnumerable<(string Name, ColourScale? Scale)> Keys()
    {
        string gates = string.Join(", ", figures.Values.Where(f => f.Kind == FigureKind.TwoQubitError).Select(f => f.Gate).Distinct().Order(StringComparer.Ordinal));
        yield return ($"Line: error of {(gates.Length > 0 ? gates : "couplers")}", couplers);
        yield return ("Disc: readout error", readouts);
        yield return ($"Ring: {FigureKinds.NameOf(coherence)}", times);
    }

    private bool HasDead() => figures.Values.Any(f => f.IsDead) || device.Coupling.Couplers.Any(c => Figure(FigureKind.TwoQubitError, PlaceOf(c)) is null);

    private bool HasArrows() => device.Coupling.Couplers.Any(c => !c.BothOrders) || figures.Values.Any(f => f.DeadOrder is not null);

    private void Line(Coupler coupler)
    {
        (double x1, double y1) = places[coupler.First];
        (double x2, double y2) = places[coupler.Second];
        SiteFigure? figure = Figure(FigureKind.TwoQubitError, PlaceOf(coupler));
        bool many = device.Coupling.Couplers.Count > ManyCouplers || device.Coupling.IsAllToAll && device.QubitCount > 12;
        string tip = figure is { } one ? $"{one.Gate} {coupler}: {(one.IsDead ? "out of order" : FigureText.Of(one.Kind, one.Value))}{(one.DeadOrder is { } order ? $"; {order} is out of order" : "")}" : $"{coupler}: no gate has figures";
        if (figure is not { IsDead: false } live)
        {
            picture.Add($"<g><title>{tip}</title><line class=\"dead\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke-width=\"2\" stroke-dasharray=\"4 4\"/>");
            picture.Add($"<path class=\"dead\" stroke-width=\"2.5\" d=\"M{(x1 + x2) / 2 - 5} {(y1 + y2) / 2 - 5}l10 10m0 -10l-10 10\"/></g>");
            return;
        }
        string colour = couplers?.Colour(live.Value) ?? "#21918c";
        if (!many)
            picture.Add($"<line class=\"edge\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke-width=\"9\"/>");
        picture.Add($"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" stroke-width=\"{(many ? 1.0 : 7.0)}\"><title>{tip}</title></line>");
    }

    // In the one order that works: the coupler's own, or the one that is not out of order.
    private void Arrow(Coupler coupler)
    {
        if (Figure(FigureKind.TwoQubitError, PlaceOf(coupler)) is not { IsDead: false } figure || (coupler.BothOrders && figure.DeadOrder is null))
            return;
        bool turned = figure.DeadOrder?.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{coupler.First}->"), StringComparison.Ordinal) ?? false;
        (double x1, double y1) = places[turned ? coupler.Second : coupler.First];
        (double x2, double y2) = places[turned ? coupler.First : coupler.Second];
        double dx = x2 - x1, dy = y2 - y1, length = Math.Max(1e-9, Math.Sqrt(dx * dx + dy * dy));
        (dx, dy) = (dx / length, dy / length);
        (double x, double y) = ((x1 + x2) / 2, (y1 + y2) / 2);
        picture.Add($"<path class=\"arrow\" d=\"M{x + 5 * dx} {y + 5 * dy}L{x - 4 * dx - 4 * dy} {y - 4 * dy + 4 * dx}L{x - 4 * dx + 4 * dy} {y - 4 * dy - 4 * dx}Z\"/>");
    }

    private void Qubit(int index)
    {
        (double x, double y) = places[index];
        string place = index.ToString(CultureInfo.InvariantCulture);
        SiteFigure? readout = Figure(FigureKind.ReadoutError, place), time = Figure(coherence, place);
        string tip = $"qubit {index}{(device.Qubits[index].Label is { } label ? $" ({label})" : "")}: readout error {Text(readout)}, {FigureKinds.NameOf(coherence)} {Text(time)}";
        picture.Add($"<g><title>{tip}</title>");
        Circle(x, y, Ring, time is { } t ? times!.Colour(t.Value) : null);
        Circle(x, y, Disc, readout is { } r ? readouts?.Colour(r.Value) : null);
        string ink = readout is { } shown && readouts is { } scale && !scale.IsLight(shown.Value) ? "light" : readout is null ? "" : "dark";
        picture.Write(place, x, y + 4, $"middle {ink}");
        if (device.IsDead(index))
            picture.Add($"<path class=\"dead\" stroke-width=\"3\" d=\"M{x - Ring} {y - Ring}L{x + Ring} {y + Ring}M{x + Ring} {y - Ring}L{x - Ring} {y + Ring}\"/>");
        picture.Add($"</g>");
    }

    private void Circle(double x, double y, double radius, string? colour)
    {
        if (colour is null)
            picture.Add($"<circle class=\"none\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        else
            picture.Add($"<circle class=\"edge\" style=\"fill:{colour}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
    }

    private ColourScale? Scale(FigureKind kind) => ColourScale.Over(kind, figures.Values.Where(f => f.Kind == kind && !f.IsDead).Select(f => f.Value));

    private SiteFigure? Figure(FigureKind kind, string place) => figures.TryGetValue((kind, place), out SiteFigure figure) ? figure : null;

    private static string PlaceOf(Coupler coupler) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Min(coupler.First, coupler.Second)}-{Math.Max(coupler.First, coupler.Second)}");

    private static string Text(SiteFigure? figure) => figure is { } one ? FigureText.Of(one.Kind, one.Value) : "not given";
}
