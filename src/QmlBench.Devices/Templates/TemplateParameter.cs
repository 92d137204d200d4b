using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Templates;

/// <summary>A parameter of a template: its name, what it means, its range, and how it is read and written.</summary>
/// <param name="Name">Name as written.</param>
/// <param name="Meaning">What it is, in words.</param>
/// <param name="Default">Value where none is given, in the base unit of its dimension; for words, the index of one.</param>
/// <param name="Least">Smallest allowed value.</param>
/// <param name="Most">Largest allowed value.</param>
public sealed record TemplateParameter(string Name, string Meaning, double Default, double Least, double Most)
{
    /// <summary>What it measures; null for a plain number or a word.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The words it can be; empty for a number.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What may be written: <c>a whole number from 1 to 1024</c>.</summary>
    public string Range => Words.IsEmpty
        ? $"{(Dimension is null ? IsWhole ? "a whole number" : "a number" : Dimension.Name)} from {Write(Least)} to {Write(Most)}"
        : $"one of {string.Join(", ", Words)}";

    /// <summary>Writes a value as it is read, without blanks: <c>100us</c>.</summary>
    /// <param name="value">A value in range.</param>
    /// <returns>The shortest text that reads back as the same value.</returns>
    public string Write(double value) => !Words.IsEmpty
        ? Words[(int)value]
        : Dimension is { } dimension
            ? Quantity.Format(value, dimension).Replace(" ", "", StringComparison.Ordinal)
            : Quantity.Format(value);

    /// <summary>Reads a value.</summary>
    /// <param name="text">As written: <c>3</c>, <c>0.01</c>, <c>100us</c>, <c>cz</c>.</param>
    /// <param name="value">The value, should there be no problem.</param>
    /// <returns>What is wrong and what would be right; null if nothing is.</returns>
    public string? Read(string text, out double value)
    {
        value = 0;
        if (!Words.IsEmpty)
        {
            value = Words.IndexOf(text);
            return value >= 0 ? null : Problem(text, $"is {Range}", Suggestion.Nearest(text, Words));
        }
        if (Number(text, out value) is { } fault)
            return Problem(text, fault, null);
        return value >= Least && value <= Most && (!IsWhole || value == Math.Floor(value)) ? null : Problem(text, $"is {Range}", null);
    }

    private string? Number(string text, out double value)
    {
        Quantity.Fault fault = Dimension is null ? Quantity.ReadNumber(text, out value) : Quantity.Read(text, Dimension, out value);
        return fault switch
        {
            Quantity.Fault.None => null,
            Quantity.Fault.NoUnit => $"is {Range} with its unit, such as {Write(Default)}",
            _ => $"is {Range}",
        };
    }

    private string Problem(string text, string rule, string? suggestion) =>
        $"{Name} {rule}, not '{text}'" + (suggestion is null ? "" : $"; did you mean '{suggestion}'?");
}
