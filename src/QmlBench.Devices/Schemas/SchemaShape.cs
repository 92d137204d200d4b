using System.Text.Json.Nodes;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Schemas;

/// <summary>What may stand at one place of a YAML file, as JSON Schema (draft 7) says it. One shape for every question of
/// <see cref="YamlReader"/>.</summary>
/// <remarks>A schema is weaker than the reader, which also holds the parts of a file against each other; but a key that the reader
/// does not know, a word outside its list and a quantity without unit are wrong for both. Immutable: nodes are copied in and out.</remarks>
public sealed class SchemaShape
{
    private readonly JsonObject members;

    private SchemaShape(JsonObject members) => this.members = members;

    /// <summary>A text that is not empty. A text that looks like a number or a flag needs no quotes.</summary>
    public static SchemaShape Text { get; } = new(new() { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1 });

    /// <summary>A date, or a date with time and offset.</summary>
    public static SchemaShape Time { get; } = Pattern(SchemaPatterns.Date);

    /// <summary>A plain number within bounds.</summary>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="most">Largest value allowed.</param>
    public static SchemaShape Number(double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        var node = new JsonObject { ["type"] = "number" };
        if (least == double.Epsilon)
            node["exclusiveMinimum"] = 0;
        else if (double.IsFinite(least))
            node["minimum"] = least;
        if (most < double.MaxValue)
            node["maximum"] = most;
        return new(node);
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="most">Largest value allowed.</param>
    public static SchemaShape Integer(long least, long most = long.MaxValue) =>
        new(new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most });

    /// <summary>One word of a list.</summary>
    /// <param name="words">The words.</param>
    public static SchemaShape Choice(IEnumerable<string> words) =>
        new(new() { ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) });

    /// <summary>A number with a unit, of either sign.</summary>
    /// <param name="dimension">What it measures.</param>
    public static SchemaShape Measure(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Pattern(SchemaPatterns.Quantity(dimension));
    }

    /// <summary>A number with a unit that is not negative.</summary>
    /// <param name="dimension">What it measures.</param>
    public static SchemaShape Amount(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Pattern(SchemaPatterns.Amount(dimension));
    }

    /// <summary>A text of a form, which may look like a number or a flag and needs no quotes.</summary>
    /// <param name="pattern">The form, as a regular expression.</param>
    public static SchemaShape Name(string pattern) => Text.With("pattern", pattern);

    /// <summary>A text of a form.</summary>
    /// <param name="pattern">The form, as a regular expression.</param>
    public static SchemaShape Pattern(string pattern) => new(new() { ["type"] = "string", ["pattern"] = pattern });

    /// <summary>A text that begins with one of some words, perhaps followed by a colon and more.</summary>
    /// <param name="words">The words.</param>
    public static SchemaShape Headed(IEnumerable<string> words) => Pattern(SchemaPatterns.Headed(words));

    /// <summary>A list.</summary>
    /// <param name="item">What its items are.</param>
    /// <param name="least">Fewest items.</param>
    /// <param name="most">Most items, or null.</param>
    public static SchemaShape List(SchemaShape item, int least = 0, int? most = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        var node = new JsonObject { ["type"] = "array", ["items"] = item.Json() };
        if (least > 0)
            node["minItems"] = least;
        if (most is { } largest)
            node["maxItems"] = largest;
        return new(node);
    }

    /// <summary>A mapping whose keys are these and no others.</summary>
    /// <param name="keys">The keys in the order of documentation.</param>
    public static SchemaShape Mapping(params IEnumerable<SchemaKey> keys)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (SchemaKey key in keys)
        {
            JsonObject value = key.Value.Json();
            // Beside a reference nothing else is looked at, so the description stands around it.
            properties[key.Name] = value.ContainsKey("$ref")
                ? new JsonObject { ["description"] = key.Description, ["allOf"] = new JsonArray(value) }
                : Described(value, key.Description);
            if (key.IsRequired)
                required.Add(key.Name);
        }
        var node = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
            node["required"] = required;
        return new(node);
    }

    /// <summary>A mapping whose keys are names of a form.</summary>
    /// <param name="pattern">The form of a key, as a regular expression.</param>
    /// <param name="value">What stands behind each.</param>
    public static SchemaShape Entries(string pattern, SchemaShape value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(new()
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [pattern] = value.Json() },
            ["additionalProperties"] = false,
        });
    }

    /// <summary>A mapping whose keys are any names.</summary>
    /// <param name="value">What stands behind each.</param>
    public static SchemaShape Entries(SchemaShape value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(new() { ["type"] = "object", ["additionalProperties"] = value.Json() });
    }

    /// <summary>Any of several shapes.</summary>
    /// <param name="shapes">The shapes, the most usual first.</param>
    public static SchemaShape Any(params IEnumerable<SchemaShape> shapes) =>
        new(new() { ["anyOf"] = new JsonArray([.. shapes.Select(shape => shape.Json())]) });

    /// <summary>What stands under a name among the definitions of the document.</summary>
    /// <param name="name">The name.</param>
    public static SchemaShape Reference(string name) => new(new() { ["$ref"] = $"#/definitions/{name}" });

    /// <summary>The same with exactly one of some keys.</summary>
    /// <param name="keys">The keys.</param>
    public SchemaShape WithOneOf(params IEnumerable<string> keys) =>
        With("oneOf", new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]));

    /// <summary>The same with at least one of some keys.</summary>
    /// <param name="keys">The keys.</param>
    public SchemaShape WithAnyOf(params IEnumerable<string> keys) =>
        With("anyOf", new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]));

    /// <summary>The same, and more where a key has a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cases">Values of the key, and the keys that follow from each.</param>
    public SchemaShape WithCases(string key, IEnumerable<(string Value, IEnumerable<SchemaKey> Keys)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return With("allOf", new JsonArray([.. cases.Select(one => new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { [key] = new JsonObject { ["const"] = one.Value } } },
            ["then"] = new JsonObject { ["properties"] = Mapping(one.Keys).Json()["properties"]!.DeepClone() },
        })]));
    }

    /// <summary>The same with at least one key.</summary>
    public SchemaShape NotEmpty() => With("minProperties", 1);

    /// <summary>The shape as JSON, a copy.</summary>
    public JsonObject Json() => members.DeepClone().AsObject();

    private static JsonObject Described(JsonObject node, string description)
    {
        var described = new JsonObject { ["description"] = description };
        foreach ((string key, JsonNode? value) in node)
            described[key] = value?.DeepClone();
        return described;
    }

    private SchemaShape With(string keyword, JsonNode value)
    {
        JsonObject node = Json();
        node[keyword] = value;
        return new(node);
    }
}
