using System.Globalization;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Lengths of time that read back to the same double: the decimal exponent is shifted in the text, not by arithmetic.</summary>
internal static class DurationText
{
    internal static string Write(DelayTime time)
    {
        if (time.Unit == DelayUnit.Dt) return Shifted(time.Value, 0) + "dt";
        return Shifted(time.Value, 9) + "ns";
    }

    private static string Shifted(double value, int places)
    {
        if (value == 0.0) return "0";
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        (string digits, int exponent) = Parts(shortest);
        exponent += places;
        if (exponent is < -6 or > 15) return $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}e{exponent}";
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0')
            : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    // Significant digits and the decimal exponent of the first one.
    private static (string Digits, int Exponent) Parts(string text)
    {
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = mark < 0 ? text : text[..mark];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? mantissa.Length : point;
        string all = mantissa.Replace(".", "", StringComparison.Ordinal);
        int zeros = all.Length - all.TrimStart('0').Length;
        string digits = all[zeros..].TrimEnd('0');
        return (digits, exponent + whole - 1 - zeros);
    }
}
