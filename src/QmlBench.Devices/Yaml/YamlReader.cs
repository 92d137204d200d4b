using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads typed values from YAML nodes. What cannot be read is reported with its place, and the answer is null; nothing
/// throws.</summary>
/// <remarks>The reader of one file: it carries the text and the bag so that callers need not.</remarks>
/// <param name="source">The text the nodes are from.</param>
/// <param name="bag">Receives what is wrong.</param>
public sealed class YamlReader(SourceText source, DiagnosticBag bag)
{
    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>The text the nodes are from.</summary>
    public SourceText Source { get; } = source;

    /// <summary>Receives what is wrong.</summary>
    public DiagnosticBag Bag { get; } = bag;

    /// <summary>Reports an error.</summary>
    /// <param name="span">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="suggestion">What was probably meant.</param>
    public void Error(SourceSpan span, string message, string? expected = null, string? suggestion = null) =>
        Bag.Error(Source, span, message, expected, suggestion);

    /// <summary>Reads a mapping.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages: <c>qubit 3</c>.</param>
    /// <returns>A reader of its keys, or null if the node is not a mapping.</returns>
    public YamlMappingReader? Mapping(YamlNode node, string what)
    {
        if (node is YamlMapping mapping)
            return new YamlMappingReader(this, mapping, what);
        Error(node.Span, $"{what} is {node.Description}", "a mapping of keys to values");
        return null;
    }

    /// <summary>Reads a list.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <returns>Its items, or null if the node is not a list.</returns>
    public ImmutableArray<YamlNode>? List(YamlNode node, string what)
    {
        if (node is YamlSequence sequence)
            return sequence.Items;
        Error(node.Span, $"{what} is {node.Description}", "a list: [a, b] or one '- item' a line");
        return null;
    }

    /// <summary>Reads a text that is not empty.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <returns>The text, or null.</returns>
    public string? Text(YamlNode node, string what)
    {
        if (node is YamlScalar { IsNull: false, Text.Length: > 0 } scalar)
            return scalar.Text;
        Error(node.Span, $"{what} is {node.Description}", "a text");
        return null;
    }

    /// <summary>Reads a plain number; never infinite, never NaN.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="least">Smallest allowed value.</param>
    /// <param name="most">Largest allowed value.</param>
    /// <returns>The number, or null.</returns>
    public double? Number(YamlNode node, string what, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (node is not YamlScalar scalar || Quantity.ReadNumber(scalar.Text, out double value) is Quantity.Fault.NotANumber)
        {
            Error(node.Span, $"{what} is {node.Description}", "a number without unit");
            return null;
        }
        if (Quantity.ReadNumber(scalar.Text, out value) == Quantity.Fault.OutOfRange)
        {
            Error(node.Span, $"{what}: {node.Description} is beyond the range of a number", "a magnitude between 1e-300 and 1e300");
            return null;
        }
        if (value >= least && value <= most)
            return value;
        Error(node.Span, $"{what} is {Quantity.Format(value)}", $"a {Bounds(least, most)}");
        return null;
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="least">Smallest allowed value.</param>
    /// <param name="most">Largest allowed value.</param>
    /// <returns>The number, or null.</returns>
    public long? Integer(YamlNode node, string what, long least = long.MinValue, long most = long.MaxValue)
    {
        if (node is YamlScalar scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= least && value <= most)
            return value;
        bool bounded = least != long.MinValue || most != long.MaxValue;
        Error(node.Span, $"{what} is {node.Description}", bounded ? $"a whole {Bounds(least, most)}" : "a whole number");
        return null;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>; <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are refused.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <returns>The value, or null.</returns>
    public bool? Flag(YamlNode node, string what)
    {
        if (node is YamlScalar { IsQuoted: false, Text: "true" or "false" } scalar)
            return scalar.Text == "true";
        Error(node.Span, $"{what} is {node.Description}", "true or false");
        return null;
    }

    /// <summary>Reads one word of a list.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="choices">The words allowed.</param>
    /// <returns>The word, or null.</returns>
    public string? Choice(YamlNode node, string what, IReadOnlyCollection<string> choices)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            Error(node.Span, $"{what} is {node.Description}", $"one of {string.Join(", ", choices)}");
            return null;
        }
        if (choices.Contains(scalar.Text))
            return scalar.Text;
        Error(
            node.Span, $"unknown {what} '{scalar.Text}'", $"one of {string.Join(", ", choices)}", Suggestion.Nearest(scalar.Text, choices));
        return null;
    }

    /// <summary>Reads a number with a unit, exactly (see <see cref="QmlBench.Devices.Yaml.Quantity"/>).</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="dimension">What it measures.</param>
    /// <returns>The value in the dimension's base unit, or null.</returns>
    public double? Measure(YamlNode node, string what, Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        string text = (node as YamlScalar)?.Text ?? "";
        switch (Quantity.Read(text, dimension, out double value))
        {
            case Quantity.Fault.None:
                return value;
            case Quantity.Fault.NoUnit:
                Error(node.Span, $"{what} is {dimension.Name} and '{text}' has no unit", $"a unit behind the number, one of {dimension.Symbols}");
                return null;
            case Quantity.Fault.OtherUnit:
                string symbol = text.TrimStart("+-.0123456789 ".ToCharArray());
                Error(
                    node.Span, $"{what} is {dimension.Name} and '{text}' has another unit", $"one of {dimension.Symbols}",
                    Suggestion.Nearest(symbol, dimension.Units.Select(u => u.Symbol)));
                return null;
            case Quantity.Fault.OutOfRange:
                Error(node.Span, $"{what}: '{text}' is beyond the range of a number", "a magnitude between 1e-300 and 1e300");
                return null;
            default:
                Error(node.Span, $"{what} is {node.Description}", $"{dimension.Name}: a number and one of {dimension.Symbols}");
                return null;
        }
    }

    /// <summary>Reads a date, or a date with time and offset, in ISO 8601.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <returns>The time; a date alone means its midnight in UTC. Null if it cannot be read.</returns>
    public DateTimeOffset? Time(YamlNode node, string what)
    {
        if (node is YamlScalar scalar
            && DateTimeOffset.TryParseExact(scalar.Text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return time;
        Error(node.Span, $"{what} is {node.Description}", "a date such as 2024-05-27 or 2024-05-27T15:27:23+02:00");
        return null;
    }

    /// <summary>Reads a list of texts.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What an item is, for messages.</param>
    /// <returns>The texts that could be read; empty if the node is not a list.</returns>
    public ImmutableArray<string> Texts(YamlNode node, string what)
    {
        if (List(node, what) is not { } items)
            return [];
        return [.. items.Select(item => Text(item, $"an item of {what}")).OfType<string>()];
    }

    private static string Bounds(double least, double most) => (double.IsFinite(least), double.IsFinite(most)) switch
    {
        (true, true) => $"number from {Quantity.Format(least)} to {Quantity.Format(most)}",
        (true, false) => $"number of at least {Quantity.Format(least)}",
        _ => $"number of at most {Quantity.Format(most)}",
    };

    private static string Bounds(long least, long most) => (least != long.MinValue, most != long.MaxValue) switch
    {
        (true, true) => $"number from {least} to {most}",
        (true, false) => $"number of at least {least}",
        _ => $"number of at most {most}",
    };
}
