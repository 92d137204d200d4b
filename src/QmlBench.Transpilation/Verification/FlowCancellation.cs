using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Optimisation;

namespace QmlBench.Transpilation.Verification;

/// <summary>Whether one flow of numbers followed by the inverse of another cancels to nothing, block by block.</summary>
/// <remarks>
/// Both are multiplied together (4 × 4 products, commuting steps exchanged, swaps turned into names) from the seam outward. Every step of
/// that is an identity, so an empty rest proves equality up to a global phase; the wires' names must then be the final places. Such
/// products do not always find the proof, so both sides are tried as they stand and simplified.
/// </remarks>
/// <param name="upToDiagonal">Whether diagonals may be left at the end: where bitstrings alone are asked.</param>
internal sealed class FlowCancellation(bool upToDiagonal)
{
    /// <summary>Largest difference of matrix elements of a block that counts as none.</summary>
    public const double Tolerance = 1e-10;

    /// <summary>Largest difference of matrix elements that was taken for none, over all that was shown.</summary>
    public double Worst { get; private set; }

    /// <param name="before">The first flow.</param>
    /// <param name="after">The second one.</param>
    /// <param name="placed">Wire of the second flow for each wire of the first, at the start.</param>
    public bool Shown(Flow before, Flow after, IReadOnlyList<int> placed) =>
        Cancels(before, after, placed)
        || Cancels(before, Simplification.Run(after), placed)
        || Cancels(Simplified(before), Simplification.Run(after), placed);

    private static Flow Simplified(Flow flow) => Simplification.Run(SwapElision.Run(Simplification.Run(flow)));

    private bool Cancels(Flow before, Flow after, IReadOnlyList<int> placed)
    {
        var steps = before.Steps.Select(s => s.On([.. s.Qubits.Select(q => placed[q])]));
        var seam = new SeamReduction(after.Source, steps, after.WireCount, Tolerance);
        foreach (var step in after.Steps)
            if (!seam.Undo(step))
                return false;
        var rest = Reduce(after with { Steps = [.. seam.Rest], Ends = [.. Enumerable.Range(0, after.WireCount)], Tail = [] });
        foreach (var step in rest.Steps)
            if (!upToDiagonal || !IsDiagonal(step))
                return false;
        for (var logical = 0; logical < after.Ends.Length; logical++)
            if (rest.Ends[seam.EndOf(placed[before.Ends[logical]])] != seam.WireOf(after.Ends[logical]))
                return false;
        Worst = Math.Max(Worst, seam.Worst);
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

    private static bool IsDiagonal(Step step) => step.IsFree && step switch
    {
        LocalStep local => local.Unitary.IsDiagonal(Tolerance),
        PairStep pair => pair.Unitary.IsDiagonal(Tolerance),
        _ => false
    };
}
