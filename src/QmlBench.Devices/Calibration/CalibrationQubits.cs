using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads the qubits of a calibration; one entry may stand for all of a uniform device.</summary>
internal static class CalibrationQubits
{
    /// <summary>Fills the qubits of a draft.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        int? count = JsonReader.Member(root, "n_qubits") is { } n ? reader.Index(n, "n_qubits", SiteKey.LargestIndex + 1) : null;
        ImmutableArray<JsonElement> items = reader.Items(root, "qubits", "");
        ImmutableArray<JsonElement> coordinates = reader.Items(root, "coords", "");
        bool columnFirst = reader.Text(root, "vendor", "") == "IBM";
        for (int i = 0; i < items.Length; i++)
        {
            string place = $"qubits/{i}/";
            if (JsonReader.Member(items[i], "id") is not { } id)
                Uniform(draft, count ?? 0, Qubit(reader, items[i], place));
            else if (reader.Index(id, $"{place}id", SiteKey.LargestIndex) is { } index)
                Add(reader, draft, index, place, Qubit(reader, items[i], place) with { Position = Position(reader, coordinates, index, columnFirst) });
        }
        ZeroFrequencies(reader, draft);
        if (count != draft.Qubits.Count)
            reader.Error(
                "n_qubits", $"{count?.ToString() ?? "no number"} announced, {draft.Qubits.Count} qubits found", "the number of qubits");
    }

    /// <summary>Takes frequencies of 0 as not given.</summary>
    // No transmon oscillates at 0 Hz: the vendor writes 0 where it publishes nothing.
    public static void ZeroFrequencies(JsonReader reader, DeviceDraft draft)
    {
        int[] zero = [.. draft.Qubits.Where(q => q.Value.Frequency is 0).Select(q => q.Key)];
        foreach (int index in zero)
            draft.Qubits[index] = draft.Qubits[index] with { Frequency = null, Anharmonicity = null };
        if (zero.Length > 0)
            reader.Notice($"the frequency is given as 0 for {zero.Length} qubit(s); taken as not given");
    }

    private static void Uniform(DeviceDraft draft, int count, Qubit qubit)
    {
        for (int i = 0; i < count; i++)
            draft.Qubits.TryAdd(i, qubit);
    }

    private static void Add(JsonReader reader, DeviceDraft draft, int index, string place, Qubit qubit)
    {
        if (!draft.Qubits.TryAdd(index, qubit))
            reader.Error(place, $"qubit {index} is listed twice", "each qubit once");
    }

    private static Qubit Qubit(JsonReader reader, JsonElement item, string place) => new()
    {
        Label = reader.Text(item, "label", place),
        T1 = reader.Number(item, "t1", place),
        T2 = reader.Number(item, "t2", place),
        Frequency = reader.Number(item, "frequency", place),
        Anharmonicity = reader.Number(item, "anharmonicity", place),
        Readout = new Readout
        {
            P1Given0 = reader.Number(item, "p1_given_0", place),
            P0Given1 = reader.Number(item, "p0_given_1", place),
            Error = reader.Number(item, "readout_error", place),
            Length = reader.Number(item, "readout_length", place),
        },
    };

    /// <summary>The place of a qubit in the vendor's drawing; null if the list does not have it.</summary>
    public static GridPoint? Position(JsonReader reader, ImmutableArray<JsonElement> coordinates, int index, bool columnFirst)
    {
        if (index >= coordinates.Length)
            return null;
        string place = $"coords/{index}";
        ImmutableArray<JsonElement> pair = reader.Items(coordinates[index], place);
        if (pair.Length == 2 && reader.Index(pair[0], place, 10_000) is { } first && reader.Index(pair[1], place, 10_000) is { } second)
            return columnFirst ? new GridPoint(second, first) : new GridPoint(first, second);
        reader.Error(place, $"{pair.Length} coordinate(s)", "two");
        return null;
    }
}
