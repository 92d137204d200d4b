using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>A device: its name, or a mapping of <c>device</c> and <c>noise_scale</c>.</summary>
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
        var name = map.Required("device") is { } device && reader.Text(device, "'device'") is { } given
            ? Resolve(reader, device.Span, given)
            : null;
        map.Finish();
        return name is null ? null : new(name, scale);
    }

    public string? Resolve(YamlReader reader, SourceSpan span, string name)
    {
        if (vocabulary.ResolveDevice(name) is { } full)
            return full;
        reader.Error(
            span, $"unknown device '{name}'", "a profile that 'qmlbench list devices' shows",
            vocabulary.Devices.SuggestionFor(name));
        return null;
    }
}
