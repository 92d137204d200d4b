using System.Globalization;
using System.Numerics;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Reads the matrix of Braket's <c>unitary</c> pragma: <c>[[a, b], [c, d]]</c>, imaginary parts with <c>im</c>.</summary>
internal static class MatrixText
{
    /// <summary>The entries row by row, or null if the text is no square matrix of numbers.</summary>
    internal static Complex[]? Parse(string text)
    {
        string[] rows = text.Replace(" ", "", StringComparison.Ordinal).Split("],[");
        var entries = new List<Complex>();
        foreach (string row in rows)
        {
            string[] numbers = row.Trim('[', ']').Split(',');
            if (numbers.Length != rows.Length) return null;
            foreach (string number in numbers)
            {
                if (Entry(number) is not { } entry) return null;
                entries.Add(entry);
            }
        }

        return [.. entries];
    }

    // "1.0", "-0.5im", "0.5+0.5im": a sign that is not the first character and not part of an exponent begins the second part.
    private static Complex? Entry(string text)
    {
        int split = -1;
        for (int i = 1; i < text.Length; i++)
            if (text[i] is '+' or '-' && text[i - 1] is not ('e' or 'E')) split = i;
        if (split > 0)
            return Part(text[..split]) is { } first && Part(text[split..]) is { } second ? first + second : null;
        return Part(text);
    }

    private static Complex? Part(string text)
    {
        bool imaginary = text.EndsWith("im", StringComparison.Ordinal);
        string number = imaginary ? text[..^2] : text;
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            return null;
        return imaginary ? new Complex(0, value) : value;
    }
}
