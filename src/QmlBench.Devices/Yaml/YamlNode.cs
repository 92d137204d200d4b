using System.Collections.Immutable;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Yaml;

/// <summary>A node of a YAML document that knows its place in the text.</summary>
/// <param name="span">Where the node stands.</param>
public abstract class YamlNode(SourceSpan span)
{
    /// <summary>Where the node stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What the node is, for messages: <c>a mapping</c>, <c>a list</c>, <c>'text'</c> or <c>nothing</c>.</summary>
    public abstract string Description { get; }
}

/// <summary>A single value. All values are texts here; what they mean is decided by who asks.</summary>
/// <param name="span">Where it stands, quotes included.</param>
/// <param name="text">The value, quotes and escapes resolved.</param>
/// <param name="isQuoted">Whether it was written in quotes or as a block: such a value is text and never null.</param>
public sealed class YamlScalar(SourceSpan span, string text, bool isQuoted) : YamlNode(span)
{
    /// <summary>The value, quotes and escapes resolved.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it was written in quotes or as a block.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Whether nothing was written: an empty value, <c>~</c> or <c>null</c>, not in quotes.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Description => IsNull ? "nothing" : $"'{(Text.Length <= 40 ? Text : Text[..40] + "…")}'";
}

/// <summary>A list.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="items">Its items in order.</param>
public sealed class YamlSequence(SourceSpan span, ImmutableArray<YamlNode> items) : YamlNode(span)
{
    /// <summary>The items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Description => "a list";
}

/// <summary>A mapping. Keys are scalars, and no key occurs twice.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="entries">Keys and values in order.</param>
public sealed class YamlMapping(SourceSpan span, ImmutableArray<YamlEntry> entries) : YamlNode(span)
{
    /// <summary>Keys and values in order.</summary>
    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Description => "a mapping";
}

/// <summary>One line of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
