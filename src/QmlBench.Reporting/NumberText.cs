using System.Globalization;
using QmlBench.Reporting.Analysis;

namespace QmlBench.Reporting;

/// <summary>Numbers as they are printed: a number with an interval shows at least two digits of the interval's half width, NaN is
/// "undefined".</summary>
internal static class NumberText
{
    /// <summary>What stands where a quantity has no value.</summary>
    public const string Undefined = "undefined";

    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = "\u202f", NegativeSign = "−" };

    /// <summary>A number without uncertainty, four significant digits.</summary>
    public static string Of(double value) =>
        double.IsFinite(value) ? Minus(value.ToString("G4", CultureInfo.InvariantCulture)) : Undefined;

    /// <summary>A whole number, thousands set apart.</summary>
    public static string Of(long value) => value.ToString("#,0", Grouped);

    /// <summary>Seconds, three significant digits.</summary>
    public static string Seconds(double value) =>
        value == 0 ? "0" : value >= 1000 ? Of((long)Math.Round(value)) : value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Fixed(double value, int decimals) => double.IsFinite(value)
        ? Minus((Math.Round(value, decimals) + 0.0).ToString("F" + decimals, CultureInfo.InvariantCulture))
        : Undefined;

    /// <summary>Mean and interval: "0.913 [0.891, 0.935]".</summary>
    public static string Of(Estimate estimate)
    {
        if (!estimate.IsDefined)
            return Undefined;
        var decimals = Decimals(estimate.Lower, estimate.Upper);
        var interval = estimate.HasInterval
            ? $" [{Fixed(estimate.Lower, decimals)}, {Fixed(estimate.Upper, decimals)}]"
            : " (one draw, no interval)";
        var missing = estimate.Undefined == 0 ? string.Empty : $" ({Undefined} in {estimate.Undefined} draws)";
        return Fixed(estimate.Mean, decimals) + interval + missing;
    }

    /// <summary>Decimals that show at least two digits of half the width: 2 from 1 upwards, below that 3 to 6; 3 where there is no
    /// width.</summary>
    public static int Decimals(double lower, double upper)
    {
        var half = (upper - lower) / 2;
        if (!(half > 0) || double.IsInfinity(half))
            return 3;
        if (half >= 1)
            return 2;
        var decimals = 3;
        for (var unit = 0.01; half < unit && decimals < 6; unit /= 10)
            decimals++;
        return decimals;
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
