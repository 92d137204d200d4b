using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Figures of Google's calibration metrics, by name and targets.</summary>
internal sealed class GoogleMetrics
{
    private readonly SortedDictionary<string, SortedDictionary<string, (JsonElement Value, string Place)>> figures = new(StringComparer.Ordinal);
    private readonly JsonReader reader;

    private GoogleMetrics(JsonReader reader) => this.reader = reader;

    /// <summary>Every target, such as <c>3_2</c> or <c>3_2 4_2</c>, with the place of its first figure.</summary>
    public IEnumerable<(string Target, string Place)> Targets =>
        figures.Values.SelectMany(f => f).Select(f => (f.Key, f.Value.Place)).DistinctBy(t => t.Key);

    /// <summary>Reads the JSON form of the message Calibration, with or without Cirq's wrapping.</summary>
    public static GoogleMetrics Read(JsonReader reader, JsonElement root)
    {
        var metrics = new GoogleMetrics(reader);
        bool isWrapped = JsonReader.Member(root, "metrics") is { ValueKind: JsonValueKind.Object };
        JsonElement parent = isWrapped ? JsonReader.Member(root, "metrics")!.Value : root;
        string prefix = isWrapped ? "metrics/" : "";
        ImmutableArray<JsonElement> items = reader.Items(parent, "metrics", prefix);
        for (int i = 0; i < items.Length; i++)
            metrics.Add(items[i], $"{prefix}metrics/{i}/");
        return metrics;
    }

    /// <summary>A figure of one or two targets, in either order; null if it is not given.</summary>
    public double? Figure(string name, params string[] targets) =>
        Find(name, targets) is var (value, place) ? reader.Number(value, place) : null;

    /// <summary>A time that the metric gives in microseconds.</summary>
    public double? Microseconds(string name, string target) =>
        Figure(name, target) is not null && Find(name, [target]) is var (value, _)
            && Quantity.Read($"{value.GetRawText()} us", Dimension.Time, out double time) == Quantity.Fault.None ? time : null;

    /// <summary>Where a figure stands in the file; null if it is not given.</summary>
    public string? PlaceOf(string name, params string[] targets) => Find(name, targets)?.Place;

    private (JsonElement Value, string Place)? Find(string name, string[] targets)
    {
        if (!figures.TryGetValue(name, out SortedDictionary<string, (JsonElement, string)>? found))
            return null;
        return found.TryGetValue(string.Join(' ', targets), out (JsonElement, string) figure)
            || found.TryGetValue(string.Join(' ', targets.Reverse()), out figure) ? figure : null;
    }

    private void Add(JsonElement item, string place)
    {
        string?[] targets = [.. reader.Items(item, "targets", place).Select(t => reader.Text(t, $"{place}targets"))];
        ImmutableArray<JsonElement> values = reader.Items(item, "values", place);
        if (reader.Text(item, "name", place) is not { } name || values.Length == 0 || targets.Length is 0 or > 2 || targets.Contains(null))
            reader.Error(place, "this metric is not whole", "a name, one or two targets and a value");
        else if ((JsonReader.Member(values[0], "doubleVal") ?? JsonReader.Member(values[0], "floatVal")) is { } value)
            (figures.TryGetValue(name, out SortedDictionary<string, (JsonElement, string)>? found) ? found : figures[name] = new(StringComparer.Ordinal))
                [string.Join(' ', targets)] = (value, $"{place}values/0");
    }
}
