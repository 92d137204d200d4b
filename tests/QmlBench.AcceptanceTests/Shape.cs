using System.Text.Json;
using System.Text.Json.Nodes;

namespace QmlBench.AcceptanceTests;

/// <summary>
/// The form of a JSON result, written as JSON whose leaves name types: text, number, whole, flag, null; <c>number?</c> may be null.
/// Keys must be there, others may; <c>"*"</c> stands for every key, the one element of an array for all of them.
/// </summary>
internal static class Shape
{
    public static void Check(string shape, JsonNode? actual) => Check(JsonNode.Parse(shape)!, actual, "$");

    private static void Check(JsonNode shape, JsonNode? actual, string path)
    {
        switch (shape)
        {
            case JsonObject keys:
                var map = Assert.IsType<JsonObject>(actual);
                foreach (var (key, inner) in keys)
                    CheckKey(inner!, map, key, path);
                break;
            case JsonArray one:
                foreach (var element in Assert.IsType<JsonArray>(actual))
                    Check(one[0]!, element, path + "[]");
                break;
            default:
                Assert.True(Fits((string)shape!, actual), $"{path} is {actual?.ToJsonString() ?? "null"}, not of type {shape}");
                break;
        }
    }

    private static void CheckKey(JsonNode shape, JsonObject map, string key, string path)
    {
        Assert.True(key == "*" || map.ContainsKey(key), $"{path}.{key} is missing in {map.ToJsonString()}");
        foreach (var (name, value) in map.Where(pair => key == "*" || pair.Key == key))
            Check(shape, value, $"{path}.{name}");
    }

    private static bool Fits(string type, JsonNode? actual) => (type, actual?.GetValueKind()) switch
    {
        ("text", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("null", null) => true,
        ("whole", JsonValueKind.Number) => actual!.AsValue().TryGetValue<long>(out _),
        ("flag", JsonValueKind.True or JsonValueKind.False) => true,
        _ => type.EndsWith('?') && (actual is null || Fits(type[..^1], actual)),
    };
}
