using System.Buffers;
using System.Globalization;
using System.Text;

namespace QmlBench.Devices.Yaml;

/// <summary>Writes texts as YAML scalars: plain where that is safe, else in double quotes.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> EndsFlow = SearchValues.Create(",[]{}:");

    /// <summary>A scalar in block context.</summary>
    public static string Of(string text) => IsPlain(text) && !text.Contains(": ", StringComparison.Ordinal) ? text : Quote(text);

    /// <summary>A scalar inside brackets or braces, where commas and brackets would end it.</summary>
    public static string InFlow(string text) => text.AsSpan().IndexOfAny(EndsFlow) >= 0 ? Quote(text) : Of(text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetterOrDigit(text[0])
        && !char.IsWhiteSpace(text[^1])
        && text[^1] != ':'
        && text.All(c => c is >= ' ' and < '\x7f')
        && !text.Contains(" #", StringComparison.Ordinal)
        && text is not ("null" or "Null" or "NULL");

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\uFEFF' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
