using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads <c>correlated_readout</c>: confusion matrices of several qubits.</summary>
internal static class ReadoutGroupSection
{
    /// <summary>The groups, sorted by first qubit; none if the section is not there.</summary>
    public static ValueList<ReadoutGroup> Read(DeviceReading reading, YamlMappingReader map)
    {
        if (map.List("correlated_readout") is not { } items)
            return [];
        reading.Place("correlated_readout", map.SpanOf("correlated_readout"));
        List<ReadoutGroup> groups = [];
        foreach (YamlNode item in items)
        {
            if (One(reading, item) is not { } group)
                continue;
            reading.Place(PlaceOf(group), item.Span);
            groups.Add(group);
        }
        return [.. groups.OrderBy(g => g.Qubits.IsEmpty ? -1 : g.Qubits[0])];
    }

    /// <summary>Where a group is looked for.</summary>
    public static string PlaceOf(ReadoutGroup group) => $"correlated_readout/{string.Join(',', group.Qubits)}";

    private static ReadoutGroup? One(DeviceReading reading, YamlNode item)
    {
        if (reading.Reader.Mapping(item, "a group of 'correlated_readout'") is not { } map)
            return null;
        YamlNode? qubits = map.Required("qubits"), confusion = map.Required("confusion");
        long?[] read = qubits is not null && reading.Reader.List(qubits, "'qubits'") is { } list
            ? [.. list.Select(q => reading.Reader.Integer(q, "a qubit", 0, SiteKey.LargestIndex))]
            : [null];
        ValueList<double>? entries = confusion is null ? null : NoiseMatrixReader.Real(reading.Reader, confusion, "'confusion'");
        map.Finish();
        bool isWhole = entries is not null && read.All(q => q is not null);
        return isWhole ? new([.. read.Select(q => (int)q!.Value)], entries!.Value) : null;
    }
}
