using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Calibration.Google;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads the raw metrics of a calibration in the normal form: metric → rows of qubits and a value.</summary>
internal static class CalibrationMetrics
{
    /// <summary>Gives the sites of a draft what the metrics say beyond error and duration.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        var metrics = new Dictionary<(string Metric, string Site), double?>();
        foreach ((string name, JsonElement rows) in reader.Members(root, "metrics"))
            Rows(reader, name, rows, metrics);
        if (metrics.Count == 0)
            return;
        reader.Notice(GoogleMetricNames.Assumption(draft.Gates.Exists(g => g.Name == "syc")));
        foreach (DraftGate gate in draft.Gates)
        {
            for (int i = 0; i < gate.Sites.Count; i++)
            {
                string key = Key(gate.Sites[i].Qubits);
                gate.Sites[i] = gate.Sites[i] with { Details = GoogleMetricNames.Details(gate.Name, metric => metrics.GetValueOrDefault((metric, key))) };
            }
        }
    }

    private static void Rows(JsonReader reader, string name, JsonElement rows, Dictionary<(string, string), double?> metrics)
    {
        ImmutableArray<JsonElement> items = reader.Items(rows, $"metrics/{name}");
        for (int i = 0; i < items.Length; i++)
        {
            string place = $"metrics/{name}/{i}";
            ImmutableArray<JsonElement> row = reader.Items(items[i], place);
            if (row.Length != 2)
                reader.Error(place, $"{row.Length} column(s)", "qubits and a value");
            else if (CalibrationGates.Operands(reader, row[0], place) is { } qubits)
                metrics[(name, Key(qubits))] = reader.Number(row[1], $"{place}/value");
        }
    }

    // Figures of a pair are the same for both orders.
    private static string Key(ImmutableArray<int> qubits) => string.Join('-', qubits.Order());
}
