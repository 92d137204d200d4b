using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Yaml;

/// <summary>An item of <c>include</c> or <c>exclude</c>.</summary>
internal static class SelectorSection
{
    public static CaseSelector? Read(YamlReader reader, YamlNode node, string key)
    {
        if (reader.Mapping(node, $"an item of '{key}'") is not { } map)
            return null;
        var selector = new CaseSelector(map.Texts("datasets"), map.Texts("models"), map.Texts("devices"), map.Texts("mitigation"));
        map.Finish();
        if (selector is { Datasets.IsEmpty: true, Models.IsEmpty: true, Devices.IsEmpty: true, Mitigations.IsEmpty: true })
            reader.Error(map.Span, $"an item of '{key}' names nothing", "at least one of datasets, models, devices, mitigation");
        return selector;
    }
}
