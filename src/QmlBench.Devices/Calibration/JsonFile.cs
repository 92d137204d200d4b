using System.Text.Json;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Calibration;

/// <summary>One JSON file of an import: its text, its reader and what stands at its root.</summary>
internal sealed record JsonFile(SourceText Source, JsonReader Reader, JsonElement Root)
{
    /// <summary>Reads a file; null if it is not JSON, which is reported.</summary>
    public static JsonFile? Of(SourceText source, DiagnosticBag bag)
    {
        var reader = new JsonReader(source, bag);
        using JsonDocument? document = reader.Parse();
        return document is null ? null : new(source, reader, document.RootElement.Clone());
    }
}
