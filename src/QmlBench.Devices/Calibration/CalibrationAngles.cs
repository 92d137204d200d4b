using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads the coherent angles of two-qubit gates of a calibration: gate → rows of a pair and angles in radians.</summary>
internal static class CalibrationAngles
{
    private const string Key = "fsim_errors", Columns = "fsim_error_columns";

    /// <summary>Fills the coherent errors of a draft; nothing where the calibration has none.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        string?[] columns = [.. reader.Items(root, Columns, "").Select(column => reader.Text(column, Columns))];
        var gates = new SortedDictionary<string, List<CoherentSite>>(StringComparer.Ordinal);
        foreach ((string gate, JsonElement rows) in reader.Members(root, Key))
        {
            ImmutableArray<JsonElement> items = reader.Items(rows, $"{Key}/{gate}");
            for (int i = 0; i < items.Length; i++)
            {
                if (Site(reader, items[i], $"{Key}/{gate}/{i}", columns) is { } site)
                    (gates.TryGetValue(gate, out List<CoherentSite>? sites) ? sites : gates[gate] = []).Add(site);
            }
        }
        Set(draft, gates);
    }

    /// <summary>The error of a pair, the same for both orders of its operands; null if no angle is given.</summary>
    public static CoherentSite? Site(int first, int second, Func<string, double?> angle)
    {
        double?[] angles = [angle("theta"), angle("zeta"), angle("chi"), angle("gamma"), angle("phi")];
        return Array.TrueForAll(angles, a => a is null) ? null : new CoherentSite(
            NoiseSite.Of([first, second], bothOrders: true),
            new CoherentError { Fsim = new FsimAngles(angles[0] ?? 0, angles[1] ?? 0, angles[2] ?? 0, angles[3] ?? 0, angles[4] ?? 0) });
    }

    /// <summary>Sets the coherent errors of a draft.</summary>
    public static void Set(DeviceDraft draft, SortedDictionary<string, List<CoherentSite>> gates) => draft.Noise = draft.Noise with
    {
        Coherent = [.. gates.Where(gate => gate.Value.Count > 0).Select(gate => new CoherentGate(gate.Key, [.. gate.Value.OrderBy(site => site.Site)]))],
    };

    private static CoherentSite? Site(JsonReader reader, JsonElement item, string place, string?[] columns)
    {
        ImmutableArray<JsonElement> row = reader.Items(item, place);
        if (row.Length != columns.Length || row.Length == 0)
        {
            reader.Error(place, $"{row.Length} column(s)", $"{columns.Length}, as '{Columns}' names them");
            return null;
        }
        if (CalibrationGates.Operands(reader, row[0], place) is not [int first, int second] || first == second)
        {
            reader.Error(place, "this is not a pair", "two different qubits");
            return null;
        }
        return Site(first, second, name => Array.IndexOf(columns, name) is > 0 and var column ? reader.Number(row[column], $"{place}/{column}") : null);
    }
}
