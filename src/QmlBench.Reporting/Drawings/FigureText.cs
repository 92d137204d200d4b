using System.Globalization;
using QmlBench.Devices.History;

namespace QmlBench.Reporting.Drawings;

/// <summary>Writes figures of devices for people.</summary>
public static class FigureText
{
    // Below this a plain decimal has more noughts than digits.
    private const double Small = 1e-4;

    /// <summary>A value with its unit, three digits: <c>112 µs</c>, <c>0.0083</c>, <c>5.17e-5</c>.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">Seconds, or a probability.</param>
    /// <returns>The text.</returns>
    public static string Of(FigureKind kind, double value)
    {
        if (FigureKinds.IsTime(kind))
            return value >= 1 ? $"{Digits(value)} s" : $"{Digits(value * 1e6)} µs";
        return value is > 0 and < Small ? value.ToString("0.00e+0", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture);
    }

    private static string Digits(double value) =>
        value >= 1000 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture);
}
