using System.Collections.Immutable;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads the keys of one mapping. Every key that is asked for is thereby known; <see cref="Finish"/> reports the others.</summary>
/// <remarks>Methods named after a type read an optional key and give null when it is absent; those with <c>Required</c> report its absence.
/// A key that is there but cannot be read is reported and gives null too. A key with nothing behind it counts as an error, not as
/// absent.</remarks>
public sealed class YamlMappingReader
{
    private readonly YamlMapping mapping;
    private readonly List<string> known = [];
    private readonly List<string> refused = [];

    internal YamlMappingReader(YamlReader reader, YamlMapping mapping, string what)
    {
        Reader = reader;
        this.mapping = mapping;
        What = what;
    }

    /// <summary>The reader of the file.</summary>
    public YamlReader Reader { get; }

    /// <summary>What the mapping is, for messages.</summary>
    public string What { get; }

    /// <summary>Where the mapping stands.</summary>
    public SourceSpan Span => mapping.Span;

    /// <summary>Keys and values in order, for mappings whose keys are names chosen by the writer. Asking makes all keys known.</summary>
    public ImmutableArray<YamlEntry> Entries
    {
        get
        {
            known.AddRange(mapping.Entries.Select(e => e.Key.Text));
            return mapping.Entries;
        }
    }

    /// <summary>Whether a key is there.</summary>
    /// <param name="key">The key; it becomes known.</param>
    /// <returns>True if it is.</returns>
    public bool Has(string key) => Optional(key) is not null;

    /// <summary>Where a key stands, or the mapping if the key is absent.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The span of the key itself.</returns>
    public SourceSpan SpanOf(string key) => Entry(key)?.Key.Span ?? Span;

    /// <summary>The node of an optional key.</summary>
    /// <param name="key">The key; it becomes known.</param>
    /// <returns>The value, or null if the key is absent.</returns>
    public YamlNode? Optional(string key)
    {
        known.Add(key);
        return Entry(key)?.Value;
    }

    /// <summary>The node of a key that must be there.</summary>
    /// <param name="key">The key; it becomes known.</param>
    /// <returns>The value; null (and an error) if the key is absent.</returns>
    public YamlNode? Required(string key)
    {
        YamlNode? value = Optional(key);
        if (value is null)
            Reader.Error(SourceSpan.At(Span.Start), $"{What} has no '{key}'", $"the key '{key}'");
        return value;
    }

    /// <summary>Reads an optional text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text, or null.</returns>
    public string? Text(string key) => Optional(key) is { } node ? Reader.Text(node, Name(key)) : null;

    /// <summary>Reads a text that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text, or null after an error.</returns>
    public string? RequiredText(string key) => Required(key) is { } node ? Reader.Text(node, Name(key)) : null;

    /// <summary>Reads an optional plain number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">Smallest allowed value.</param>
    /// <param name="most">Largest allowed value.</param>
    /// <returns>The number, or null.</returns>
    public double? Number(string key, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        Optional(key) is { } node ? Reader.Number(node, Name(key), least, most) : null;

    /// <summary>Reads an optional whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">Smallest allowed value.</param>
    /// <param name="most">Largest allowed value.</param>
    /// <returns>The number, or null.</returns>
    public long? Integer(string key, long least = long.MinValue, long most = long.MaxValue) =>
        Optional(key) is { } node ? Reader.Integer(node, Name(key), least, most) : null;

    /// <summary>Reads an optional <c>true</c> or <c>false</c>.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null.</returns>
    public bool? Flag(string key) => Optional(key) is { } node ? Reader.Flag(node, Name(key)) : null;

    /// <summary>Reads an optional word of a list.</summary>
    /// <param name="key">The key.</param>
    /// <param name="choices">The words allowed.</param>
    /// <returns>The word, or null.</returns>
    public string? Choice(string key, IReadOnlyCollection<string> choices) =>
        Optional(key) is { } node ? Reader.Choice(node, key, choices) : null;

    /// <summary>Reads a word of a list that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="choices">The words allowed.</param>
    /// <returns>The word, or null after an error.</returns>
    public string? RequiredChoice(string key, IReadOnlyCollection<string> choices) =>
        Required(key) is { } node ? Reader.Choice(node, key, choices) : null;

    /// <summary>Reads an optional number with a unit.</summary>
    /// <param name="key">The key.</param>
    /// <param name="dimension">What it measures.</param>
    /// <returns>The value in the dimension's base unit, or null.</returns>
    public double? Measure(string key, Dimension dimension) =>
        Optional(key) is { } node ? Reader.Measure(node, Name(key), dimension) : null;

    /// <summary>Reads an optional date.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The time, or null.</returns>
    public DateTimeOffset? Time(string key) => Optional(key) is { } node ? Reader.Time(node, Name(key)) : null;

    /// <summary>Reads an optional mapping.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A reader of its keys, or null.</returns>
    public YamlMappingReader? Mapping(string key) => Optional(key) is { } node ? Reader.Mapping(node, Name(key)) : null;

    /// <summary>Reads a mapping that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A reader of its keys, or null after an error.</returns>
    public YamlMappingReader? RequiredMapping(string key) => Required(key) is { } node ? Reader.Mapping(node, Name(key)) : null;

    /// <summary>Reads an optional list.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its items, or null.</returns>
    public ImmutableArray<YamlNode>? List(string key) => Optional(key) is { } node ? Reader.List(node, Name(key)) : null;

    /// <summary>Reads an optional list of texts.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The texts; empty if the key is absent.</returns>
    public ImmutableArray<string> Texts(string key) => Optional(key) is { } node ? Reader.Texts(node, Name(key)) : [];

    /// <summary>Reports a key that may be expected here but must not be, and why; <see cref="Finish"/> says nothing more of it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="expected">What would have been right.</param>
    public void Refuse(string key, string message, string expected)
    {
        if (Entry(key) is not { } entry)
            return;
        refused.Add(key);
        Reader.Error(entry.Key.Span, message, expected);
    }

    /// <summary>Reports every key that was not asked for, with the key that was probably meant.</summary>
    public void Finish()
    {
        string[] names = [.. known.Distinct()];
        foreach (YamlEntry entry in mapping.Entries.Where(e => !names.Contains(e.Key.Text) && !refused.Contains(e.Key.Text)))
        {
            string[] free = [.. names.Where(name => Entry(name) is null)];
            Reader.Error(
                entry.Key.Span, $"unknown key '{entry.Key.Text}' in {What}", $"one of {string.Join(", ", names)}",
                Suggestion.Nearest(entry.Key.Text, free));
        }
    }

    private string Name(string key) => $"'{key}' of {What}";

    private YamlEntry? Entry(string key)
    {
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (entry.Key.Text == key)
                return entry;
        }
        return null;
    }
}
