namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>A run of characters with a meaning.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    internal int End => Start + Length;
}
