using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Braket;

/// <summary>Reads gates and couplers of standardized properties, with the native gates and the connectivity of the paradigm.</summary>
internal static class BraketGates
{
    /// <summary>Fills gates, couplers and basis of a draft.</summary>
    public static void Read(JsonReader reader, JsonElement standardized, JsonElement paradigm, BraketLabels labels, DeviceDraft draft)
    {
        OneQubit(reader, standardized, paradigm, labels, draft);
        TwoQubit(reader, standardized, labels, draft);
        draft.IsAllToAll = JsonReader.Member(JsonReader.Member(paradigm, "connectivity") ?? default, "fullyConnected") is { ValueKind: JsonValueKind.True };
        draft.Gates.Add(new("rz", "gates/rz", IsVirtual: true, []));
        draft.Gates.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        reader.Notice("gate durations and readout lengths are not in these properties; rz is taken as done in software");
    }

    /// <summary>The native gates the paradigm names; empty if it does not.</summary>
    public static ImmutableArray<string> Native(JsonReader reader, JsonElement paradigm) =>
        [.. reader.Items(paradigm, "nativeGateSet", "paradigm/").Select(n => reader.Text(n, "paradigm/nativeGateSet")).OfType<string>()];

    // The figures are of one-qubit gates in general; the native set says which these are.
    private static void OneQubit(JsonReader reader, JsonElement standardized, JsonElement paradigm, BraketLabels labels, DeviceDraft draft)
    {
        string[] native = [.. Native(reader, paradigm).Select(NameOf).Where(n => n != "rz" && KnownGates.Catalogue.ArityOf(n) == 1).Distinct().Order(StringComparer.Ordinal)];
        if (native.Length == 0)
            reader.Notice("the native one-qubit gate is not named; taken as rx");
        JsonElement all = JsonReader.Member(standardized, "oneQubitProperties") ?? default;
        double?[] errors = [.. labels.Names.Select(name => BraketQubits.Infidelity(
            reader, JsonReader.Member(all, name) ?? default, $"oneQubitProperties/{name}/", "RANDOMIZED_BENCHMARKING", "SIMULTANEOUS_RANDOMIZED_BENCHMARKING"))];
        foreach (string name in native.Length == 0 ? ["rx"] : native)
            CalibrationGates.Add(draft, name, $"gates/{name}", [.. errors.Select((error, q) => new DraftSite([q], false, error, null, $"gates/{name}"))]);
    }

    private static void TwoQubit(JsonReader reader, JsonElement standardized, BraketLabels labels, DeviceDraft draft)
    {
        var sites = new SortedDictionary<string, List<DraftSite>>(StringComparer.Ordinal);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string pair, JsonElement item) in reader.Members(standardized, "twoQubitProperties"))
        {
            foreach (JsonElement entry in reader.Items(item, "twoQubitGateFidelity", $"twoQubitProperties/{pair}/"))
            {
                string name = NameOf(reader.Text(entry, "gateName", $"twoQubitProperties/{pair}/") ?? "");
                if (KnownGates.Catalogue.ArityOf(name) != 2)
                    unknown.Add(name);
                else if (Site(reader, entry, pair, labels) is { } site)
                    Add(sites.TryGetValue(name, out List<DraftSite>? list) ? list : sites[name] = [], site);
            }
        }
        foreach ((string name, List<DraftSite> list) in sites)
            CalibrationGates.Add(draft, name, $"gates/{name}", list);
        if (unknown.Count > 0)
            reader.Notice($"left out, as no circuit here can contain them: {string.Join(", ", unknown)}");
    }

    // Of several measurements of one site the first counts.
    private static void Add(List<DraftSite> sites, DraftSite site)
    {
        if (!sites.Exists(s => s.Qubits.AsSpan().SequenceEqual(site.Qubits.AsSpan())))
            sites.Add(site);
    }

    private static DraftSite? Site(JsonReader reader, JsonElement entry, string pair, BraketLabels labels)
    {
        string place = $"twoQubitProperties/{pair}";
        JsonElement? direction = JsonReader.Member(entry, "direction");
        string[] names = direction is { } d ? [Name(reader, d, "control", place), Name(reader, d, "target", place)] : pair.Split('-');
        if (names.Length != 2)
        {
            reader.Error(place, $"'{pair}' is not a pair", "two qubits such as 0-1");
            return null;
        }
        if (labels.IndexOf(reader, names[0], place) is not { } first || labels.IndexOf(reader, names[1], place) is not { } second)
            return null;
        bool both = direction is null;
        ImmutableArray<int> operands = both ? [Math.Min(first, second), Math.Max(first, second)] : [first, second];
        return new(operands, both, reader.Infidelity(entry, "fidelity", $"{place}/"), null, place);
    }

    // A number or a text.
    private static string Name(JsonReader reader, JsonElement direction, string key, string place) =>
        JsonReader.Member(direction, key) is { ValueKind: JsonValueKind.Number } number
            ? number.GetRawText()
            : reader.Text(direction, key, $"{place}/direction/") ?? "";

    private static string NameOf(string braket) => braket.ToUpperInvariant() switch
    {
        "CNOT" => "cx",
        "XX" => "rxx",
        "ZZ" => "rzz",
        "YY" => "ryy",
        _ => braket.ToLowerInvariant(),
    };
}
