using System.Globalization;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Whole numbers as written: decimal, or with 0b, 0o, 0x; underscores ignored.</summary>
internal static class IntegerLiteral
{
    internal static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        string digits = text.ToString().Replace("_", "", StringComparison.Ordinal);
        if (digits.Length > 2 && digits[0] == '0' && !char.IsAsciiDigit(digits[1]))
            return TryParseBased(digits.AsSpan(2), char.ToLowerInvariant(digits[1]) switch { 'b' => 1, 'o' => 3, _ => 4 }, out value);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseBased(ReadOnlySpan<char> digits, int bitsPerDigit, out long value)
    {
        value = 0;
        foreach (char digit in digits)
        {
            if (value >> (63 - bitsPerDigit) != 0) return false;
            value = (value << bitsPerDigit) | (uint)Convert.ToInt32(digit.ToString(), 16);
        }

        return true;
    }
}
