using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Takes the swap out of every unitary that is cheaper without it, up to a mere swap, and renames the wires after it instead.</summary>
/// <remarks>Before layout this costs nothing; the renaming is kept in <see cref="Flow.Ends"/>, which becomes the final layout.</remarks>
internal static class SwapElision
{
    /// <summary>Takes swaps out and simplifies until that saves nothing: what stands behind a swap meets new neighbours.</summary>
    public static Flow Exhaust(Flow flow)
    {
        for (var before = int.MaxValue; flow.TwoQubitCost < before;)
        {
            before = flow.TwoQubitCost;
            flow = Simplification.Run(Run(flow));
        }
        return flow;
    }

    public static Flow Run(Flow flow)
    {
        var wireOf = Enumerable.Range(0, flow.WireCount).ToArray();
        var result = new FlowBuilder();
        foreach (var step in flow.Steps)
        {
            var placed = step.On([.. step.Qubits.Select(q => wireOf[q])]);
            if (placed is not PairStep { IsFree: true } pair || TwoQubitSynthesiser.CountWithSwap(pair.Weyl) >= pair.Cost)
            {
                result.Add(placed);
                continue;
            }
            // U = V·SWAP: after the renaming, V acts on the wire now named first, which is the second one.
            (wireOf[step.Qubits[0]], wireOf[step.Qubits[1]]) = (wireOf[step.Qubits[1]], wireOf[step.Qubits[0]]);
            PairStep rest = new([wireOf[step.Qubits[0]], wireOf[step.Qubits[1]]], pair.Unitary * Matrix4.Swap);
            if (rest.Cost > 0)
                result.Add(rest);
            else
                AddLocals(result, rest);
        }
        return result.Build(flow) with { Ends = [.. flow.Ends.Select(q => wireOf[q])] };
    }

    private static void AddLocals(FlowBuilder result, PairStep rest)
    {
        var factors = KroneckerFactors.Of(rest.Unitary);
        result.Local(rest.Qubits[0], factors.First);
        result.Local(rest.Qubits[1], factors.Second);
        result.AddPhase(factors.Phase);
    }
}
