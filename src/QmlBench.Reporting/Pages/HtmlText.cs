using System.Text;

namespace QmlBench.Reporting.Pages;

/// <summary>Text as HTML and SVG show it.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Escapes the five signs with a meaning in text and attributes, and replaces control characters, which no HTML or XML may hold.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(sign),
                '\r' => escaped,
                _ when char.IsControl(sign) => escaped.Append('\ufffd'),
                _ => escaped.Append(sign),
            };
        }

        return escaped.ToString();
    }
}
