using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Optimisation;

namespace QmlBench.Transpilation.Verification;

/// <summary>Whether one flow of numbers followed by the inverse of another cancels to nothing, block by block.</summary>
/// <remarks>
/// Both are multiplied together (4 × 4 products, commuting steps exchanged, swaps turned into names) from the seam outward. Every step of
/// that is an identity, so an empty rest proves equality up to a global phase; the wires' names must then be the final places. Such
/// products do not always find the proof, so both sides are tried as they stand and simplified.
/// </remarks>
/// <param name="wires">Number of wires of the second flow.</param>
/// <param name="upToDiagonal">Whether diagonals may be left: where bitstrings alone are asked.</param>
internal sealed class FlowCancellation(int wires, bool upToDiagonal)
{
    public const double Tolerance = 1e-8;

    /// <param name="input">The first flow.</param>
    /// <param name="compiled">The second one.</param>
    /// <param name="initial">Wire of the second flow for each wire of the first, at the start.</param>
    /// <param name="final">The same at the end.</param>
    public bool Shown(Flow input, Flow compiled, IReadOnlyList<int> initial, IReadOnlyList<int> final) =>
        Cancels(SwapElision.Run(input), compiled, initial, final)
        || Cancels(SwapElision.Run(input), Simplification.Run(compiled), initial, final)
        || Cancels(Simplified(input), Simplification.Run(compiled), initial, final);

    private static Flow Simplified(Flow flow) => Simplification.Run(SwapElision.Run(Simplification.Run(flow)));

    private bool Cancels(Flow input, Flow compiled, IReadOnlyList<int> initial, IReadOnlyList<int> final)
    {
        var placed = input.Steps.Where(s => s is not FixedStep).Select(s => s.On([.. s.Qubits.Select(q => initial[q])]));
        var seam = new SeamReduction(placed, wires, Tolerance);
        foreach (var step in compiled.Steps)
            if (step is not FixedStep)
                seam.Undo(step);
        var rest = Reduce(compiled with { Steps = [.. seam.Rest], Ends = [.. Enumerable.Range(0, wires)], Tail = [] });
        foreach (var step in rest.Steps)
            if (!upToDiagonal || !IsDiagonal(step))
                return false;
        for (var logical = 0; logical < final.Count; logical++)
            if (rest.Ends[initial[input.Ends[logical]]] != seam.WireOf(final[logical]))
                return false;
        return true;
    }

    private static Flow Reduce(Flow flow)
    {
        for (var before = int.MaxValue; flow.Steps.Length > 0 && Pairs(flow) < before;)
        {
            before = Pairs(flow);
            flow = Simplification.Run(SwapElision.Run(Simplification.Run(flow, Tolerance)), Tolerance);
        }
        return flow;
    }

    private static int Pairs(Flow flow) => flow.Steps.Count(s => s.IsPair);

    private static bool IsDiagonal(Step step) => step is LocalStep local
        ? local.Unitary.IsDiagonal(Tolerance)
        : ((PairStep)step).Unitary.IsDiagonal(Tolerance);
}
