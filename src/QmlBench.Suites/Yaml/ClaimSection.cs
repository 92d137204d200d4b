using System.Collections.Immutable;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Claims;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>An item of <c>claims</c>.</summary>
internal sealed class ClaimSection(SuiteVocabulary vocabulary)
{
    /// <summary>The verdicts a claim may expect.</summary>
    public static ImmutableArray<string> Verdicts { get; } =
    [
        .. new[] { VerdictKind.Supported, VerdictKind.Equivalent, VerdictKind.Refuted, VerdictKind.Inconclusive, VerdictKind.Invalid }
            .Select(Verdict.NameOf),
    ];

    public ClaimSpec? Read(YamlMappingReader map)
    {
        var name = map.RequiredText("name");
        var statement = map.RequiredText("statement");
        var dataset = map.RequiredText("dataset");
        var metric = map.RequiredChoice("metric", vocabulary.Metrics);
        var treatment = Arm(map, "treatment");
        var control = Arm(map, "control");
        var margin = map.Number("margin", 0.0, 1e6) ?? 0.0;
        var alpha = map.Number("alpha", 1e-6, 0.5) ?? 0.05;
        if (map.Required("pairs") is null)
            return null;
        var pairs = (int)(map.Integer("pairs", 2, 10_000) ?? 2);
        var expect = map.Choice("expect", Verdicts) ?? "supported";
        map.Finish();
        return name is null || statement is null || dataset is null || metric is null || treatment is null || control is null
            ? null
            : new(name, statement, dataset, metric, treatment, control, margin, alpha, pairs, expect, map.Span.Start.Line);
    }

    private ClaimArm? Arm(YamlMappingReader parent, string key)
    {
        if (parent.RequiredMapping(key) is not { } map)
            return null;
        var model = map.RequiredText("model");
        var device = map.Optional("device") is { } node && map.Reader.Text(node, "'device'") is { } given
            ? Label(map, node, given)
            : string.Empty;
        var mitigation = map.Text("mitigation") ?? "none";
        map.Finish();
        return model is null || device is null ? null : new(model, device, mitigation);
    }

    // A label may carry a noise factor ("ibm_manila x2"); its device part is resolved like any other name.
    private string? Label(YamlMappingReader map, YamlNode node, string given)
    {
        var parts = given.Split(' ', 2);
        var full = new DeviceSection(vocabulary).Resolve(map.Reader, node.Span, parts[0]);
        return full is null || parts.Length == 1 ? full : $"{full} {parts[1]}";
    }
}
