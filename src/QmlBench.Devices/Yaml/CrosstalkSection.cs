using System.Collections.Immutable;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads <c>crosstalk</c>: the static ZZ rate of coupled pairs, and the gates that contain an echo.</summary>
internal static class CrosstalkSection
{
    /// <summary>The section, or null if it is not there.</summary>
    public static Crosstalk? Read(DeviceReading reading, YamlMappingReader map)
    {
        if (map.Mapping("crosstalk") is not { } section)
            return null;
        reading.Place("crosstalk", map.SpanOf("crosstalk"));
        var rates = section.RequiredMapping("static_zz") is { } pairs ? Rates(reading, pairs) : [];
        ImmutableArray<YamlNode> echoed = section.List("echoed") ?? [];
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (YamlNode item in echoed)
        {
            if (reading.Reader.Text(item, "a gate of 'echoed'") is not { } name)
                continue;
            reading.Place($"crosstalk/echoed/{name}", item.Span);
            names.Add(name);
        }
        section.Finish();
        return new([.. rates], [.. names]);
    }

    private static List<StaticZz> Rates(DeviceReading reading, YamlMappingReader pairs)
    {
        List<StaticZz> rates = [];
        foreach (YamlEntry entry in pairs.Entries)
        {
            string key = entry.Key.Text;
            if (!SiteKey.TryParse(key, out ImmutableArray<int> qubits, out bool bothOrders) || !bothOrders)
            {
                reading.Reader.Error(entry.Key.Span, $"'{key}' is not a pair", "two qubits without order, as in 0-1");
                continue;
            }
            (int first, int second) = (Math.Min(qubits[0], qubits[1]), Math.Max(qubits[0], qubits[1]));
            if (rates.Exists(r => r.First == first && r.Second == second))
                reading.Reader.Error(entry.Key.Span, $"the pair {key} is listed twice", "each pair once");
            else if (reading.Reader.Measure(entry.Value, $"the static ZZ of {key}", Dimension.Frequency) is { } rate)
            {
                reading.Place($"crosstalk/static_zz/{first}-{second}", entry.Key.Span);
                rates.Add(new(first, second, rate));
            }
        }
        return [.. rates.OrderBy(r => r.First).ThenBy(r => r.Second)];
    }
}
