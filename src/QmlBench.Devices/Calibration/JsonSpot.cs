using System.Text;
using System.Text.Json;

namespace QmlBench.Devices.Calibration;

/// <summary>A value of a JSON text with the bytes it takes: what <see cref="JsonPlaces"/> walks over.</summary>
internal sealed class JsonSpot
{
    private readonly List<(string? Name, JsonSpot Value)> children = [];

    private JsonSpot(int start) => Start = start;

    /// <summary>Offset of the first byte.</summary>
    public int Start { get; }

    /// <summary>Number of bytes of a plain value; 1 (the bracket) for an object or a list.</summary>
    public int Length { get; private init; } = 1;

    /// <summary>Words of a text, else null.</summary>
    private string? Words { get; init; }

    /// <summary>Reads a text that is known to be JSON.</summary>
    public static JsonSpot Read(byte[] text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        return Value(ref reader);
    }

    /// <summary>The part of a name: a member, an item by its index, an item that calls itself so, or one of these one level down.</summary>
    public JsonSpot? Find(string name) => Own(name) ?? children.Select(child => child.Value.Own(name)).FirstOrDefault(found => found is not null);

    private JsonSpot? Own(string name)
    {
        // Of two members of one name the later one holds.
        if (children.FindLast(child => child.Name is not null && Same(child.Name, name)).Value is { } member)
            return member;
        if (int.TryParse(name, out int index) && index >= 0 && index < children.Count && children[index].Name is null)
            return children[index].Value;
        return children.Find(child => child.Name is null && child.Value.IsCalled(name)).Value;
    }

    private bool IsCalled(string name) => children.Exists(child => child is { Name: "name" or "gate", Value.Words: { } words } && Same(words, name));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static JsonSpot Value(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return new JsonSpot(start)
            {
                Length = (int)reader.BytesConsumed - start,
                Words = reader.TokenType == JsonTokenType.String ? Encoding.UTF8.GetString(reader.ValueSpan) : null,
            };
        var node = new JsonSpot(start);
        string? name = null;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                name = Encoding.UTF8.GetString(reader.ValueSpan);
            else
                node.children.Add((name, Value(ref reader)));
        }
        return node;
    }
}
