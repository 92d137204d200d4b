using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Devices.History;
using QmlBench.Numerics;

namespace QmlBench.Reporting.Drawings;

/// <summary>Colours for a positive figure on a logarithmic scale: bright is good, dark is bad.</summary>
/// <remarks>The colours are viridis (van der Walt and Smith, 2015): evenly stepped, and ordered by lightness, so they can be told apart with
/// every kind of colour vision and in print. The scale runs from the 2nd to the 98th percentile, so that one outlier does not use
/// it up; what lies beyond has the colour of the end.</remarks>
internal sealed class ColourScale
{
    private const double Trim = 0.02;
    private static readonly ImmutableArray<int> Stops =
        [0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725];

    private readonly bool moreIsBetter;
    private readonly FigureKind kind;

    private ColourScale(double low, double high, bool clipsLow, bool clipsHigh, FigureKind kind)
    {
        (Low, High, ClipsLow, ClipsHigh, this.kind) = (low, high, clipsLow, clipsHigh, kind);
        moreIsBetter = FigureKinds.IsTime(kind);
    }

    /// <summary>Value of the left end.</summary>
    public double Low { get; }

    /// <summary>Value of the right end.</summary>
    public double High { get; }

    /// <summary>Whether values lie below the left end.</summary>
    public bool ClipsLow { get; }

    /// <summary>Whether values lie above the right end.</summary>
    public bool ClipsHigh { get; }

    /// <summary>The scale for some values, or null if none is positive.</summary>
    public static ColourScale? Over(FigureKind kind, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(v => v > 0).Order()];
        if (sorted.Length == 0)
            return null;
        int cut = (int)Math.Floor(Trim * sorted.Length);
        double low = sorted[cut], high = sorted[^(cut + 1)];
        return new(low, high, sorted[0] < low, sorted[^1] > high, kind);
    }

    /// <summary>Colour of a value as <c>#rrggbb</c>; a value of 0 has the colour of the left end.</summary>
    public string Colour(double value) => At(Share(value));

    /// <summary>Colour at a share of the way from the left end to the right.</summary>
    public string At(double share)
    {
        double place = (moreIsBetter ? share : 1 - share) * (Stops.Length - 1);
        int below = Math.Min((int)place, Stops.Length - 2);
        int colour = 0;
        foreach (int shift in new[] { 16, 8, 0 })
        {
            int from = Stops[below] >> shift & 255, to = Stops[below + 1] >> shift & 255;
            colour |= (int)Math.Round(from + (to - from) * (place - below)) << shift;
        }
        return string.Create(CultureInfo.InvariantCulture, $"#{colour:x6}");
    }

    /// <summary>Whether dark ink is readable on the colour of a value.</summary>
    public bool IsLight(double value) => (moreIsBetter ? Share(value) : 1 - Share(value)) > 0.6;

    /// <summary>The value at a share of the way, with its unit.</summary>
    public string Label(double share)
    {
        double value = Low == High ? Low : Low * Elementary.Exp(share * Elementary.Log(High / Low));
        string sign = share == 0 && ClipsLow ? "≤ " : share == 1 && ClipsHigh ? "≥ " : "";
        return sign + FigureText.Of(kind, value);
    }

    private double Share(double value) =>
        value <= Low ? value == High ? 0.5 : 0 : value >= High ? 1 : Elementary.Log(value / Low) / Elementary.Log(High / Low);
}
