namespace QmlBench.Devices.Yaml;

/// <summary>Numbers with and without units, read and written without loss.</summary>
/// <remarks>Reading gives the double nearest to the exact decimal value in SI units ("131.5286444531517 us" is parsed as
/// 131.5286444531517e-6, not multiplied); writing gives the fewest digits that read back as the identical double.</remarks>
public static class Quantity
{
    /// <summary>Why a text is not the quantity that was asked for.</summary>
    public enum Fault
    {
        /// <summary>It is.</summary>
        None,

        /// <summary>There is no number at the front.</summary>
        NotANumber,

        /// <summary>The number stands alone.</summary>
        NoUnit,

        /// <summary>What follows the number is not a unit of the dimension.</summary>
        OtherUnit,

        /// <summary>The number is beyond the range of a double.</summary>
        OutOfRange,
    }

    /// <summary>Reads a plain number: optional sign, digits with optional point, optional exponent. Neither infinite nor NaN.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="value">The nearest double.</param>
    /// <returns>None, NotANumber or OutOfRange (too large, or not zero and too small).</returns>
    public static Fault ReadNumber(string text, out double value)
    {
        value = 0;
        return DecimalText.TryParse(text, out DecimalText digits) ? ToDouble(digits, out value) : Fault.NotANumber;
    }

    /// <summary>Reads a number with a unit.</summary>
    /// <param name="text">The text, such as <c>112.3 us</c>; the blank may be missing.</param>
    /// <param name="dimension">What it should measure.</param>
    /// <param name="value">The nearest double in the dimension's base unit (seconds, hertz, kelvin, radians, bytes).</param>
    /// <returns>None if it could be read.</returns>
    public static Fault Read(string text, Dimension dimension, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dimension);
        value = 0;
        int split = UnitStart(text);
        if (!DecimalText.TryParse(text.AsSpan(0, split).TrimEnd(), out DecimalText digits))
            return Fault.NotANumber;
        string symbol = text[split..];
        if (symbol.Length == 0)
            return Fault.NoUnit;
        return dimension.Find(symbol) is { } unit ? ToDouble(digits.InBase(unit), out value) : Fault.OtherUnit;
    }

    /// <summary>Writes a number with the unit that leaves one to three digits before the point.</summary>
    /// <param name="value">Finite value in the dimension's base unit.</param>
    /// <param name="dimension">What it measures.</param>
    /// <returns>For example <c>35.55555555555556 ns</c>; reads back as the identical double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or NaN.</exception>
    public static string Format(double value, Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        DecimalText digits = DecimalText.Shortest(value);
        Unit[] preferred = [.. dimension.Units.Where(u => u.IsPreferred).OrderBy(u => u.Exponent)];
        Unit unit = digits.Digits.IsZero
            ? preferred.Last(u => u.Exponent <= 0)
            : preferred.LastOrDefault(u => u.Exponent <= digits.Magnitude) ?? preferred[0];
        return $"{digits.Print(unit.Exponent)} {unit.Symbol}";
    }

    /// <summary>Writes a plain number with the fewest digits that read back as the identical double.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>For example <c>0.0158</c> or <c>8.87e-7</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or NaN.</exception>
    public static string Format(double value) => DecimalText.Shortest(value).Print(0);

    private static Fault ToDouble(DecimalText digits, out double value)
    {
        value = digits.ToDouble();
        bool lost = !double.IsFinite(value) || (value == 0 && !digits.Digits.IsZero);
        return lost ? Fault.OutOfRange : Fault.None;
    }

    // A unit begins at the first letter that is not the exponent's e, or ends the text when there is none.
    private static int UnitStart(string text)
    {
        int i = 0;
        while (i < text.Length && !char.IsLetter(text[i]))
            i++;
        bool exponent = i < text.Length && text[i] is 'e' or 'E' && i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '+' or '-');
        if (!exponent)
            return i;
        i++;
        while (i < text.Length && !char.IsLetter(text[i]))
            i++;
        return i;
    }
}
