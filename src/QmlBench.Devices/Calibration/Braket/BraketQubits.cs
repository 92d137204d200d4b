using System.Text.Json;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Braket;

/// <summary>Reads <c>oneQubitProperties</c>: T1, T2, readout and the error of one-qubit gates.</summary>
internal static class BraketQubits
{
    /// <summary>Fills the qubits of a draft.</summary>
    public static void Read(JsonReader reader, JsonElement standardized, BraketLabels labels, DeviceDraft draft)
    {
        if (labels.Names.Length > SiteKey.LargestIndex + 1)
        {
            reader.Error("oneQubitProperties", $"{labels.Names.Length} qubits", $"at most {SiteKey.LargestIndex + 1}");
            return;
        }
        JsonElement all = JsonReader.Member(standardized, "oneQubitProperties") ?? default;
        for (int i = 0; i < labels.Names.Length; i++)
            draft.Qubits.Add(i, Qubit(reader, all, labels, i));
    }

    /// <summary>1 − fidelity of the first entry of one of the types, types in order of preference; null if there is none.</summary>
    public static double? Infidelity(JsonReader reader, JsonElement parent, string place, params ReadOnlySpan<string> types)
    {
        foreach (string type in types)
        {
            foreach (JsonElement entry in reader.Items(parent, "oneQubitFidelity", place))
            {
                JsonElement kind = JsonReader.Member(entry, "fidelityType") ?? default;
                if (reader.Text(kind, "name", $"{place}oneQubitFidelity/fidelityType/") == type)
                    return reader.Infidelity(entry, "fidelity", $"{place}oneQubitFidelity/{type}/");
            }
        }
        return null;
    }

    private static Qubit Qubit(JsonReader reader, JsonElement all, BraketLabels labels, int index)
    {
        string place = $"oneQubitProperties/{labels.Names[index]}/";
        JsonElement item = JsonReader.Member(all, labels.Names[index]) ?? default;
        return new Qubit
        {
            Label = labels.LabelOf(index),
            T1 = reader.Figure(JsonReader.Member(item, "T1") ?? default, Dimension.Time, $"{place}T1"),
            T2 = reader.Figure(JsonReader.Member(item, "T2") ?? default, Dimension.Time, $"{place}T2"),
            Readout = new Readout { Error = Infidelity(reader, item, place, "READOUT") },
        };
    }
}
