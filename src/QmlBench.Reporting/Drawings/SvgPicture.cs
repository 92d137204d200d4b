using System.Globalization;
using System.Text;
using QmlBench.Reporting.Pages;

namespace QmlBench.Reporting.Drawings;

/// <summary>Grows an SVG file that stands alone: title, style sheet for light and dark, and shapes in pixels.</summary>
/// <remarks>Equal calls give equal bytes on every machine: coordinates have two decimals, no font is measured, no time enters.</remarks>
internal sealed class SvgPicture
{
    private const string Style = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --grid: #e1e5ea; --none: #c8ced6; --dead: #c24e00; --mark: #0072b2; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #101418; --ink: #e6eaee; --quiet: #a3adb8; --grid: #2a323b; --none: #46505b; --dead: #f58b4c; --mark: #56b4e9; } }
        text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
        .title { font-size: 17px; font-weight: 600; } .quiet { fill: var(--quiet); } .middle { text-anchor: middle; } .end { text-anchor: end; }
        .paper { fill: var(--paper); } .edge { stroke: var(--quiet); fill: none; } .grid { stroke: var(--grid); } .axis { stroke: var(--quiet); }
        .dead { stroke: var(--dead); fill: none; } .deadtext { fill: var(--dead); } .none { stroke: var(--none); fill: var(--none); } .arrow { fill: var(--ink); stroke: var(--paper); }
        .mark { fill: var(--mark); stroke: var(--mark); } .join { fill: none; stroke: var(--mark); stroke-opacity: .45; } .light { fill: #ffffff; } .dark { fill: #101418; }
        """;

    private readonly StringBuilder body = new();

    /// <summary>Appends an element; numbers in the interpolated string are written culture-free with at most two decimals.</summary>
    public void Add(FormattableString element)
    {
        object?[] values = [.. element.GetArguments().Select(Text)];
        body.Append(string.Format(CultureInfo.InvariantCulture, element.Format, values)).Append('\n');
    }

    /// <summary>A text of a style class at a place.</summary>
    public void Write(string text, double x, double y, string style = "") => Add($"<text class=\"{style}\" x=\"{x}\" y=\"{y}\">{text}</text>");

    /// <summary>The file.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="title">What it shows, for those who cannot see it.</param>
    public string ToFile(double width, double height, string title)
    {
        string size = string.Create(CultureInfo.InvariantCulture, $"width=\"{width:0}\" height=\"{height:0}\" viewBox=\"0 0 {width:0} {height:0}\"");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\">\n<title>{HtmlText.Escape(title)}</title>\n<style>\n{Style}\n</style>\n"
            + $"<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n{body}</svg>\n";
    }

    private static object? Text(object? value) => value switch
    {
        double number => (Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture),
        string text => HtmlText.Escape(text),
        _ => value,
    };
}
