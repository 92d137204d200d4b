using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads couplers, gates, resets and measurements of a calibration.</summary>
internal static class CalibrationGates
{
    private const string Reset = "reset";

    /// <summary>Fills couplers, gates and basis of a draft.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        bool oneRowForBoth = !ListsEachOrder(reader.Text(root, "vendor", ""));
        Couplers(reader, root, draft);
        if (JsonReader.Member(root, "gates") is { ValueKind: JsonValueKind.Object } gates)
        {
            foreach (JsonProperty gate in gates.EnumerateObject())
                Gate(reader, gate, draft, oneRowForBoth);
        }
        Basis(reader, root, draft);
        if (reader.Text(root, "vendor", "") == "IQM" && !draft.Gates.Exists(g => g.Name == "rz"))
            SoftwareTurns(reader, draft);
    }

    // IQM's pulses have any axis on the equator: its compilers keep turns about Z as the axes of later pulses, and so does not list them.
    private static void SoftwareTurns(JsonReader reader, DeviceDraft draft)
    {
        draft.Gates.Add(new("rz", "gates/rz", IsVirtual: true, []));
        draft.Gates.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        draft.Basis?.Add("rz");
        reader.Notice("rz is in software");
    }

    // IBM lists each order of a pair on its own (one order alone where the gate is directed); the others give one row for both.
    private static bool ListsEachOrder(string? vendor) => vendor == "IBM";

    /// <summary>Fills the couplers from the key <c>coupling_map</c>, a list of ordered pairs.</summary>
    public static void Couplers(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        if (reader.Text(root, "connectivity", "") == "all_to_all")
        {
            draft.IsAllToAll = true;
            return;
        }
        var pairs = new SortedSet<(int First, int Second)>();
        foreach (JsonElement item in reader.Items(root, "coupling_map", ""))
        {
            if (Operands(reader, item, "coupling_map") is [int first, int second])
                pairs.Add((first, second));
        }
        draft.Couplers = [.. pairs
            .Where(p => p.First < p.Second || !pairs.Contains((p.Second, p.First)))
            .Select(p => new DraftCoupler(p.First, p.Second, pairs.Contains((p.Second, p.First)), "coupling_map"))];
    }

    private static void Gate(JsonReader reader, JsonProperty gate, DeviceDraft draft, bool oneRowForBoth)
    {
        string place = $"gates/{gate.Name}";
        Add(draft, KnownGates.NameOf(gate.Name), place, [.. reader.Items(gate.Value, place).SelectMany((row, i) => Sites(reader, row, $"{place}/{i}", draft, oneRowForBoth))]);
    }

    /// <summary>Adds a gate with its sites, which may be a reset, a measurement or, if it is free of noise and time everywhere,
    /// virtual.</summary>
    public static void Add(DeviceDraft draft, string name, string place, List<DraftSite> sites)
    {
        if (name == Reset)
        {
            foreach (DraftSite site in sites.Where(s => s.Qubits.Length == 1 && draft.Qubits.ContainsKey(s.Qubits[0])))
                draft.Qubits[site.Qubits[0]] = draft.Qubits[site.Qubits[0]] with { ResetDuration = site.Duration };
            return;
        }
        sites.Sort((a, b) => a.Qubits.AsSpan().SequenceCompareTo(b.Qubits.AsSpan()));
        bool measures = name.StartsWith("measure", StringComparison.Ordinal);
        bool isVirtual = !measures && sites.Count == draft.Qubits.Count && sites.TrueForAll(s => s is { Qubits.Length: 1, Error: 0, Duration: 0 });
        (measures ? draft.Measurements : draft.Gates).Add(new(name, place, isVirtual, isVirtual ? [] : sites));
    }

    private static IEnumerable<DraftSite> Sites(JsonReader reader, JsonElement row, string place, DeviceDraft draft, bool oneRowForBoth)
    {
        ImmutableArray<JsonElement> columns = reader.Items(row, place);
        if (columns.Length < 3)
        {
            reader.Error(place, $"{columns.Length} column(s)", "qubits, error, duration");
            return [];
        }
        double? error = reader.Number(columns[1], $"{place}/error"), duration = reader.Number(columns[2], $"{place}/duration");
        if (columns[0].ValueKind == JsonValueKind.Null)
            return Everywhere(draft, place, error, duration);
        if (Operands(reader, columns[0], place) is not { } operands)
            return [];
        return [new DraftSite(operands, oneRowForBoth && operands.Length == 2, error, duration, place)];
    }

    // The row does not say how many operands its gate has: the catalogue does.
    private static IEnumerable<DraftSite> Everywhere(DeviceDraft draft, string place, double? error, double? duration)
    {
        int[] qubits = [.. draft.Qubits.Keys];
        if (KnownGates.Catalogue.ArityOf(KnownGates.NameOf(place.Split('/')[1])) != 2)
            return qubits.Select(q => new DraftSite([q], false, error, duration, place));
        return qubits.SelectMany(first => qubits.Where(second => second > first)
            .Select(second => new DraftSite([first, second], true, error, duration, place)));
    }

    /// <summary>The operands of a row; null if they are not indices, which is reported.</summary>
    public static ImmutableArray<int>? Operands(JsonReader reader, JsonElement item, string place)
    {
        int?[] read = [.. reader.Items(item, place).Select(q => reader.Index(q, place, SiteKey.LargestIndex))];
        return read.Length > 0 && read.All(q => q is not null) ? [.. read.OfType<int>()] : null;
    }

    /// <summary>Fills the basis from the key <c>basis_gates</c>, and sorts the gates.</summary>
    public static void Basis(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        List<string> names = [];
        foreach (JsonElement item in reader.Items(root, "basis_gates", ""))
        {
            if (reader.Text(item, "basis_gates") is not { } listed || listed == Reset)
                continue;
            string name = KnownGates.NameOf(listed);
            bool isListed = draft.Gates.Exists(g => g.Name == name);
            // A turn about Z that is native but has no figures is a change of frame: the vendors of such files do it in software.
            if (!isListed && name == "rz")
                draft.Gates.Add(new(name, "basis_gates", IsVirtual: true, []));
            if (isListed || name == "rz")
                names.Add(name);
            else
                reader.Notice($"'{name}' is said to be native but has no figures; it is not native here");
        }
        draft.Basis = names;
        draft.Gates.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
    }
}
