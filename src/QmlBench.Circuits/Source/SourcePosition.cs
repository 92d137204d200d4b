namespace QmlBench.Circuits.Source;

/// <summary>A place in a text: line and column, both counted from 1.</summary>
/// <remarks>A column is a UTF-16 code unit; a tab is one column. Ordered by line, then column.</remarks>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct SourcePosition(int Line, int Column) : IComparable<SourcePosition>
{
    /// <summary>The first character of a text; also used for what concerns a file as a whole.</summary>
    public static SourcePosition Start { get; } = new(1, 1);

    /// <summary>Orders by line, then by column.</summary>
    /// <param name="other">The position to compare with.</param>
    /// <returns>Negative, zero or positive as this stands before, at or after <paramref name="other"/>.</returns>
    public int CompareTo(SourcePosition other) =>
        Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(SourcePosition left, SourcePosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands after <paramref name="right"/>.</summary>
    public static bool operator >(SourcePosition left, SourcePosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> stands before or at <paramref name="right"/>.</summary>
    public static bool operator <=(SourcePosition left, SourcePosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> stands after or at <paramref name="right"/>.</summary>
    public static bool operator >=(SourcePosition left, SourcePosition right) => left.CompareTo(right) >= 0;

    /// <summary>Prints <c>line:column</c>.</summary>
    /// <returns>For example <c>12:5</c>.</returns>
    public override string ToString() => $"{Line}:{Column}";
}
