using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QmlBench.Devices.Yaml;

/// <summary>Turns a YAML text into nodes with positions. Only plain data are allowed: one document, no anchors, aliases or tags.</summary>
/// <remarks>Anchors and aliases are refused because a few lines of them can stand for gigabytes. Duplicate keys are reported and the
/// first is kept. Bad content never throws; it is reported.</remarks>
public sealed class YamlSource
{
    /// <summary>Deepest nesting of lists and mappings.</summary>
    public const int DeepestNesting = 40;

    /// <summary>Longest text in characters.</summary>
    public const int LongestText = 16 * 1024 * 1024;

    private readonly SourceText source;
    private readonly DiagnosticBag bag;
    private readonly IParser parser;

    private YamlSource(SourceText source, DiagnosticBag bag)
    {
        this.source = source;
        this.bag = bag;
        parser = new GuardedParser(source.Text);
    }

    /// <summary>Parses a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives what is wrong with it.</param>
    /// <returns>The root of the document; null if the text is not YAML or holds no document (then the bag says so).</returns>
    public static YamlNode? Parse(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        if (source.Text.Length > LongestText)
        {
            bag.Error(source, SourceSpan.Beginning, $"the file is too long: {source.Text.Length} characters", $"at most {LongestText}");
            return null;
        }
        try
        {
            return new YamlSource(source, bag).Document();
        }
        catch (YamlException fault)
        {
            bag.Error(source, new(At(source, fault.Start), At(source, fault.End)), $"not valid YAML: {Reason(fault)}");
            return null;
        }
    }

    private static string Reason(YamlException fault)
    {
        string message = fault.Message;
        // YamlDotNet puts its own position before the message; ours already stands there.
        int colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (colon < 0 ? message : message[(colon + 3)..]).TrimEnd('.');
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            bag.Error(source, SourceSpan.Beginning, "the file is empty");
            return null;
        }
        YamlNode? root = Node(depth: 0);
        if (root is null)
            return null;
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            bag.Error(source, SpanOf(second), "a second document begins here", "one document a file");
            return null;
        }
        return root;
    }

    // Null means that reading must stop: the event stream cannot be followed further.
    private YamlNode? Node(int depth)
    {
        ParsingEvent next = parser.Consume<ParsingEvent>();
        if (next is AnchorAlias)
            return Refuse(next, "an alias is not allowed here", "the value itself");
        if (next is NodeEvent node && !node.Anchor.IsEmpty)
            return Refuse(next, "an anchor is not allowed here", "the value alone");
        if (next is NodeEvent tagged && !tagged.Tag.IsEmpty && !tagged.Tag.IsNonSpecific)
            return Refuse(next, $"the tag '{tagged.Tag}' is not allowed here", "the value alone");
        if (depth > DeepestNesting)
            return Refuse(next, $"lists and mappings are nested deeper than {DeepestNesting}");
        return next switch
        {
            Scalar scalar => new YamlScalar(SpanOf(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart start => Sequence(start, depth),
            MappingStart start => Mapping(start, depth),
            _ => Refuse(next, "nothing can be read here", "a value"),
        };
    }

    private YamlSequence? Sequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (true)
        {
            if (parser.TryConsume<SequenceEnd>(out SequenceEnd? end))
                return new YamlSequence(new(SpanOf(start).Start, SpanOf(end).End), items.ToImmutable());
            if (Node(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
    }

    private YamlMapping? Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        while (true)
        {
            if (parser.TryConsume<MappingEnd>(out MappingEnd? end))
                return new YamlMapping(new(SpanOf(start).Start, SpanOf(end).End), entries.ToImmutable());
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value)
                return null;
            if (key is not YamlScalar name)
                bag.Error(source, key.Span, $"a key cannot be {key.Description}", "a name");
            else if (!seen.TryAdd(name.Text, name))
                bag.Error(source, name.Span, $"the key '{name.Text}' is here for the second time, first in line {seen[name.Text].Span.Start.Line}");
            else
                entries.Add(new(name, value));
        }
    }

    private YamlNode? Refuse(ParsingEvent at, string message, string? expected = null)
    {
        bag.Error(source, SpanOf(at), message, expected);
        return null;
    }

    private SourceSpan SpanOf(ParsingEvent at) => new(At(source, at.Start), At(source, at.End));

    private static SourcePosition At(SourceText source, Mark mark) =>
        source.PositionOf((int)Math.Clamp(mark.Index, 0, source.Text.Length));
}
