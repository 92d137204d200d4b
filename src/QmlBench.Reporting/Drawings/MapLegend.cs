namespace QmlBench.Reporting.Drawings;

/// <summary>The colour bars below a map, with their units, and what the marks mean.</summary>
internal static class MapLegend
{
    private const double BarWidth = 200;
    private const double Gap = 40;
    private const int Steps = 40;

    /// <summary>Adds the legend and gives the lower edge of the picture.</summary>
    public static double Add(SvgPicture picture, double top, IEnumerable<(string Name, ColourScale? Scale)> keys, bool hasDead, bool hasArrows)
    {
        double left = 24;
        foreach ((string name, ColourScale? scale) in keys)
        {
            picture.Write(scale is null ? $"{name} (not given)" : name, left, top + 12);
            if (scale is not null)
                Bar(picture, scale, left, top + 20);
            left += BarWidth + Gap;
        }
        string marks = string.Join(" · ", new[]
        {
            "bright is good, dark is bad; logarithmic scales",
            hasArrows ? "arrow: gates work in this order of the operands only" : "",
        }.Where(m => m.Length > 0));
        picture.Write(marks, 24, top + 72, "quiet");
        if (!hasDead)
            return top + 88;
        picture.Add($"<path class=\"dead\" stroke-width=\"2.5\" d=\"M25 {top + 83}l10 10m0 -10l-10 10\"/>");
        picture.Write("crossed out: out of order, or no gate has figures there", 42, top + 92, "quiet");
        return top + 108;
    }

    private static void Bar(SvgPicture picture, ColourScale scale, double left, double top)
    {
        if (scale.Low == scale.High)
        {
            picture.Add($"<rect x=\"{left}\" y=\"{top}\" width=\"24\" height=\"12\" fill=\"{scale.At(0.5)}\"/>");
            picture.Write($"{scale.Label(0)} everywhere", left + 32, top + 11, "quiet");
            return;
        }
        double step = BarWidth / Steps;
        for (int i = 0; i < Steps; i++)
            picture.Add($"<rect x=\"{left + i * step}\" y=\"{top}\" width=\"{step + 0.5}\" height=\"12\" fill=\"{scale.At((i + 0.5) / Steps)}\"/>");
        picture.Write(scale.Label(0), left, top + 28, "quiet");
        picture.Write(scale.Label(0.5), left + BarWidth / 2, top + 28, "quiet middle");
        picture.Write(scale.Label(1), left + BarWidth, top + 28, "quiet end");
    }
}
