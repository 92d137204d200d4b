using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads typed values from a JSON calibration. What has another type than expected is reported with its path and taken as
/// absent.</summary>
internal sealed partial class JsonReader(SourceText source, DiagnosticBag bag)
{
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly HashSet<(string Place, string Message)> told = [];
    private JsonPlaces? places;

    /// <summary>Parses a text; null (and an error with line and column) if it is not JSON or not an object.</summary>
    public JsonDocument? Parse()
    {
        // Half of a character is legal JSON but no text: comparing or reading such a key would throw.
        if (HalfCharacterInKey().Match(source.Text) is { Success: true } half)
        {
            bag.Error(source, source.SpanOf(half.Index, half.Length), "a key contains an escaped half of a character", "plain letters");
            return null;
        }
        try
        {
            var document = JsonDocument.Parse(source.Text);
            places = new JsonPlaces(source);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            Error("", "the calibration is not an object", "an object in braces");
        }
        catch (JsonException fault)
        {
            var at = new SourcePosition((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            bag.Error(source, SourceSpan.At(at), string.IsNullOrWhiteSpace(source.Text) ? "the file is empty" : $"not valid JSON: {Reason(fault)}");
        }
        return null;
    }

    /// <summary>Says where in the file a figure of the profile stands, where its own path would not lead there.</summary>
    public void Place(string ofProfile, string ofFile) => aliases[ofProfile] = ofFile;

    /// <summary>Reports an error at a path of keys.</summary>
    /// <remarks>The same figure may be asked for more than once; its fault is told once.</remarks>
    public void Error(string place, string message, string? expected = null, string? suggestion = null)
    {
        if (told.Add((place, message)))
            bag.Error(
                source, places?.SpanOf(aliases.GetValueOrDefault(place, place)) ?? SourceSpan.Beginning,
                place.Length == 0 ? message : $"{place}: {message}", expected, suggestion);
    }

    /// <summary>Reports what is assumed.</summary>
    public void Notice(string message) => bag.Notice(source, SourceSpan.Beginning, message);

    /// <summary>A member that is there and not null.</summary>
    public static JsonElement? Member(JsonElement parent, string key) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A text, or null.</summary>
    public string? Text(JsonElement parent, string key, string place)
    {
        if (Member(parent, key) is not { } value)
            return null;
        return Text(value, $"{place}{key}");
    }

    /// <summary>A text.</summary>
    public string? Text(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String && !HasEscapedSurrogate(value))
            return value.GetString();
        Error(place, "this is not a text", "a text in quotes");
        return null;
    }

    // Half of a character, escaped as \ud800, is legal JSON but no text: reading it would throw. No vendor escapes characters there.
    private static bool HasEscapedSurrogate(JsonElement value) =>
        value.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase);

    /// <summary>A finite number, or null.</summary>
    public double? Number(JsonElement parent, string key, string place) =>
        Member(parent, key) is { } value ? Number(value, $"{place}{key}") : null;

    /// <summary>A finite number; null for JSON's null.</summary>
    public double? Number(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number))
            return number;
        Error(place, "this is not a finite number", "a number or null");
        return null;
    }

    /// <summary>A whole number from 0 to <paramref name="most"/>, or null.</summary>
    public int? Index(JsonElement value, string place, int most)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int index) && index >= 0 && index <= most)
            return index;
        Error(place, "this is not an index", $"a whole number from 0 to {most}");
        return null;
    }

    /// <summary>The items of a list; empty if the member is absent or null.</summary>
    public ImmutableArray<JsonElement> Items(JsonElement parent, string key, string place) =>
        Member(parent, key) is { } value ? Items(value, $"{place}{key}") : [];

    /// <summary>The items of a list.</summary>
    public ImmutableArray<JsonElement> Items(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray()];
        Error(place, "this is not a list", "a list");
        return [];
    }

    /// <summary>The members of an object that is a member; empty if it is absent or null.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members(JsonElement parent, string key)
    {
        if (Member(parent, key) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Object)
            return [.. value.EnumerateObject().Select(m => (m.Name, m.Value))];
        Error(key, "this is not an object", "an object in braces");
        return [];
    }

    /// <summary>A time in ISO 8601; a date alone is its midnight in UTC.</summary>
    public DateTimeOffset? Time(string? text, string place)
    {
        if (text is null)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return time;
        Error(place, $"'{text}' is not a time", "ISO 8601");
        return null;
    }

    /// <summary>A figure with its unit, as an object with the members <c>value</c> and <c>unit</c>; null if the value is.</summary>
    /// <remarks>The double nearest to the decimal value in SI units; no multiplication rounds it a second time.</remarks>
    public double? Figure(JsonElement item, Dimension dimension, string place)
    {
        if (Member(item, "value") is not { } value || Number(value, $"{place}/value") is null)
            return null;
        string unit = Text(item, "unit", $"{place}/") ?? "";
        // Amazon Braket writes seconds as S.
        string text = $"{value.GetRawText()} {(unit == "S" ? "s" : unit)}";
        if (Quantity.Read(text, dimension, out double figure) == Quantity.Fault.None)
            return figure;
        Error($"{place}/unit", $"'{unit}' does not make {dimension.Name} of {value.GetRawText()}", $"one of {dimension.Symbols}");
        return null;
    }

    /// <summary>What is missing from a fidelity to 1; null if it is not given.</summary>
    /// <remarks>Taken in decimal, so that 0.9995 gives 0.0005 and not 0.0005000000000000004.</remarks>
    public double? Infidelity(JsonElement parent, string key, string place)
    {
        if (Number(parent, key, place) is not { } number || Member(parent, key) is not { } value)
            return null;
        if (number is >= 0 and <= 1 && decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal fidelity))
            return double.Parse((1 - fidelity).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Error($"{place}{key}", $"{value.GetRawText()} is not a fidelity", "a number from 0 to 1");
        return null;
    }

    // The place is said before the message; the library says it again behind.
    private static string Reason(JsonException fault) => fault.Message.Split(" LineNumber:")[0];

    [GeneratedRegex("""\\[uU][dD][89a-fA-F][0-9a-fA-F]{2}[^"\r\n]*"\s*:""")]
    private static partial Regex HalfCharacterInKey();
}
