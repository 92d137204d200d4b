using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Ibm;

/// <summary>Reads the gates of IBM's properties: one entry for each ordered site.</summary>
internal static class IbmGates
{
    /// <summary>Fills the gates of a draft.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        var sites = new SortedDictionary<string, List<DraftSite>>(StringComparer.Ordinal);
        ImmutableArray<JsonElement> entries = reader.Items(root, "gates", "");
        for (int i = 0; i < entries.Length; i++)
        {
            string place = $"gates/{i}";
            if (reader.Text(entries[i], "gate", $"{place}/") is not { } name)
                reader.Error(place, "this gate has no name", "the key 'gate'");
            else if (Site(reader, entries[i], place) is { } site)
                (sites.TryGetValue(name, out List<DraftSite>? list) ? list : sites[name] = []).Add(site);
        }
        foreach ((string name, List<DraftSite> list) in sites)
            CalibrationGates.Add(draft, name, $"gates/{name}", list);
    }

    private static DraftSite? Site(JsonReader reader, JsonElement entry, string place)
    {
        if (JsonReader.Member(entry, "qubits") is not { } operands)
        {
            reader.Error(place, "this gate has no operands", "the key 'qubits'");
            return null;
        }
        double? error = null, duration = null;
        foreach (JsonElement value in reader.Items(entry, "parameters", $"{place}/"))
        {
            string? name = reader.Text(value, "name", $"{place}/parameters/");
            if (name == "gate_error")
                error = reader.Number(value, "value", $"{place}/{name}/");
            else if (name == "gate_length")
                duration = reader.Figure(value, Dimension.Time, $"{place}/{name}");
        }
        return CalibrationGates.Operands(reader, operands, $"{place}/qubits") is { } qubits ? new(qubits, false, error, duration, place) : null;
    }
}
