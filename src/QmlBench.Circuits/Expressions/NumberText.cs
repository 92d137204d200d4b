using System.Globalization;

namespace QmlBench.Circuits.Expressions;

/// <summary>
/// Numbers as OpenQASM text that reads back to the same bits: multiples of pi where <c>k*pi/d</c> gives exactly the number, the shortest
/// round-trip decimal otherwise.
/// </summary>
internal static class NumberText
{
    private const int LargestNumerator = 128;
    private static readonly int[] Denominators = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    internal static string Write(double value) => OfPi(value) ?? Decimal(value);

    /// <summary>A decimal literal. A real always has a point: OpenQASM 2 demands one before an exponent.</summary>
    internal static string Decimal(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"OpenQASM has no text for the number {value.ToString(CultureInfo.InvariantCulture)}.");
        string text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        if (text == "-0") return "0";
        int exponent = text.IndexOf('e', StringComparison.Ordinal);
        if (exponent < 0) return text;
        return text.Contains('.', StringComparison.Ordinal) ? text : text.Insert(exponent, ".0");
    }

    private static string? OfPi(double value)
    {
        double inPi = value / Math.PI;
        if (!(Math.Abs(inPi) <= LargestNumerator) || Math.Abs(inPi) < 1.0 / 8192) return null;
        foreach (int denominator in Denominators)
        {
            double numerator = Math.Round(inPi * denominator);
            if (numerator == 0.0 || Math.Abs(numerator) > LargestNumerator) continue;
            if (numerator * Math.PI / denominator == value) return Fraction((int)numerator, denominator);
        }

        return null;
    }

    private static string Fraction(int numerator, int denominator)
    {
        string top = numerator switch { 1 => "pi", -1 => "-pi", _ => $"{numerator}*pi" };
        return denominator == 1 ? top : $"{top}/{denominator}";
    }
}
