using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Running;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>
/// Reads <c>schema: qmlbench/suite/v1</c>. A file is checked whole: every problem is in the bag at once, with file, line and column,
/// what was expected and a suggestion.
/// </summary>
public sealed class SuiteYamlReader(SuiteVocabulary vocabulary)
{
    /// <summary>The schema this reader understands.</summary>
    public const string Schema = "qmlbench/suite/v1";

    /// <summary>Reads a suite; null when the bag has errors.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bag">Receives every problem.</param>
    public Suite? Read(SourceText source, DiagnosticBag bag)
    {
        var reader = new YamlReader(source, bag);
        if (YamlSource.Parse(source, bag) is not { } root || reader.Mapping(root, "the suite") is not { } map)
            return null;
        map.RequiredChoice("schema", [Schema]);
        var suite = Read(map);
        map.Finish();
        SuiteChecks.Check(suite, map, vocabulary);
        return bag.HasErrors ? null : suite;
    }

    private Suite Read(YamlMappingReader map)
    {
        var devices = new DeviceSection(vocabulary);
        return new(
            map.RequiredText("name") ?? string.Empty,
            map.Text("title") ?? string.Empty,
            (map.Text("description") ?? string.Empty).Trim(),
            (ulong)(map.Integer("seed", 0) ?? 0),
            (int)(map.Integer("repeats", 1, 1000) ?? 1),
            Named(map, "datasets", new DatasetSection(vocabulary).Read, dataset => dataset.Name),
            Named(map, "models", new ModelSection(vocabulary).Read, model => model.Name),
            map.Optional("train_on") is { } trainOn ? devices.Read(map.Reader, trainOn) ?? ExecutorPool.IdealDevice : ExecutorPool.IdealDevice,
            map.Optional("evaluate_on") is { } evaluateOn ? devices.ReadList(map.Reader, evaluateOn) : [ExecutorPool.IdealDevice],
            map.Has("mitigation")
                ? Named(map, "mitigation", new MitigationSection(vocabulary).Read, mitigation => mitigation.Name)
                : [MitigationSpec.None],
            ExecutionSection.Read(map),
            MetricNames(map),
            Selectors(map, "include"),
            Selectors(map, "exclude"),
            map.Has("claims") ? Named(map, "claims", new ClaimSection(vocabulary).Read, claim => claim.Name) : [],
            LimitsSection.Read(map));
    }

    private ImmutableArray<string> MetricNames(YamlMappingReader map)
    {
        if (map.Required("metrics") is not { } node || map.Reader.List(node, "'metrics'") is not { } items)
            return [];
        return [.. items.Select(item => map.Reader.Choice(item, "metrics", vocabulary.Metrics)).OfType<string>()];
    }

    private static ImmutableArray<CaseSelector> Selectors(YamlMappingReader map, string key) => map.List(key) is not { } items
        ? []
        : [.. items.Select(item => SelectorSection.Read(map.Reader, item, key)).OfType<CaseSelector>()];

    private static ImmutableArray<T> Named<T>(YamlMappingReader map, string key, Func<YamlMappingReader, T?> read, Func<T, string> name)
        where T : class
    {
        if (map.Required(key) is not { } node || map.Reader.List(node, $"'{key}'") is not { } items)
            return [];
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (map.Reader.Mapping(item, $"an item of '{key}'") is not { } fields || read(fields) is not { } one)
                continue;
            if (found.Any(other => name(other) == name(one)))
                map.Reader.Error(fields.SpanOf("name"), $"'{name(one)}' stands twice in '{key}'", "names that differ");
            found.Add(one);
        }

        if (items.IsEmpty)
            map.Reader.Error(map.SpanOf(key), $"'{key}' is empty", "at least one item");
        return found.ToImmutable();
    }
}
