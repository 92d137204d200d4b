using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads typed values from a JSON calibration. What has another type than expected is reported with its path and taken as
/// absent.</summary>
internal sealed class JsonReader(SourceText source, DiagnosticBag bag)
{
    /// <summary>Parses a text; null (and an error with line and column) if it is not JSON or not an object.</summary>
    public JsonDocument? Parse()
    {
        try
        {
            var document = JsonDocument.Parse(source.Text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            Error("", "the calibration is not an object", "an object with the key 'schema'");
        }
        catch (JsonException fault)
        {
            var at = new SourcePosition((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            bag.Error(source, SourceSpan.At(at), $"not valid JSON: {fault.Message}");
        }
        return null;
    }

    /// <summary>Reports an error at a path of keys.</summary>
    public void Error(string place, string message, string? expected = null, string? suggestion = null) =>
        bag.Error(source, SourceSpan.Beginning, place.Length == 0 ? message : $"{place}: {message}", expected, suggestion);

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
}
