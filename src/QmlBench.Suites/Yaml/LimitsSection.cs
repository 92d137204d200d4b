using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Yaml;

/// <summary>The <c>limits</c> mapping.</summary>
internal static class LimitsSection
{
    public static SuiteLimits Read(YamlMappingReader parent)
    {
        if (parent.Mapping("limits") is not { } map)
            return SuiteLimits.Default;
        var limits = new SuiteLimits(
            map.Measure("time", Dimension.WallTime) ?? SuiteLimits.Default.TimeSeconds,
            (long)(map.Measure("memory", Dimension.Memory) ?? SuiteLimits.Default.MemoryBytes),
            (int)(map.Integer("exact_qubits", 1, 16) ?? SuiteLimits.Default.ExactQubits),
            map.Integer("trajectories", 2, int.MaxValue) ?? SuiteLimits.Default.Trajectories);
        if (limits.TimeSeconds <= 0)
            map.Reader.Error(map.SpanOf("time"), "a time limit must be above 0", "a time such as '120 s'");
        map.Finish();
        return limits;
    }
}
