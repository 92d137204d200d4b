using System.Collections.Immutable;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads <c>noise</c>: ordered channels per gate and site, while waiting, after a reset and before a measurement.</summary>
internal static class ExplicitNoiseSection
{
    /// <summary>The words for how recipes and figures go together.</summary>
    public static ImmutableArray<string> Modes { get; } = ["replace", "add"];

    /// <summary>The section, or null if it is not there.</summary>
    public static ExplicitNoise? Read(DeviceReading reading, YamlMappingReader map)
    {
        if (map.Mapping("noise") is not { } section)
            return null;
        reading.Place("noise", map.SpanOf("noise"));
        var noise = new ExplicitNoise
        {
            Replaces = section.RequiredChoice("mode", Modes) == Modes[0],
            Gates = section.Mapping("gates") is { } gates ? Gates(reading, gates) : [],
            Idle = section.Mapping("idle") is { } idle ? Idle(reading, idle) : null,
            Reset = Qubits(reading, section, "reset"),
            Measure = Qubits(reading, section, "measure"),
        };
        section.Finish();
        return noise;
    }

    private static ValueList<GateRecipes> Gates(DeviceReading reading, YamlMappingReader gates) =>
        NoiseSiteReader.Gates<GateRecipes, SiteRecipe>(
            reading, gates, "noise/gates", (gate, sites) => new(gate, sites),
            (node, site, place, gate) => Recipe(reading, node, site, place, $"the recipe of '{gate}' on {site}"), entry => entry.Site);

    private static IdleRecipes Idle(DeviceReading reading, YamlMappingReader idle)
    {
        double? per = reading.Measure(idle, "per", Dimension.Time, "noise/idle/per");
        ValueList<SiteRecipe> sites = idle.Required("sites") is { } node ? Sites(reading, node, "noise/idle", "idle") : [];
        idle.Finish();
        return new(per, sites);
    }

    private static ValueList<SiteRecipe> Qubits(DeviceReading reading, YamlMappingReader section, string key) =>
        section.Optional(key) is { } node ? Sites(reading, node, $"noise/{key}", key) : [];

    private static ValueList<SiteRecipe> Sites(DeviceReading reading, YamlNode node, string place, string what) =>
        NoiseSiteReader.Sites(
            reading, node, $"'{what}' of 'noise'", place,
            (item, site, at) => Recipe(reading, item, site, at, $"the recipe of '{what}' on {site}"), entry => entry.Site);

    private static SiteRecipe? Recipe(DeviceReading reading, YamlNode node, NoiseSite site, string place, string what)
    {
        if (reading.Reader.List(node, what) is not { } items)
            return null;
        List<NoiseOperation> operations = [];
        foreach (YamlNode item in items)
        {
            string at = $"{place}/{operations.Count}";
            reading.Place(at, item.Span);
            if (NoiseOperationReader.Read(reading, item, at) is { } operation)
                operations.Add(operation);
        }
        return new(site, [.. operations]);
    }
}
