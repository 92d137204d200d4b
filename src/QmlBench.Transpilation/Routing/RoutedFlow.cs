using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Routing;

/// <summary>Between flows and routing problems.</summary>
internal static class RoutedFlow
{
    /// <summary>What routing needs to know of a flow.</summary>
    public static RoutingProblem ProblemOf(Flow flow, bool reorder) => RoutingProblem.Of(
        flow.WireCount,
        [.. flow.Steps.Select(s => s.IsPair ? (s.Qubits[0], s.Qubits[1]) : (-1, -1))],
        CommutationGraph.Successors(flow, reorder));

    /// <summary>The flow on device qubits with the swaps written in.</summary>
    public static Flow Apply(Flow flow, RoutingRun run, int[] layout, int deviceQubits)
    {
        var result = new FlowBuilder();
        var deviceOf = layout.ToArray();
        foreach (var entry in run.Events)
            if (entry >= 0)
            {
                var step = flow.Steps[entry];
                result.Add(step.On([.. step.Qubits.Select(q => deviceOf[q])]));
            }
            else
            {
                var (a, b) = run.Swaps[-1 - entry];
                result.Add(new PairStep([a, b], Matrix4.Swap));
                for (var wire = 0; wire < deviceOf.Length; wire++)
                    deviceOf[wire] = deviceOf[wire] == a ? b : deviceOf[wire] == b ? a : deviceOf[wire];
            }
        return result.Build(flow with { WireCount = deviceQubits, Ends = [.. flow.Ends.Select(w => deviceOf[w])] });
    }
}
