using System.Collections.Immutable;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads the gates of a profile: <c>rz: virtual</c>, or figures per site with defaults for all sites of a gate.</summary>
internal static class GateSection
{
    /// <summary>The word for a gate without noise and time.</summary>
    public const string Virtual = "virtual";

    private const string Every = "every";

    /// <summary>Reads a section (<c>gates</c>, or <c>measurements</c>, which need not be there) into the draft.</summary>
    public static void Read(DeviceReading reading, YamlMappingReader map, string section)
    {
        bool isGates = section == "gates";
        YamlMappingReader? gates = isGates ? map.RequiredMapping(section) : map.Mapping(section);
        if (gates is null)
        {
            reading.MarkFaulty(section);
            return;
        }
        reading.Place(section, map.SpanOf(section));
        List<DraftGate> list = isGates ? reading.Draft.Gates : reading.Draft.Measurements;
        list.AddRange(gates.Entries.Select(entry => One(reading, entry, section)));
    }

    private static DraftGate One(DeviceReading reading, YamlEntry entry, string section)
    {
        string name = entry.Key.Text, place = $"{section}/{name}";
        reading.Place(place, entry.Key.Span);
        if (entry.Value is YamlScalar { Text: Virtual } && section == "gates")
            return new(name, place, IsVirtual: true, []);
        if (entry.Value is not YamlMapping)
            reading.Reader.Error(
                entry.Value.Span, $"the gate '{name}' is {entry.Value.Description}", $"'{Virtual}', or a mapping with 'sites'");
        else if (reading.Reader.Mapping(entry.Value, $"the gate '{name}'") is { } map)
            return new(name, place, IsVirtual: false, Sites(reading, map, name, place));
        reading.MarkFaulty(place);
        return new(name, place, IsVirtual: false, []);
    }

    private static List<DraftSite> Sites(DeviceReading reading, YamlMappingReader map, string name, string place)
    {
        double? error = reading.Number(map, "error", $"{place}/error");
        double? duration = reading.Measure(map, "duration", Dimension.Time, $"{place}/duration");
        map.Refuse(Virtual, "a virtual gate has neither error nor duration", $"'{name}: virtual', or 'sites' without 'virtual'");
        var common = new DraftSite([], false, error, duration, place)
        {
            Details = new SiteDetails { RelaxationDuration = reading.Measure(map, "relaxation", Dimension.Time, $"{place}/relaxation") },
        };
        List<DraftSite> sites = [];
        if (map.RequiredMapping("sites") is { } section)
        {
            foreach (YamlEntry entry in section.Entries)
                sites.AddRange(Site(reading, entry, name, common));
        }
        if (sites.Count == 0 && (reading.IsFaulty($"{place}/sites") || !map.Has("sites")))
            reading.MarkFaulty(place);
        map.Finish();
        return sites;
    }

    private static IEnumerable<DraftSite> Site(DeviceReading reading, YamlEntry entry, string name, DraftSite common)
    {
        string key = entry.Key.Text, gatePlace = common.Place, place = $"{gatePlace}/{key}";
        reading.Place(place, entry.Key.Span);
        if (reading.Reader.Mapping(entry.Value, $"the site {key} of '{name}'") is not { } map)
        {
            reading.MarkFaulty($"{gatePlace}/sites");
            return [];
        }
        DraftSite figures = common with
        {
            Place = place,
            Error = reading.Number(map, "error", $"{place}/error") ?? common.Error,
            Duration = reading.Measure(map, "duration", Dimension.Time, $"{place}/duration") ?? common.Duration,
            Details = Details(reading, map, place, common.Details),
        };
        map.Finish();
        Inherit(reading, gatePlace, place, "error", figures.Error);
        Inherit(reading, gatePlace, place, "duration", figures.Duration);
        if (key == Every)
            return Everywhere(reading, entry, name, gatePlace, figures);
        if (SiteKey.TryParse(key, out ImmutableArray<int> qubits, out bool bothOrders))
            return [figures with { Qubits = qubits, BothOrders = bothOrders }];
        reading.Reader.Error(
            entry.Key.Span, $"'{key}' is not a site", $"3 for a qubit, 0->1 for one order of two, 0-1 for both, or '{Every}'");
        reading.MarkFaulty($"{gatePlace}/sites");
        return [];
    }

    private static SiteDetails Details(DeviceReading reading, YamlMappingReader site, string place, SiteDetails common)
    {
        var details = common with
        {
            IncoherentError = reading.Number(site, "incoherent", $"{place}/incoherent"),
            RelaxationDuration = reading.Measure(site, "relaxation", Dimension.Time, $"{place}/relaxation") ?? common.RelaxationDuration,
        };
        if (site.Mapping("isolated") is not { } isolated)
            return details;
        details = details with
        {
            IsolatedError = reading.Number(isolated, "error", $"{place}/isolated/error"),
            IsolatedIncoherentError = reading.Number(isolated, "incoherent", $"{place}/isolated/incoherent"),
        };
        isolated.Finish();
        return details;
    }

    // A default that could not be read has been reported once; it is not missing on every site.
    private static void Inherit(DeviceReading reading, string gatePlace, string place, string key, double? value)
    {
        if (value is null && reading.IsFaulty($"{gatePlace}/{key}"))
            reading.MarkFaulty($"{place}/{key}");
    }

    private static IEnumerable<DraftSite> Everywhere(DeviceReading reading, YamlEntry entry, string name, string gatePlace, DraftSite figures)
    {
        DeviceDraft draft = reading.Draft;
        int? arity = gatePlace.StartsWith("measurements/", StringComparison.Ordinal) ? 1 : reading.Known.ArityOf(name);
        if (arity is 1)
            return draft.Qubits.Keys.Select(q => figures with { Qubits = [q] });
        if (arity is 2 && draft.IsAllToAll)
            return draft.Qubits.Keys.SelectMany(
                first => draft.Qubits.Keys.Where(second => second > first).Select(second => figures with { Qubits = [first, second], BothOrders = true }));
        if (arity is 2 && draft.Couplers is { } couplers)
            return couplers.Select(c => figures with { Qubits = [c.First, c.Second], BothOrders = c.BothOrders });
        if (arity is not null)
            reading.Reader.Error(
                entry.Key.Span, $"'{Every}' cannot be resolved for '{name}'", "a one-qubit gate, or a two-qubit gate and 'couplers'");
        reading.MarkFaulty($"{gatePlace}/sites");
        return [];
    }
}
