using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Ibm;

/// <summary>Reads the qubits of IBM's properties: each a list of named values with unit and date.</summary>
internal static class IbmQubits
{
    /// <summary>Fills the qubits of a draft.</summary>
    public static void Read(JsonFile configuration, JsonFile properties, DeviceDraft draft)
    {
        JsonReader reader = properties.Reader;
        ImmutableArray<JsonElement> items = reader.Items(properties.Root, "qubits", "");
        ImmutableArray<JsonElement> coordinates = configuration.Reader.Items(configuration.Root, "coords", "");
        for (int i = 0; i < items.Length && i <= SiteKey.LargestIndex; i++)
        {
            GridPoint? position = CalibrationQubits.Position(configuration.Reader, coordinates, i, columnFirst: true);
            draft.Qubits.Add(i, Qubit(reader, items[i], $"qubits/{i}") with { Position = position });
        }
        CalibrationQubits.ZeroFrequencies(reader, draft);
        Count(configuration, items.Length);
    }

    private static void Count(JsonFile configuration, int found)
    {
        int? announced = JsonReader.Member(configuration.Root, "n_qubits") is { } n
            ? configuration.Reader.Index(n, "n_qubits", SiteKey.LargestIndex + 1) : null;
        if (announced != found)
            configuration.Reader.Error(
                "n_qubits", $"{announced?.ToString() ?? "no number"} announced, the properties have {found} qubits", "the number of qubits");
    }

    private static Qubit Qubit(JsonReader reader, JsonElement item, string place)
    {
        var qubit = new Qubit { Readout = new Readout() };
        foreach (JsonElement value in reader.Items(item, place))
            qubit = With(reader, qubit, reader.Text(value, "name", $"{place}/"), value, place);
        return qubit;
    }

    // Other names (lower-case copies, angles of thresholds) say nothing about noise.
    private static Qubit With(JsonReader reader, Qubit qubit, string? name, JsonElement value, string place)
    {
        return name switch
        {
            "T1" => qubit with { T1 = Figure(Dimension.Time) },
            "T2" => qubit with { T2 = Figure(Dimension.Time) },
            "frequency" => qubit with { Frequency = Figure(Dimension.Frequency) },
            "anharmonicity" => qubit with { Anharmonicity = Figure(Dimension.Frequency) },
            "prob_meas1_prep0" => qubit with { Readout = qubit.Readout with { P1Given0 = Plain() } },
            "prob_meas0_prep1" => qubit with { Readout = qubit.Readout with { P0Given1 = Plain() } },
            "readout_error" => qubit with { Readout = qubit.Readout with { Error = Plain() } },
            "readout_length" => qubit with { Readout = qubit.Readout with { Length = Figure(Dimension.Time) } },
            _ => qubit,
        };
        double? Figure(Dimension dimension) => reader.Figure(value, dimension, $"{place}/{name}");
        double? Plain() => reader.Number(value, "value", $"{place}/{name}/");
    }
}
