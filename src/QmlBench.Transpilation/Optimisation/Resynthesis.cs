using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Routing;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Repeats <see cref="RotationResynthesis"/> over stretches of growing size until that saves no two-qubit gate.</summary>
/// <param name="Sizes">Most wires of a stretch, pass by pass; none: nothing is done.</param>
/// <param name="Searches">Searches to try on every stretch.</param>
/// <param name="Most">Stretches to try in all.</param>
internal sealed record Resynthesis(int[] Sizes, SearchWeights[] Searches, int Most)
{
    public static readonly Resynthesis None = new([], [], 0);

    /// <summary>On logical wires: any two may meet, and swaps are renamings.</summary>
    public Flow BeforeLayout(Flow flow) => Repeat(flow, null,
        f => SwapElision.Exhaust(Simplification.Run(TurnRecognition.Run(Simplification.Run(f)))));

    /// <summary>On device qubits.</summary>
    public Flow OnDevice(Flow flow, CouplingGraph graph) => Repeat(flow, graph, f => Simplification.Run(f));

    private Flow Repeat(Flow flow, CouplingGraph? graph, Func<Flow, Flow> simplify)
    {
        var pass = new RotationResynthesis(graph, Searches, Most);
        for (var before = int.MaxValue; Sizes.Length > 0 && flow.TwoQubitCost < before;)
        {
            before = flow.TwoQubitCost;
            foreach (var size in Sizes)
                if (simplify(pass.Run(flow, size)) is var written && written.TwoQubitCost < flow.TwoQubitCost)
                    flow = written;
        }
        return flow;
    }
}
