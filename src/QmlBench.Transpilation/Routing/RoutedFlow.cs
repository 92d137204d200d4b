using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Routing;

/// <summary>Between flows and routing problems.</summary>
internal static class RoutedFlow
{
    /// <summary>What routing needs to know of a flow; with <paramref name="reorder"/> commuting steps need not wait for one
    /// another.</summary>
    public static RoutingProblem ProblemOf(Flow flow, bool reorder) =>
        new(flow.WireCount, [.. flow.Steps.Select(NodeOf)], CommutationGraph.Successors(flow, reorder));

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
        return result.Build(flow) with
        {
            WireCount = deviceQubits,
            Ends = [.. flow.Ends.Select(w => deviceOf[w])],
            Placed = layout
        };
    }

    private static RoutingNode NodeOf(Step step)
    {
        if (!step.IsPair)
            return RoutingNode.Anywhere;
        var (cost, withSwap) = step switch
        {
            PairStep { IsFree: true } pair => (pair.Cost, TwoQubitSynthesiser.CountWithSwap(pair.Weyl)),
            PairTurnStep { IsFree: true } => (2, 3),
            _ => (3, 6)
        };
        return new(step.Qubits[0], step.Qubits[1], cost, withSwap);
    }
}
