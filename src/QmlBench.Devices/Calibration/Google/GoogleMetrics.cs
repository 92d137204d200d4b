using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Figures of Google's calibration metrics, by name and targets.</summary>
internal sealed class GoogleMetrics
{
    private readonly SortedDictionary<string, SortedDictionary<string, JsonElement>> figures = new(StringComparer.Ordinal);
    private readonly JsonReader reader;

    private GoogleMetrics(JsonReader reader) => this.reader = reader;

    /// <summary>Every target, such as <c>3_2</c> or <c>3_2 4_2</c>.</summary>
    public IEnumerable<string> Targets => figures.Values.SelectMany(f => f.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the JSON form of the message Calibration, with or without Cirq's wrapping.</summary>
    public static GoogleMetrics Read(JsonReader reader, JsonElement root)
    {
        var metrics = new GoogleMetrics(reader);
        JsonElement parent = JsonReader.Member(root, "metrics") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        ImmutableArray<JsonElement> items = reader.Items(parent, "metrics", "");
        for (int i = 0; i < items.Length; i++)
            metrics.Add(items[i], $"metrics/{i}/");
        return metrics;
    }

    /// <summary>A figure of one or two targets, in either order; null if it is not given.</summary>
    public double? Figure(string name, params string[] targets) =>
        Raw(name, targets) is { } value ? reader.Number(value, $"{name}/{string.Join(' ', targets)}") : null;

    /// <summary>A time that the metric gives in microseconds.</summary>
    public double? Microseconds(string name, string target) =>
        Figure(name, target) is not null && Quantity.Read($"{Raw(name, [target])!.Value.GetRawText()} us", Dimension.Time, out double time) == Quantity.Fault.None
            ? time : null;

    private JsonElement? Raw(string name, string[] targets)
    {
        if (!figures.TryGetValue(name, out SortedDictionary<string, JsonElement>? found))
            return null;
        if (found.TryGetValue(string.Join(' ', targets), out JsonElement value) || found.TryGetValue(string.Join(' ', targets.Reverse()), out value))
            return value;
        return null;
    }

    private void Add(JsonElement item, string place)
    {
        string?[] targets = [.. reader.Items(item, "targets", place).Select(t => reader.Text(t, $"{place}targets"))];
        ImmutableArray<JsonElement> values = reader.Items(item, "values", place);
        if (reader.Text(item, "name", place) is not { } name || values.Length == 0 || targets.Length is 0 or > 2 || targets.Contains(null))
            reader.Error(place, "this metric is not whole", "a name, one or two targets and a value");
        else if ((JsonReader.Member(values[0], "doubleVal") ?? JsonReader.Member(values[0], "floatVal")) is { } value)
            (figures.TryGetValue(name, out SortedDictionary<string, JsonElement>? found) ? found : figures[name] = new(StringComparer.Ordinal))
                [string.Join(' ', targets)] = value;
    }
}
