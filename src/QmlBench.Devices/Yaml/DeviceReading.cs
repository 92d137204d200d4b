using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Yaml;

/// <summary>The state of reading one profile: the draft that grows, and where each figure stands in the text.</summary>
/// <remarks>A figure that could not be read is remembered as faulty, so that the rules do not report it a second time as missing.</remarks>
internal sealed class DeviceReading(YamlReader reader, KnownGates known)
{
    private readonly Dictionary<string, SourceSpan> spans = new(StringComparer.Ordinal);
    private readonly HashSet<string> faulty = new(StringComparer.Ordinal);

    public YamlReader Reader { get; } = reader;

    public KnownGates Known { get; } = known;

    public DeviceDraft Draft { get; } = new();

    /// <summary>Reads a quantity and remembers its place.</summary>
    public double? Measure(YamlMappingReader map, string key, Dimension dimension, string place) =>
        Remember(map, key, place, map.Measure(key, dimension));

    /// <summary>Reads a plain number and remembers its place.</summary>
    public double? Number(YamlMappingReader map, string key, string place) => Remember(map, key, place, map.Number(key));

    /// <summary>Reads a text and remembers its place.</summary>
    public string? Text(YamlMappingReader map, string key, string place)
    {
        string? text = map.Text(key);
        Mark(map, key, place, text is null);
        return text;
    }

    /// <summary>Remembers where something stands.</summary>
    public void Place(string place, SourceSpan span) => spans[place] = span;

    /// <summary>Remembers that something could not be read and has been reported.</summary>
    public void MarkFaulty(string place) => faulty.Add(place);

    /// <summary>Remembers where the value of a key stands, if it is there, and whether it could be read.</summary>
    public void Mark(YamlMappingReader map, string key, string place, bool isFaulty)
    {
        if (map.Optional(key) is not { } node)
            return;
        spans[place] = node.Span;
        if (isFaulty)
            faulty.Add(place);
    }

    /// <summary>Whether a place or something around it could not be read.</summary>
    public bool IsFaulty(string place) => faulty.Contains(place) || (Parent(place) is { } outer && IsFaulty(outer));

    /// <summary>Where a place stands, or the nearest thing around it.</summary>
    public SourceSpan SpanOf(string place)
    {
        if (spans.TryGetValue(place, out SourceSpan span))
            return span;
        return Parent(place) is { } outer ? SpanOf(outer) : SourceSpan.Beginning;
    }

    private double? Remember(YamlMappingReader map, string key, string place, double? value)
    {
        Mark(map, key, place, value is null);
        return value;
    }

    private static string? Parent(string place)
    {
        int slash = place.LastIndexOf('/');
        return slash < 0 ? null : place[..slash];
    }
}
