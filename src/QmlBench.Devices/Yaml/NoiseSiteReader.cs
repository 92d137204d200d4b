using System.Collections.Immutable;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads mappings whose keys are gates, sites or qubits: the shape of all sections about noise.</summary>
internal static class NoiseSiteReader
{
    /// <summary>Reads a section that maps gates to sites, sorted by gate and site.</summary>
    public static ValueList<TGate> Gates<TGate, TSite>(
        DeviceReading reading, YamlMappingReader map, string section, Func<string, ValueList<TSite>, TGate> gate,
        Func<YamlNode, NoiseSite, string, string, TSite?> site, Func<TSite, NoiseSite> siteOf)
        where TSite : class
    {
        return [.. map.Entries
            .OrderBy(entry => entry.Key.Text, StringComparer.Ordinal)
            .Select(entry => gate(entry.Key.Text, OfGate(reading, entry, section, site, siteOf)))];
    }

    /// <summary>Reads a mapping of sites (<c>every</c>, <c>3</c>, <c>0->1</c>, <c>0-1</c>) to entries, sorted by site.</summary>
    public static ValueList<TSite> Sites<TSite>(
        DeviceReading reading, YamlNode node, string what, string place, Func<YamlNode, NoiseSite, string, TSite?> site,
        Func<TSite, NoiseSite> siteOf)
        where TSite : class
    {
        if (reading.Reader.Mapping(node, what) is not { } map)
        {
            reading.MarkFaulty(place);
            return [];
        }
        List<TSite> sites = [];
        foreach (YamlEntry entry in map.Entries)
        {
            if (Parse(reading, entry) is not { } where)
                continue;
            string at = $"{place}/{where.Key()}";
            reading.Place(at, entry.Key.Span);
            if (site(entry.Value, where, at) is { } read)
                sites.Add(read);
        }
        return [.. sites.OrderBy(siteOf)];
    }

    private static ValueList<TSite> OfGate<TSite>(
        DeviceReading reading, YamlEntry entry, string section, Func<YamlNode, NoiseSite, string, string, TSite?> site,
        Func<TSite, NoiseSite> siteOf)
        where TSite : class
    {
        string name = entry.Key.Text, place = $"{section}/{name}";
        reading.Place(place, entry.Key.Span);
        return Sites(reading, entry.Value, $"'{name}' of '{section}'", place, (node, where, at) => site(node, where, at, name), siteOf);
    }

    private static NoiseSite? Parse(DeviceReading reading, YamlEntry entry)
    {
        if (entry.Key.Text == NoiseSite.EveryWord)
            return NoiseSite.Every;
        if (SiteKey.TryParse(entry.Key.Text, out ImmutableArray<int> qubits, out bool bothOrders))
            return NoiseSite.Of(new(qubits), bothOrders);
        reading.Reader.Error(
            entry.Key.Span, $"'{entry.Key.Text}' is not a site", $"3 for a qubit, 0->1 for one order of two, 0-1 for both, or '{NoiseSite.EveryWord}'");
        return null;
    }
}
