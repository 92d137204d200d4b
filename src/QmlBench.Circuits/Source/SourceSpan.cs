namespace QmlBench.Circuits.Source;

/// <summary>A stretch of a text, from <see cref="Start"/> up to but not including <see cref="End"/>.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character; equal to <paramref name="Start"/> for an empty span.</param>
public readonly record struct SourceSpan(SourcePosition Start, SourcePosition End)
{
    /// <summary>The empty span at the beginning of a text.</summary>
    public static SourceSpan Beginning { get; } = new(SourcePosition.Start, SourcePosition.Start);

    /// <summary>Number of characters marked by a caret line: the span's width on its first line, at least 1.</summary>
    public int CaretWidth => Start.Line == End.Line ? Math.Max(1, End.Column - Start.Column) : 1;

    /// <summary>An empty span at one position.</summary>
    /// <param name="position">Where.</param>
    /// <returns>The span that starts and ends there.</returns>
    public static SourceSpan At(SourcePosition position) => new(position, position);
}
