using System.Globalization;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Lengths of time as written. The unit shifts the decimal exponent, so that 100ns is the double nearest to 1e-7.</summary>
internal static class DurationLiteral
{
    internal static DelayTime Parse(ReadOnlySpan<char> text)
    {
        int unit = text.Length;
        while (unit > 0 && !char.IsAsciiDigit(text[unit - 1]) && text[unit - 1] != '.') unit--;
        ReadOnlySpan<char> number = text[..unit];
        return text[unit..].Trim() switch
        {
            "dt" => DelayTime.Dt(Shifted(number, 0)),
            "s" => DelayTime.Seconds(Shifted(number, 0)),
            "ms" => DelayTime.Seconds(Shifted(number, -3)),
            "us" or "µs" or "μs" => DelayTime.Seconds(Shifted(number, -6)),
            _ => DelayTime.Seconds(Shifted(number, -9)),
        };
    }

    private static double Shifted(ReadOnlySpan<char> number, int exponent)
    {
        string digits = number.ToString().Replace("_", "", StringComparison.Ordinal);
        int mark = digits.IndexOfAny(['e', 'E']);
        int own = mark < 0 ? 0
            : int.TryParse(digits.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int e) ? e : 9999;
        string mantissa = mark < 0 ? digits : digits[..mark];
        return double.Parse($"{mantissa}e{Math.Clamp(own, -9999, 9999) + exponent}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
