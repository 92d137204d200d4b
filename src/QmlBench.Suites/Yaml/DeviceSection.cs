using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>A device: its name, or a mapping of <c>device</c>, <c>noise_scale</c> and <c>drift</c>.</summary>
internal sealed class DeviceSection(SuiteVocabulary vocabulary)
{
    public ImmutableArray<DeviceSpec> ReadList(YamlReader reader, YamlNode node)
    {
        if (reader.List(node, "'evaluate_on'") is not { } items)
            return [];
        var devices = ImmutableArray.CreateBuilder<DeviceSpec>();
        foreach (var item in items)
        {
            if (Read(reader, item) is not { } device)
                continue;
            if (devices.Contains(device))
                reader.Error(item.Span, $"{device.Label} stands twice", "devices that differ");
            devices.Add(device);
        }

        return devices.ToImmutable();
    }

    public DeviceSpec? Read(YamlReader reader, YamlNode node)
    {
        if (node is not YamlMapping)
            return reader.Text(node, "a device") is { } text && Resolve(reader, node.Span, text) is { } plain ? new(plain, 1.0) : null;
        if (reader.Mapping(node, "a device") is not { } map)
            return null;
        var scale = map.Number("noise_scale", 0.0, 100.0) ?? 1.0;
        var drift = map.Mapping("drift") is { } drifting ? Drift(drifting) : (string.Empty, string.Empty);
        var name = map.Required("device") is { } device && reader.Text(device, "'device'") is { } given
            ? Resolve(reader, device.Span, $"{drift.Item1}{given}{drift.Item2}")
            : null;
        map.Finish();
        return name is null ? null : new(name, scale);
    }

    // The mapping is a pleasanter way to write "drift:DEVICE:days=7,seed=1", which is what the device is called.
    private static (string Before, string After) Drift(YamlMappingReader map)
    {
        var days = map.Number("days", 0, 3650);
        var seed = map.Integer("seed", 0) ?? 0;
        if (map.Required("days") is null || days is null)
            days = 0;
        map.Finish();
        return ("drift:", string.Create(CultureInfo.InvariantCulture, $":days={days:R},seed={seed}"));
    }

    public string? Resolve(YamlReader reader, SourceSpan span, string name)
    {
        if (vocabulary.ResolveDevice(name) is { } full)
            return full;
        if (vocabulary.Devices.Complaint(name) is { } complaint)
        {
            reader.Error(span, complaint.TrimEnd('.'));
            return null;
        }

        // In brackets the comma of "drift:NAME:days=7,seed=1" parts two devices.
        var isPart = name.Contains('=', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal);
        reader.Error(
            span, $"unknown device '{name}'",
            $"a profile that 'qmlbench list devices' shows{(isPart ? "; a name with a comma stands in quotes" : "")}",
            vocabulary.Devices.SuggestionFor(name));
        return null;
    }
}
