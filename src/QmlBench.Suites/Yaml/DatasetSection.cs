using QmlBench.Devices.Yaml;
using QmlBench.Learning.Datasets;
using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>An item of <c>datasets</c>.</summary>
internal sealed class DatasetSection(SuiteVocabulary vocabulary)
{
    public DatasetSpec? Read(YamlMappingReader map)
    {
        var name = map.RequiredText("name");
        var entry = Source(map);
        var features = (int)(map.Integer("features", 1, 1000) ?? 4);
        var manifold = (int)(map.Integer("manifold", 1, 1000) ?? 6);
        var train = (int)(map.Integer("train", 4, 1_000_000) ?? 100);
        var test = (int)(map.Integer("test", 2, 1_000_000) ?? 60);
        var draws = (int)(map.Integer("draws", 1, 10_000) ?? 10);
        map.Finish();
        if (entry is null || name is null)
            return null;
        if (entry.MostFeatures is { } most && features > most)
            map.Reader.Error(map.SpanOf("features"), $"{entry.Name} has no {features} features", $"at most {most}");
        if (!entry.IsGenerated)
            Table(map, entry, train + test);
        return new(name, entry.Name, features, train, test, draws, !entry.IsGenerated, entry.IsGenerated ? manifold : 0);
    }

    private static void Table(YamlMappingReader map, DatasetEntry entry, int samples)
    {
        var rows = entry.Open(0, 0, 0).Draw(StreamKey.Root(0, "size")).Samples.Count;
        if (samples > rows)
            map.Reader.Error(map.SpanOf("train"), $"{samples} samples are more than {entry.Name} has", $"train + test of at most {rows}");
        if (map.Has("manifold"))
            map.Reader.Error(map.SpanOf("manifold"), $"{entry.Name} is a table and has no manifold", "no such key here");
    }

    private DatasetEntry? Source(YamlMappingReader map)
    {
        var isTable = map.Has("table");
        if (isTable == map.Has("generator"))
        {
            map.Reader.Error(map.Span, "a data set comes from one table or one generator", "one of 'table', 'generator'");
            return null;
        }

        var names = vocabulary.Data.Where(entry => entry.IsGenerated != isTable).Select(entry => entry.Name).ToArray();
        return map.RequiredChoice(isTable ? "table" : "generator", names) is { } name ? vocabulary.Source(name) : null;
    }
}
