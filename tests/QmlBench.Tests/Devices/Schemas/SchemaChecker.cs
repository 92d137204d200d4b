using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QmlBench.Tests.Devices.Schemas;

/// <summary>Checks values against a JSON Schema (draft 7): the keywords that the shipped schemas use, and an exception for any other.</summary>
internal sealed class SchemaChecker(JsonObject root)
{
    private static readonly string[] Words = ["$schema", "title", "description", "definitions", "then"];

    private readonly ConcurrentDictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a value; nothing if it is valid.</summary>
    public IReadOnlyList<SchemaFault> Check(JsonNode? value) => [.. Check(root, value, "")];

    private IEnumerable<SchemaFault> Check(JsonObject schema, JsonNode? value, string path) =>
        schema.SelectMany(keyword => Words.Contains(keyword.Key) ? [] : Keyword(schema, keyword.Key, keyword.Value!, value, path));

    private IEnumerable<SchemaFault> Keyword(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Check(Definition(rule.GetValue<string>()), value, path),
        "type" => Unless(IsOfType(rule, value), path, keyword),
        "enum" => Unless(rule.AsArray().Any(word => JsonNode.DeepEquals(word, value)), path, keyword),
        "const" => Unless(JsonNode.DeepEquals(rule, value), path, keyword),
        "minimum" => Unless(Number(value) is not { } number || number >= rule.GetValue<double>(), path, keyword),
        "maximum" => Unless(Number(value) is not { } number || number <= rule.GetValue<double>(), path, keyword),
        "exclusiveMinimum" => Unless(Number(value) is not { } number || number > rule.GetValue<double>(), path, keyword),
        "pattern" => Unless(Text(value) is not { } text || Matches(rule.GetValue<string>(), text), path, keyword),
        "minLength" => Unless(Text(value) is not { } text || text.Length >= rule.GetValue<int>(), path, keyword),
        "items" => Each(rule.AsObject(), value as JsonArray, path),
        "minItems" => Unless(value is not JsonArray list || list.Count >= rule.GetValue<int>(), path, keyword),
        "maxItems" => Unless(value is not JsonArray list || list.Count <= rule.GetValue<int>(), path, keyword),
        "required" => value is JsonObject map
            ? rule.AsArray().Select(key => key!.GetValue<string>()).Where(key => !map.ContainsKey(key)).Select(key => new SchemaFault(path, keyword, key))
            : [],
        "minProperties" => Unless(value is not JsonObject map || map.Count >= rule.GetValue<int>(), path, keyword),
        "properties" => Known(rule.AsObject(), value as JsonObject, path),
        "patternProperties" => Formed(rule.AsObject(), value as JsonObject, path),
        "additionalProperties" => Others(schema, rule, value as JsonObject, path),
        "allOf" => rule.AsArray().SelectMany(one => Check(one!.AsObject(), value, path)),
        "anyOf" => AtLeastOne([.. Branches(rule, value, path)]),
        "oneOf" => ExactlyOne([.. Branches(rule, value, path)], path),
        "if" => Check(rule.AsObject(), value, path).Any() ? [] : Check(schema["then"]!.AsObject(), value, path),
        _ => throw new ArgumentException($"The checker of the tests does not know the keyword '{keyword}'.", nameof(keyword)),
    };

    private JsonObject Definition(string reference)
    {
        Assert.StartsWith("#/definitions/", reference, StringComparison.Ordinal);
        return root["definitions"]![reference["#/definitions/".Length..]]!.AsObject();
    }

    private IEnumerable<List<SchemaFault>> Branches(JsonNode rule, JsonNode? value, string path) =>
        rule.AsArray().Select(one => Check(one!.AsObject(), value, path).ToList());

    private static IEnumerable<SchemaFault> AtLeastOne(List<List<SchemaFault>> branches) =>
        branches.Exists(faults => faults.Count == 0) ? [] : branches.SelectMany(faults => faults);

    private static IEnumerable<SchemaFault> ExactlyOne(List<List<SchemaFault>> branches, string path) =>
        branches.Count(faults => faults.Count == 0) > 1 ? [new(path, "oneOf")] : AtLeastOne(branches);

    private IEnumerable<SchemaFault> Each(JsonObject item, JsonArray? list, string path) =>
        (list ?? []).SelectMany((one, index) => Check(item, one, $"{path}/{index}"));

    private IEnumerable<SchemaFault> Known(JsonObject properties, JsonObject? map, string path) =>
        (map ?? []).Where(entry => properties.ContainsKey(entry.Key))
            .SelectMany(entry => Check(properties[entry.Key]!.AsObject(), entry.Value, $"{path}/{entry.Key}"));

    private IEnumerable<SchemaFault> Formed(JsonObject forms, JsonObject? map, string path) =>
        (map ?? []).SelectMany(entry => forms.Where(pattern => Matches(pattern.Key, entry.Key))
            .SelectMany(pattern => Check(pattern.Value!.AsObject(), entry.Value, $"{path}/{entry.Key}")));

    private IEnumerable<SchemaFault> Others(JsonObject schema, JsonNode rule, JsonObject? map, string path)
    {
        JsonObject named = schema["properties"]?.AsObject() ?? [], formed = schema["patternProperties"]?.AsObject() ?? [];
        var others = (map ?? []).Where(entry => !named.ContainsKey(entry.Key) && !formed.Any(pattern => Matches(pattern.Key, entry.Key)));
        return rule is JsonObject shape
            ? others.SelectMany(entry => Check(shape, entry.Value, $"{path}/{entry.Key}"))
            : others.Select(entry => new SchemaFault(path, "additionalProperties", entry.Key, [.. named.Select(p => p.Key)]));
    }

    private static IEnumerable<SchemaFault> Unless(bool holds, string path, string keyword) => holds ? [] : [new(path, keyword)];

    private static bool IsOfType(JsonNode rule, JsonNode? value) =>
        rule is JsonArray types ? types.Any(type => IsOfType(type!, value)) : IsOfType(rule.GetValue<string>(), value);

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == Math.Floor(number),
        "boolean" => value is JsonValue && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => throw new ArgumentException($"'{type}' is no type.", nameof(type)),
    };

    private static double? Number(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue(out double number) ? number : null;

    private static string? Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : null;

    // ECMAScript reads \s, $ and character classes as JSON Schema means them.
    private bool Matches(string pattern, string text) =>
        patterns.GetOrAdd(pattern, form => new Regex(form, RegexOptions.ECMAScript)).IsMatch(text);
}
