using System.Globalization;

namespace QmlBench.Circuits.Drawing;

/// <summary>Times as people read them: four digits and a unit.</summary>
public static class TimeText
{
    private static readonly (double Seconds, string Unit)[] Units = [(1.0, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns")];

    /// <summary>The time in the largest unit in which it is at least 1, nanoseconds at the least: <c>1.25 us</c>.</summary>
    public static string Write(double seconds)
    {
        if (seconds == 0.0) return "0 ns";
        // Rounded first: 999.96 ns are 1 us.
        (double scale, string unit) = UnitOf(double.Parse(Four(seconds), CultureInfo.InvariantCulture));
        return $"{Four(seconds / scale)} {unit}";
    }

    /// <summary>The unit in which a time is at least 1, with its length in seconds.</summary>
    internal static (double Seconds, string Unit) UnitOf(double seconds)
    {
        foreach ((double Seconds, string Unit) unit in Units)
            if (Math.Abs(seconds) >= unit.Seconds * (1.0 - 1e-9)) return unit;
        return Units[^1];
    }

    private static string Four(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
