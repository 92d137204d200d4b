using System.Text;

namespace QmlBench.Reporting.Pages;

/// <summary>Text that Markdown must show and not obey.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>|#~&";

    /// <summary>One line in which every sign with a meaning is escaped; numbers stay as they are.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\r' or '\n')
                escaped.Append(' ');
            else if (Special.Contains(text[i], StringComparison.Ordinal) && !IsInsideWord(text, i) && !IsBracketOfNumber(text, i))
                escaped.Append('\\').Append(text[i]);
            else
                escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A fence longer than any run of backticks in the text.</summary>
    public static string Fence(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var sign in text)
        {
            run = sign == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(3, longest + 1));
    }

    // An underscore between letters or digits is no emphasis.
    private static bool IsInsideWord(string text, int i) =>
        text[i] == '_' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    // [0.1, 0.2] is no link: nothing but a number can follow "[" here, and nothing but the line, a blank or punctuation the "]".
    private static bool IsBracketOfNumber(string text, int i) => text[i] switch
    {
        '[' => i + 1 < text.Length && (char.IsDigit(text[i + 1]) || text[i + 1] == '−'),
        ']' => i > 0 && char.IsDigit(text[i - 1]) && (i + 1 == text.Length || text[i + 1] is ' ' or ',' or '.' or ';'),
        _ => false,
    };
}
