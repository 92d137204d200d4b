using System.Collections.Immutable;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads everything a profile says about noise beyond the figures of qubits and gates.</summary>
internal static class NoiseSection
{
    /// <summary>Reads the sections into the draft.</summary>
    public static void Read(DeviceReading reading, YamlMappingReader map)
    {
        reading.Draft.Noise = new NoiseFigures
        {
            Temperature = reading.Measure(map, "temperature", Dimension.Temperature, "temperature"),
            With = With(reading, map),
            CoherenceLimit = map.Choice("coherence_limit", CoherenceLimitWords.All) is { } word ? CoherenceLimitWords.Find(word) : null,
            Crosstalk = CrosstalkSection.Read(reading, map),
            Coherent = CoherentSection.Read(reading, map),
            Spectators = SpectatorSection.Read(reading, map),
            ReadoutGroups = ReadoutGroupSection.Read(reading, map),
            Explicit = ExplicitNoiseSection.Read(reading, map),
        };
    }

    private static ValueList<string> With(DeviceReading reading, YamlMappingReader map)
    {
        var sources = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (YamlNode item in map.List("with") ?? [])
        {
            if (reading.Reader.Choice(item, "noise source", NoiseSourceWords.All) is { } word && !sources.Add(word))
                reading.Reader.Error(item.Span, $"'{word}' is switched on twice", "each source once");
        }
        return [.. sources];
    }
}
