using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>An item of <c>mitigation</c>: a name and its techniques in order.</summary>
internal sealed class MitigationSection(SuiteVocabulary vocabulary)
{
    public MitigationSpec? Read(YamlMappingReader map)
    {
        var name = map.RequiredText("name");
        var techniques = map.Texts("techniques");
        var unknown = techniques.Select(technique => vocabulary.CheckTechniques([technique])).OfType<string>().ToList();
        foreach (var problem in unknown)
            map.Reader.Error(map.SpanOf("techniques"), problem, "a technique that 'qmlbench list techniques' shows");
        if (unknown.Count == 0 && vocabulary.CheckTechniques(techniques) is { } disorder)
            map.Reader.Error(map.SpanOf("techniques"), disorder.TrimEnd('.'), "techniques in the order in which they act on values, innermost first");
        if (name == "none" && !techniques.IsEmpty)
            map.Reader.Error(map.SpanOf("techniques"), "'none' is the raw value", "no techniques, or another name");
        if (name is not null and not "none" && techniques.IsEmpty)
            map.Reader.Error(map.Span, $"'{name}' names no techniques", "a list of 'techniques'");
        map.Finish();
        return name is null ? null : new(name, techniques);
    }
}
