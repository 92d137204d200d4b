using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Ionq;

/// <summary>Reads a characterization of IonQ's public interface: mean figures that hold for every qubit.</summary>
internal static partial class IonqCharacterization
{
    private static readonly IonqFigures.Keys Names = new("1q", "2q", "t1", "t2");

    /// <summary>Fills a draft.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        string backend = reader.Text(root, "backend", "") ?? "";
        draft.Machine = $"ionq_{NotInNames().Replace(Prefix().Replace(backend, ""), "_")}";
        draft.Snapshot = Date(reader, root);
        draft.Name = draft.Snapshot is { } date ? $"{draft.Machine}_{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : draft.Machine;
        draft.Kind = draft.Snapshot is null ? DeviceKind.Specification : DeviceKind.Calibration;
        string? id = reader.Text(root, "id", "");
        draft.Source = new DeviceSource { Text = $"IonQ characterization of {backend}{(id is null ? "" : $", {id}")}" };
        int qubits = JsonReader.Member(root, "qubits") is { } n ? reader.Index(n, "qubits", SiteKey.LargestIndex + 1) ?? 0 : 0;
        IonqFigures.Read(reader, root, "", Names, qubits, TwoQubitGate(backend), draft);
        Connectivity(reader, root, qubits);
    }

    // Aria and Harmony entangle by Mølmer and Sørensen's gate, Forte by a partial ZZ turn.
    private static string TwoQubitGate(string backend) => backend.Contains("forte", StringComparison.OrdinalIgnoreCase) ? "rzz" : "ms";

    private static DateTimeOffset? Date(JsonReader reader, JsonElement root)
    {
        if (JsonReader.Member(root, "date") is not { ValueKind: JsonValueKind.Number } number)
            return reader.Time(reader.Text(root, "date", ""), "date");
        // Seconds since 1970, up to the year 9999.
        if (number.TryGetInt64(out long seconds) && seconds is >= 0 and <= 253_402_300_799)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        reader.Error("date", "this is not a time", "seconds since 1970, or ISO 8601");
        return null;
    }

    private static void Connectivity(JsonReader reader, JsonElement root, int qubits)
    {
        ImmutableArray<JsonElement> pairs = reader.Items(root, "connectivity", "");
        var listed = new SortedSet<(int, int)>();
        foreach (JsonElement pair in pairs)
        {
            if (CalibrationGates.Operands(reader, pair, "connectivity") is not { } operands)
                continue;
            if (operands.Length != 2 || operands[0] == operands[1] || operands.Any(q => q >= qubits))
                reader.Error("connectivity", $"{pair.GetRawText()} is not a pair of qubits", $"two different qubits from 0 to {qubits - 1}");
            else
                listed.Add((Math.Min(operands[0], operands[1]), Math.Max(operands[0], operands[1])));
        }
        int all = qubits * (qubits - 1) / 2;
        if (listed.Count < all)
            reader.Notice($"{listed.Count} of {all} pairs are listed as connected; taken as all-to-all, as ions in one trap are");
    }

    [GeneratedRegex(@"^qpu\.")]
    private static partial Regex Prefix();

    [GeneratedRegex("[^A-Za-z0-9_.+-]")]
    private static partial Regex NotInNames();
}
