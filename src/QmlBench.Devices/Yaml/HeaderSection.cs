using System.Collections.Immutable;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads what a profile says before its figures.</summary>
internal static class HeaderSection
{
    /// <summary>Words of <see cref="DeviceKind"/> in files, in its order.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["calibration", "specification", "template"];

    /// <summary>Reads all header keys into the draft.</summary>
    public static void Read(DeviceReading reading, YamlMappingReader map)
    {
        map.RequiredChoice("schema", [Device.Schema]);
        var draft = reading.Draft;
        draft.Name = reading.Text(map, "name", "name");
        draft.Machine = reading.Text(map, "machine", "machine") ?? draft.Name;
        draft.Snapshot = map.Time("snapshot");
        reading.Mark(map, "snapshot", "snapshot", draft.Snapshot is null);
        draft.Vendor = reading.Text(map, "vendor", "vendor");
        draft.Technology = reading.Text(map, "technology", "technology");
        draft.Processor = reading.Text(map, "processor", "processor");
        if (map.RequiredChoice("kind", Kinds) is { } kind)
            draft.Kind = (DeviceKind)Kinds.IndexOf(kind);
        Source(reading, map);
        draft.Semantics = reading.Text(map, "semantics", "semantics");
        draft.Dt = reading.Measure(map, "dt", Dimension.Time, "dt");
        draft.NoiseScale = reading.Number(map, "noise_scale", "noise_scale") ?? 1;
        Accept(reading, map);
        Basis(reading, map);
    }

    private static void Source(DeviceReading reading, YamlMappingReader map)
    {
        YamlMappingReader? source = map.Mapping("source");
        reading.Mark(map, "source", "source", source is null);
        if (source is null)
            return;
        var read = new DeviceSource
        {
            Text = source.Text("text"),
            Repository = source.Text("repository"),
            Commit = source.Text("commit"),
            Files = new(source.Texts("files")),
            Address = source.Text("address"),
        };
        (DateTimeOffset? from, DateTimeOffset? to) = Measured(reading, source);
        reading.Draft.Source = read with { MeasuredFrom = from, MeasuredTo = to };
        source.Finish();
    }

    private static (DateTimeOffset? From, DateTimeOffset? To) Measured(DeviceReading reading, YamlMappingReader source)
    {
        if (source.List("measured") is not { } dates)
            return default;
        reading.Place("source/measured", source.SpanOf("measured"));
        DateTimeOffset?[] read = [.. dates.Select(d => reading.Reader.Time(d, "a date of 'measured'"))];
        if (read.Length == 2)
            return (read[0], read[1]);
        reading.Reader.Error(
            source.SpanOf("measured"), $"'measured' has {read.Length} date(s)", "two: that of the earliest and that of the latest value");
        return default;
    }

    private static void Accept(DeviceReading reading, YamlMappingReader map)
    {
        foreach (YamlNode item in map.List("accept") ?? [])
        {
            if (reading.Reader.Choice(item, "oddity", OddityNames.All) is not { } word)
                continue;
            reading.Place($"accept/{word}", item.Span);
            if (!reading.Draft.Accepted.Add(OddityNames.Parse(word)))
                reading.Reader.Error(item.Span, $"'{word}' is accepted twice", "each oddity once");
        }
    }

    private static void Basis(DeviceReading reading, YamlMappingReader map)
    {
        if (map.Optional("basis") is not { } node)
            return;
        reading.Place("basis", node.Span);
        List<string> names = [];
        foreach (YamlNode item in map.List("basis") ?? [])
        {
            if (reading.Reader.Text(item, "a gate of the basis") is not { } name)
                continue;
            reading.Place($"basis/{name}", item.Span);
            names.Add(name);
        }
        if (node is YamlSequence)
            reading.Draft.Basis = names;
    }
}
