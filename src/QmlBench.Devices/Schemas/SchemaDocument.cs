using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QmlBench.Devices.Schemas;

/// <summary>A whole JSON Schema (draft 7, which editors know best) of a file format.</summary>
/// <param name="Title">Name of the format.</param>
/// <param name="Description">Where its reference is.</param>
/// <param name="Root">The file as a whole.</param>
/// <param name="Definitions">Shapes that <see cref="SchemaShape.Reference"/> names.</param>
public sealed record SchemaDocument(string Title, string Description, SchemaShape Root, IEnumerable<(string Name, SchemaShape Shape)> Definitions)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as JSON.</summary>
    public JsonObject Json()
    {
        var node = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = Title,
            ["description"] = Description,
        };
        foreach ((string key, JsonNode? value) in Root.Json())
            node[key] = value?.DeepClone();
        var definitions = new JsonObject();
        foreach ((string name, SchemaShape shape) in Definitions)
            definitions[name] = shape.Json();
        if (definitions.Count > 0)
            node["definitions"] = definitions;
        return node;
    }

    /// <summary>The schema as it is shipped, with a line end behind it.</summary>
    public string Write() => Json().ToJsonString(Options) + "\n";
}
