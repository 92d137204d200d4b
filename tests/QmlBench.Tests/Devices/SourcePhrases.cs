using System.Text;

namespace QmlBench.Tests.Devices;

/// <summary>The texts in quotes of a C# source, each with what stands between its holes.</summary>
internal sealed class SourcePhrases
{
    private readonly string text;
    private readonly List<SourcePhrase> found = [];
    private int at;

    private SourcePhrases(string text) => this.text = text;

    /// <summary>The phrases of a source in order; those inside a hole stand after the one around it. Comments and raw strings have
    /// none.</summary>
    public static IReadOnlyList<SourcePhrase> Of(string source)
    {
        var reader = new SourcePhrases(source);
        reader.Code(inHole: false);
        return reader.found;
    }

    private void Code(bool inHole)
    {
        int depth = 0;
        while (at < text.Length)
        {
            if (Starts("//"))
                Skip("\n");
            else if (Starts("\"\"\""))
                Skip("\"\"\"");
            else if (Starts("'"))
                Letter();
            else if (Starts("$\""))
                Phrase(hasHoles: true);
            else if (Starts("\""))
                Phrase(hasHoles: false);
            else if (inHole && depth == 0 && Starts("}"))
                return;
            else
                depth += text[at++] switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
        }
    }

    private void Phrase(bool hasHoles)
    {
        int line = text.AsSpan(0, at).Count('\n') + 1, place = found.Count;
        List<string> parts = [];
        var part = new StringBuilder();
        while (!Starts("\""))
        {
            bool doubled = hasHoles && (text.AsSpan(at).StartsWith("{{") || text.AsSpan(at).StartsWith("}}"));
            if (text[at] == '\\' || doubled)
                at++;
            else if (hasHoles && Starts("{"))
            {
                parts.Add(part.ToString());
                part.Clear();
                Code(inHole: true);
                continue;
            }
            part.Append(text[at++]);
        }
        parts.Add(part.ToString());
        found.Insert(place, new(line, parts));
    }

    private void Letter()
    {
        at += text[at] == '\\' ? 2 : 1;
        Skip("'");
    }

    private void Skip(string end)
    {
        int next = text.IndexOf(end, at, StringComparison.Ordinal);
        at = next < 0 ? text.Length : next + end.Length;
    }

    private bool Starts(string word)
    {
        if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
            return false;
        at += word.Length;
        return true;
    }
}

/// <summary>A text in quotes.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Parts">What stands before, between and behind its holes.</param>
internal sealed record SourcePhrase(int Line, IReadOnlyList<string> Parts);
