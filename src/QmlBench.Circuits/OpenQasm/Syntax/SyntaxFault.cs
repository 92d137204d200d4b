namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Ends one statement that cannot be understood; the reader reports it and goes on with the next statement.</summary>
internal sealed class SyntaxFault(Place place, string message, string? expected = null, string? suggestion = null) : Exception(message)
{
    internal Place Place { get; } = place;

    internal string? Expected { get; } = expected;

    internal string? Suggestion { get; } = suggestion;

    internal static SyntaxFault Unsupported(Place place, string feature) => new(place, $"unsupported: {feature}");
}
