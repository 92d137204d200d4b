using System.Collections.Immutable;

namespace QmlBench.Circuits.Source;

/// <summary>A text with the name of the file it came from, which knows where its lines begin.</summary>
/// <remarks>Lines end with LF, CR LF or a lone CR. A byte-order mark at the start is dropped. Immutable and thread-safe.</remarks>
public sealed class SourceText
{
    private readonly ImmutableArray<int> lineStarts;

    /// <summary>Takes a text that is already in memory.</summary>
    /// <param name="fileName">Name shown in messages; need not exist on disk.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string fileName, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentNullException.ThrowIfNull(text);
        FileName = fileName;
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        lineStarts = FindLineStarts(Text);
    }

    /// <summary>Name shown in messages.</summary>
    public string FileName { get; }

    /// <summary>The whole text, without a byte-order mark.</summary>
    public string Text { get; }

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>Reads a file as UTF-8.</summary>
    /// <param name="path">Path of the file; it also becomes the name in messages.</param>
    /// <returns>The text.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SourceText FromFile(string path) => new(path, File.ReadAllText(path));

    /// <summary>Line and column of a character.</summary>
    /// <param name="offset">Index into <see cref="Text"/>, from 0 to its length inclusive.</param>
    /// <returns>The position, 1-based.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public SourcePosition PositionOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        int found = lineStarts.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>Span of <paramref name="length"/> characters from <paramref name="offset"/>.</summary>
    /// <param name="offset">Index of the first character.</param>
    /// <param name="length">Number of characters.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The stretch leaves the text.</exception>
    public SourceSpan SpanOf(int offset, int length) => new(PositionOf(offset), PositionOf(offset + length));

    /// <summary>Text of a line without its line ending.</summary>
    /// <param name="line">Line number from 1; a number outside the text gives an empty line.</param>
    /// <returns>The line.</returns>
    public string Line(int line)
    {
        if (line < 1 || line > LineCount)
            return "";
        int start = lineStarts[line - 1];
        int end = line < LineCount ? lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = 0; i < text.Length; i++)
        {
            bool carriageReturnAlone = text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n');
            if (text[i] == '\n' || carriageReturnAlone)
                starts.Add(i + 1);
        }
        return starts.ToImmutable();
    }
}
