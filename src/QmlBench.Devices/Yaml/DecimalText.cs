using System.Globalization;
using System.Numerics;

namespace QmlBench.Devices.Yaml;

/// <summary>A decimal number as its digits and a power of ten: (−1)^negative · digits · 10^exponent, without any rounding.</summary>
/// <remarks>Units are powers of ten (some with a whole factor), so changing the unit changes the exponent alone, and the only
/// rounding is the one that makes the double: correctly rounded by <see cref="double.Parse(string)"/> (IEEE 754 since .NET Core
/// 3.0).</remarks>
internal readonly record struct DecimalText(bool Negative, BigInteger Digits, int Exponent)
{
    // Longer numbers carry nothing a double could hold and would cost time quadratic in their length.
    private const int LongestNumber = 400;

    /// <summary>Reads <c>[+-] digits [. digits] [e [+-] digits]</c>; at least one digit before the exponent.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DecimalText value)
    {
        value = default;
        if (text.Length is 0 or > LongestNumber)
            return false;
        bool negative = text[0] == '-';
        if (text[0] is '+' or '-')
            text = text[1..];
        int e = text.IndexOfAny('e', 'E');
        int exponent = 0;
        if (e >= 0 && !TryExponent(text[(e + 1)..], out exponent))
            return false;
        ReadOnlySpan<char> mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.');
        string whole = (point < 0 ? mantissa : mantissa[..point]).ToString();
        string fraction = point < 0 ? "" : mantissa[(point + 1)..].ToString();
        if (whole.Length + fraction.Length == 0 || !(whole + fraction).All(char.IsAsciiDigit))
            return false;
        value = new(negative, BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture), exponent - fraction.Length);
        return true;
    }

    /// <summary>Digits and exponent of the shortest decimal that reads back as the same double.</summary>
    public static DecimalText Shortest(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers can be written.");
        return TryParse(value.ToString("R", CultureInfo.InvariantCulture), out DecimalText text)
            ? text
            : throw new InvalidOperationException($"Bug in QmlBench: '{value:R}' cannot be read back.");
    }

    /// <summary>The same number in a unit that is <paramref name="unit"/> times the base unit, expressed in base units.</summary>
    public DecimalText InBase(Unit unit) => new(Negative, Digits * unit.Factor, Exponent + unit.Exponent);

    /// <summary>The nearest double; infinite if too large, zero if too small.</summary>
    public double ToDouble() =>
        double.Parse($"{(Negative ? "-" : "")}{Digits}e{Exponent}", NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Power of ten of the first digit: 2 for 131.5; 0 for zero.</summary>
    public int Magnitude => Digits.IsZero ? 0 : Digits.ToString(CultureInfo.InvariantCulture).Length - 1 + Exponent;

    /// <summary>Prints the number divided by 10^<paramref name="shift"/>: plainly while that is short, else with an exponent.</summary>
    public string Print(int shift)
    {
        if (Digits.IsZero)
            return "0";
        string digits = Digits.ToString(CultureInfo.InvariantCulture).TrimEnd('0');
        int first = Magnitude - shift;
        string sign = Negative ? "-" : "";
        if (first is < -5 or > 15)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{first}";
        if (first < 0)
            return $"{sign}0.{new string('0', -first - 1)}{digits}";
        string padded = digits.PadRight(first + 1, '0');
        return padded.Length == first + 1 ? sign + padded : $"{sign}{padded[..(first + 1)]}.{padded[(first + 1)..]}";
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && Math.Abs((long)exponent) <= 9999;
}
