using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Wrapping;

/// <summary>Refusals that several techniques share.</summary>
internal static class Refusals
{
    /// <summary>A budget by precision cannot be split among circuits before their variances are known.</summary>
    public static ExecutionRefusedException Precision(string technique) => new(
        $"{technique} takes a number of shots or exact values; a budget by precision is not yet supported.");
}
