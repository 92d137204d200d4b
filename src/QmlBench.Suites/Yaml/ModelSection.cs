using System.Collections.Immutable;
using QmlBench.Devices.Yaml;
using QmlBench.Learning.Models;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>An item of <c>models</c>: a kind, fixed settings and a tuning grid.</summary>
internal sealed class ModelSection(SuiteVocabulary vocabulary)
{
    private const int MostConfigurations = 10_000;

    public ModelSpec? Read(YamlMappingReader map)
    {
        var name = map.RequiredText("name");
        var kind = map.RequiredChoice("kind", [.. vocabulary.Models.Select(model => model.Name)]);
        var settingsMap = map.Mapping("settings");
        var gridMap = map.Mapping("grid");
        var folds = (int)(map.Integer("folds", 2, 50) ?? 5);
        map.Finish();
        if (kind is null || name is null || vocabulary.Model(kind) is not { } entry)
            return null;
        var settings = Settings(settingsMap, entry);
        var grid = Grid(gridMap, entry);
        foreach (var both in grid.Keys.Intersect(settings.Keys))
            map.Reader.Error(gridMap!.SpanOf(both), $"'{both}' is both set and tuned", "it in 'settings' or in 'grid', not in both");
        var model = new ModelSpec(name, kind, entry.Family == ModelFamily.Quantum, settings, grid, folds);
        if (model.Configurations > MostConfigurations)
            map.Reader.Error(map.SpanOf("grid"), $"the grid has {model.Configurations} configurations", $"at most {MostConfigurations}");
        return model;
    }

    private static ImmutableSortedDictionary<string, double> Settings(YamlMappingReader? map, IModelSpace entry)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (map is null)
            return settings.ToImmutable();
        foreach (var setting in entry.Hyperparameters)
        {
            if (map.Optional(setting.Name) is { } node && Value(map, node, setting) is { } value)
                settings[setting.Name] = value;
        }

        map.Finish();
        return settings.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<double>> Grid(YamlMappingReader? map, IModelSpace entry)
    {
        var grid = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        if (map is null)
            return grid.ToImmutable();
        foreach (var setting in entry.Hyperparameters)
        {
            if (map.List(setting.Name) is not { } items)
                continue;
            var values = items.Select(item => Value(map, item, setting)).OfType<double>().ToImmutableArray();
            if (items.IsEmpty)
                map.Reader.Error(map.SpanOf(setting.Name), $"'{setting.Name}' has no values to try", "at least one");
            if (values.Distinct().Count() < values.Length)
                map.Reader.Error(map.SpanOf(setting.Name), $"'{setting.Name}' tries a value twice", "values that differ: the budget counts them");
            grid[setting.Name] = values;
        }

        map.Finish();
        return grid.ToImmutable();
    }

    private static double? Value(YamlMappingReader map, YamlNode node, HyperparameterSpec setting) => setting.IsWhole
        ? map.Reader.Integer(node, $"'{setting.Name}'", (long)setting.Least, (long)setting.Greatest)
        : map.Reader.Number(node, $"'{setting.Name}'", setting.Least, setting.Greatest);
}
