using System.Collections.Immutable;
using System.Text.Json;

namespace QmlBench.Devices.Calibration.Braket;

/// <summary>Braket's names of qubits, which may have gaps or start from 1, and the indices they become.</summary>
internal sealed class BraketLabels
{
    private readonly ImmutableArray<string> labels;
    private readonly ImmutableDictionary<string, int> indices;

    private BraketLabels(ImmutableArray<string> labels)
    {
        this.labels = labels;
        indices = labels.Select((label, i) => KeyValuePair.Create(label, i)).ToImmutableDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names, in order of their indices.</summary>
    public ImmutableArray<string> Names => labels;

    /// <summary>The qubits of standardized properties: numbers ascending, then other names.</summary>
    public static BraketLabels Of(JsonReader reader, JsonElement standardized)
    {
        string[] names = [.. reader.Members(standardized, "oneQubitProperties").Select(m => m.Name).Distinct(StringComparer.Ordinal)];
        var labels = new BraketLabels([.. names.OrderBy(n => int.TryParse(n, out int number) ? number : int.MaxValue).ThenBy(n => n, StringComparer.Ordinal)]);
        if (labels.labels.Where((name, i) => name != $"{i}").Any())
            reader.Notice("the qubits are renumbered from 0; their names are kept as labels");
        return labels;
    }

    /// <summary>The label a profile keeps: none where it says no more than the index.</summary>
    public string? LabelOf(int index) => labels[index] == $"{index}" ? null : labels[index];

    /// <summary>The index of a name; null (and an error) if there is no such qubit.</summary>
    public int? IndexOf(JsonReader reader, string name, string place)
    {
        if (indices.TryGetValue(name, out int index))
            return index;
        reader.Error(place, $"there is no qubit '{name}'", "a key of 'oneQubitProperties'");
        return null;
    }
}
