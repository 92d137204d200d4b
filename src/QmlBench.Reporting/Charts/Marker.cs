using System.Globalization;

namespace QmlBench.Reporting.Charts;

/// <summary>Shape and colour of a series: told apart by shape as well as by colour, so that neither is needed alone.</summary>
internal static class Marker
{
    private static readonly string[] Shapes =
    [
        "<circle r=\"4.5\"/>",
        "<path d=\"M-4.2-4.2h8.4v8.4h-8.4z\"/>",
        "<path d=\"M0-5.8L5.8 0 0 5.8-5.8 0z\"/>",
        "<path d=\"M0-5.4L5.2 4H-5.2z\"/>",
        "<path d=\"M0 5.4L5.2-4H-5.2z\"/>",
        "<path d=\"M-1.8-5.2h3.6v3.4h3.4v3.6h-3.4v3.4h-3.6v-3.4h-3.4v-3.6h3.4z\"/>",
    ];

    /// <summary>The style class of a series; the style sheet gives its colour in light and dark. After six, shapes are drawn
    /// hollow.</summary>
    public static string Class(int series) =>
        string.Create(CultureInfo.InvariantCulture, $"s{series % Shapes.Length}{(series / Shapes.Length % 2 == 1 ? " hollow" : "")}");

    /// <summary>The shape around the origin.</summary>
    public static string Shape(int series) => Shapes[series % Shapes.Length];
}
