using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads <c>coherent</c>: over-rotation, axis error and fermionic-simulation angles per gate and site.</summary>
internal static class CoherentSection
{
    /// <summary>The entries, sorted by gate and site; none if the section is not there.</summary>
    public static ValueList<CoherentGate> Read(DeviceReading reading, YamlMappingReader map)
    {
        if (map.Mapping("coherent") is not { } section)
            return [];
        reading.Place("coherent", map.SpanOf("coherent"));
        return NoiseSiteReader.Gates<CoherentGate, CoherentSite>(
            reading, section, "coherent", (gate, sites) => new(gate, sites), (node, site, place, gate) => One(reading, node, site, place, gate),
            entry => entry.Site);
    }

    private static CoherentSite? One(DeviceReading reading, YamlNode node, NoiseSite site, string place, string gate)
    {
        if (reading.Reader.Mapping(node, $"the coherent error of '{gate}' on {site}") is not { } map)
            return null;
        YamlMappingReader? axis = map.Mapping("axis"), fsim = map.Mapping("fsim");
        var error = new CoherentError
        {
            OverRotation = reading.Measure(map, "over_rotation", Dimension.Angle, $"{place}/over_rotation") ?? 0,
            AxisPhase = axis?.Measure("phase", Dimension.Angle) ?? 0,
            AxisTilt = axis?.Measure("tilt", Dimension.Angle) ?? 0,
            Fsim = fsim is null ? null : new(Angle(fsim, "theta"), Angle(fsim, "zeta"), Angle(fsim, "chi"), Angle(fsim, "gamma"), Angle(fsim, "phi")),
        };
        reading.Mark(map, "axis", $"{place}/axis", isFaulty: false);
        reading.Mark(map, "fsim", $"{place}/fsim", isFaulty: false);
        axis?.Finish();
        fsim?.Finish();
        map.Finish();
        return new(site, error);
    }

    private static double Angle(YamlMappingReader map, string key) => map.Measure(key, Dimension.Angle) ?? 0;
}
