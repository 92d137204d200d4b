namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Where a piece of syntax stands in the text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal readonly record struct Place(int Start, int End)
{
    internal int Length => End - Start;

    internal Place To(Place other) => new(Start, other.End);
}
