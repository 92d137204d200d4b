namespace QmlBench.Reporting.Sections;

/// <summary>One series in a legend.</summary>
/// <param name="Swatch">Its mark, SVG.</param>
/// <param name="Name">Its name.</param>
internal sealed record LegendEntry(string Swatch, string Name);
