using System.Collections.Immutable;
using System.Text.Json;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Angles of Floquet calibration, which the metrics do not hold: gate → angle → rows of two qubits and radians.</summary>
internal sealed class GoogleZPhases
{
    private static readonly ImmutableArray<string> AngleNames = ["zeta", "chi", "gamma"];

    private readonly Dictionary<(string Gate, string Angle, string Pair), double> angles = [];

    /// <summary>No angles.</summary>
    public static GoogleZPhases None { get; } = new();

    /// <summary>Whether a JSON file holds such angles and no metrics.</summary>
    public static bool Is(JsonElement root) => JsonReader.Member(root, "metrics") is null && root.EnumerateObject().Any(gate =>
        gate.Value.ValueKind == JsonValueKind.Object && gate.Value.EnumerateObject().Any(angle => AngleNames.Contains(angle.Name)));

    /// <summary>Reads the file; what is wrong is reported with its place.</summary>
    public static GoogleZPhases Read(JsonReader reader, JsonElement root)
    {
        var phases = new GoogleZPhases();
        foreach (JsonProperty gate in root.EnumerateObject())
        {
            foreach ((string angle, JsonElement rows) in reader.Members(root, gate.Name))
                phases.Rows(reader, gate.Name, angle, rows);
        }
        return phases;
    }

    /// <summary>An angle of a gate on a pair, in either order; null if it is not given.</summary>
    public double? Of(string gate, string angle, string[] pair) =>
        angles.TryGetValue((gate, angle, $"{pair[0]} {pair[1]}"), out double value) || angles.TryGetValue((gate, angle, $"{pair[1]} {pair[0]}"), out value)
            ? value : null;

    private void Rows(JsonReader reader, string gate, string angle, JsonElement rows)
    {
        string place = $"{gate}/{angle}";
        if (!AngleNames.Contains(angle))
            reader.Error(place, $"'{angle}' is not an angle of a phased fsim gate", string.Join(", ", AngleNames));
        ImmutableArray<JsonElement> items = reader.Items(rows, place);
        for (int i = 0; i < items.Length; i++)
        {
            ImmutableArray<JsonElement> row = reader.Items(items[i], $"{place}/{i}");
            if (row.Length != 3)
                reader.Error($"{place}/{i}", $"{row.Length} column(s)", "two qubits and an angle");
            else if (reader.Text(row[0], $"{place}/{i}/0") is { } first && reader.Text(row[1], $"{place}/{i}/1") is { } second
                && reader.Number(row[2], $"{place}/{i}/2") is { } value)
                angles[(gate, angle, $"{first} {second}")] = value;
        }
    }
}
