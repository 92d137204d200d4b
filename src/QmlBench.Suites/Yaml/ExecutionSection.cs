using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Waist;
using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Yaml;

/// <summary>The <c>execution</c> mapping.</summary>
internal static class ExecutionSection
{
    /// <summary>The word for values without shots.</summary>
    public const string Exact = "exact";

    /// <summary>Most shots of one value.</summary>
    public const long MostShots = 1_000_000_000_000;

    /// <summary>The words for semantics, the profile's own first.</summary>
    public static ImmutableArray<string> Semantics { get; } = ["profile", .. NoiseSemantics.All];

    /// <summary>The words for schedules.</summary>
    public static ImmutableArray<string> Schedules { get; } = ["alap", "asap", "none"];

    public static ExecutionSpec Read(YamlMappingReader parent)
    {
        if (parent.Mapping("execution") is not { } map)
            return new(0, MethodNames.Auto, 2, "alap", string.Empty, [], CompileWords.Bindings[0], CompileWords.Objectives[0]);
        var semantics = map.Choice("semantics", Semantics) ?? "profile";
        var spec = new ExecutionSpec(
            Shots(map),
            map.Choice("method", [.. MethodNames.Supported]) ?? MethodNames.Auto,
            (int)(map.Integer("effort", 0, 3) ?? 2),
            map.Choice("schedule", Schedules) ?? Schedules[0],
            semantics == "profile" ? string.Empty : semantics,
            Sources(map, "without") ?? [],
            map.Choice("bind", [.. CompileWords.Bindings]) ?? CompileWords.Bindings[0],
            map.Choice("objective", [.. CompileWords.Objectives]) ?? CompileWords.Objectives[0])
        {
            Precision = Precision(map),
            With = Sources(map, "with") ?? [],
            Sources = Only(map),
            CoherenceLimit = map.Choice("coherence_limit", CoherenceLimitWords.All) ?? string.Empty,
        };
        map.Finish();
        return spec;
    }

    private static long Shots(YamlMappingReader map)
    {
        if (map.Optional("shots") is not { } node || node is YamlScalar { Text: Exact })
            return 0;
        return map.Reader.Integer(node, "'shots'", 1, MostShots) ?? 0;
    }

    private static double Precision(YamlMappingReader map)
    {
        if (map.Number("precision") is not { } precision)
            return Limits.DefaultStandardError;
        if (precision > 0)
            return precision;
        map.Reader.Error(map.SpanOf("precision"), "a precision is a standard error above 0", "a number such as 0.01");
        return Limits.DefaultStandardError;
    }

    private static ImmutableArray<string>? Sources(YamlMappingReader map, string key)
    {
        if (map.List(key) is not { } items)
            return null;
        var sources = items.Select(item => map.Reader.Choice(item, "noise source", NoiseSourceWords.All)).OfType<string>();
        return [.. sources.Distinct().Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string>? Only(YamlMappingReader map)
    {
        var only = Sources(map, "sources");
        if (only is not null && map.Has("without"))
            map.Reader.Error(map.SpanOf("without"), "'sources' and 'without' exclude each other", "one of the two");
        return only;
    }
}
