using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Routing;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Writes stretches of a flow anew, as Pauli rotations and a Clifford part, where that takes fewer two-qubit gates.</summary>
/// <remarks>
/// Clifford runs, phase polynomials, commuting exponentials and three-qubit blocks are all this one form. Every stretch is checked against
/// what it replaces (<see cref="StretchCheck"/>), which also gives the phase between them. Before layout all pairs of wires may meet, and
/// swaps are free (<see cref="SwapElision"/> takes them out); on a device only coupled qubits meet and every qubit stays in place.
/// </remarks>
/// <param name="graph">The couplers, or null before layout.</param>
/// <param name="weights">Searches to try; the best counts.</param>
/// <param name="most">Stretches to try in all passes.</param>
internal sealed class RotationResynthesis(CouplingGraph? graph, SearchWeights[] weights, int most)
{
    /// <summary>Less has nothing to save: blocks on pairs are minimal already.</summary>
    private const int LeastCost = 3;
    private const int MostRotations = 400;

    /// <summary>Stretches that no search made cheaper.</summary>
    private readonly HashSet<UInt128> _tried = [];
    private int _left = most;

    /// <summary>One pass over stretches of at most so many wires.</summary>
    public Flow Run(Flow flow, int mostWires)
    {
        var result = new FlowBuilder();
        var taken = new bool[flow.Steps.Length];
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i])
                continue;
            if (flow.Steps[i] is { IsPair: true, IsFree: true } && Stretch.Collect(flow, i, taken, mostWires) is var stretch
                && Shorter(flow, stretch) is { } written)
                Replace(flow, stretch, written, taken, result);
            else
                result.Add(flow.Steps[i]);
        }
        return result.Build(flow) with { IsProven = true };
    }

    private static void Replace(Flow flow, Stretch stretch, List<Step> written, bool[] taken, FlowBuilder result)
    {
        foreach (var index in stretch.Indices)
            taken[index] = true;
        foreach (var step in written)
            result.Add(step.On([.. step.Qubits.Select(q => stretch.Wires[q])]));
        result.AddPhase(StretchCheck.Phase(flow.Source, stretch.Wires.Count, stretch.Steps, written));
    }

    /// <summary>The stretch anew, on places of its wires; null if no search makes it cheaper.</summary>
    private List<Step>? Shorter(Flow flow, Stretch stretch)
    {
        var best = stretch.Cost;
        var print = stretch.Fingerprint();
        if (_left == 0 || stretch.Wires.Count < 3 || best < LeastCost || print is { } known && _tried.Contains(known))
            return null;
        _left--;
        var program = Program(stretch);
        if (program.Rotations.Count > MostRotations)
            return null;
        var metric = WireMetric.Of(stretch.Wires.Count, (a, b) => graph is null || graph.Adjacent(stretch.Wires[a], stretch.Wires[b]));
        if (!metric.IsConnected)
            return null;
        List<Step>? found = null;
        foreach (var weight in weights)
        {
            if (new RotationSearch(program, metric, graph is null, weight).Run(best) is not { } moves)
                continue;
            var steps = RotationForm.Of(Program(stretch), moves);
            if (Cost(flow, stretch, steps) is var cost && cost < best)
                (best, found) = (cost, steps);
        }
        if (found is null && print is { } failed)
            _tried.Add(failed);
        return found;
    }

    private static PauliRotations Program(Stretch stretch) => PauliRotations.Of(stretch.Wires.Count, stretch.Steps);

    /// <summary>Two-qubit gates of the steps once their blocks are multiplied together.</summary>
    private int Cost(Flow flow, Stretch stretch, List<Step> steps)
    {
        Flow alone = new(flow.Source, stretch.Wires.Count, [.. steps], 0, [.. Enumerable.Range(0, stretch.Wires.Count)], []);
        return Simplification.Run(graph is null ? SwapElision.Run(alone) : alone).TwoQubitCost;
    }
}
