using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Schemas;

/// <summary>YAML texts as the JSON values that an editor checks: plain scalars by the core schema of YAML 1.2.</summary>
internal static partial class YamlJson
{
    /// <summary>The value of a text; an exception if it is not YAML.</summary>
    public static JsonNode? Of(string text) => Of(Parse(text));

    /// <summary>The nodes of a text; an exception if it is not YAML.</summary>
    public static YamlNode Parse(string text)
    {
        var bag = new DiagnosticBag();
        YamlNode? node = YamlSource.Parse(new SourceText("f", text), bag);
        bag.ThrowIfErrors();
        return node!;
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Of)]),
        _ => Of((YamlScalar)node),
    };

    private static JsonValue? Of(YamlScalar scalar)
    {
        if (scalar.IsNull)
            return null;
        if (scalar.IsQuoted)
            return JsonValue.Create(scalar.Text);
        if (scalar.Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return JsonValue.Create(scalar.Text[0] is 't' or 'T');
        return Numbers().IsMatch(scalar.Text)
            ? JsonValue.Create(double.Parse(scalar.Text, CultureInfo.InvariantCulture))
            : JsonValue.Create(scalar.Text);
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Numbers();
}
