using System.Globalization;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads <c>spectator</c>: what neighbours suffer while a gate runs.</summary>
internal static class SpectatorSection
{
    /// <summary>The entries, sorted by gate, site and qubit; none if the section is not there.</summary>
    public static ValueList<SpectatorGate> Read(DeviceReading reading, YamlMappingReader map)
    {
        if (map.Mapping("spectator") is not { } section)
            return [];
        reading.Place("spectator", map.SpanOf("spectator"));
        return NoiseSiteReader.Gates<SpectatorGate, SpectatorSite>(
            reading, section, "spectator", (gate, sites) => new(gate, sites), (node, site, place, gate) => One(reading, node, site, place, gate),
            entry => entry.Site);
    }

    private static SpectatorSite? One(DeviceReading reading, YamlNode node, NoiseSite site, string place, string gate)
    {
        if (site.IsEvery)
        {
            reading.Reader.Error(node.Span, $"the spectators of '{gate}' are given for every site", "a site, as in 3, 0->1 or 0-1");
            return null;
        }
        if (reading.Reader.Mapping(node, $"the spectators of '{gate}' on {site}") is not { } map)
            return null;
        List<SpectatorError> errors = [];
        foreach (YamlEntry entry in map.Entries)
        {
            if (!SiteKey.TryParseRange(entry.Key.Text, out int qubit, out int last) || qubit != last)
                reading.Reader.Error(entry.Key.Span, $"'{entry.Key.Text}' is not a qubit", "the index of a neighbour, such as 2");
            else if (errors.Exists(e => e.Qubit == qubit))
                reading.Reader.Error(entry.Key.Span, $"the spectator {qubit} is listed twice", "each qubit once");
            else if (Error(reading, entry, $"{place}/{qubit.ToString(CultureInfo.InvariantCulture)}", qubit) is { } error)
                errors.Add(error);
        }
        return new(site, [.. errors.OrderBy(e => e.Qubit)]);
    }

    private static SpectatorError? Error(DeviceReading reading, YamlEntry entry, string place, int qubit)
    {
        reading.Place(place, entry.Key.Span);
        if (reading.Reader.Mapping(entry.Value, $"the spectator {qubit}") is not { } map)
            return null;
        var error = new SpectatorError(
            qubit,
            map.Optional("depolarizing") is { } node ? NoiseOperationReader.Strength(reading, node, $"{place}/depolarizing") : null,
            reading.Measure(map, "zz", Dimension.Angle, $"{place}/zz"),
            (int?)map.Integer("operand", 0, SiteKey.LargestIndex));
        reading.Mark(map, "operand", $"{place}/operand", isFaulty: false);
        map.Finish();
        return error;
    }
}
