using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Verification;

/// <summary>For registers too large for state vectors: the inverse of the compiled circuit, then the input, must cancel to
/// nothing.</summary>
/// <remarks>
/// At random values of the parameters, by <see cref="FlowCancellation"/>: first the whole; where a rest stays, pass by pass: what every pass
/// of the compilation made against what it was given, from the input to the native gates. One pass moves and rewrites little, so that its
/// blocks meet again. A pass that proved its rewritings itself is not asked again. Where bitstrings alone are asked, diagonals may be left
/// at the end. Where a rest stays all the same, the result says that nothing was shown.
/// </remarks>
internal sealed class CancellationCheck(Circuit source, CompileDraft draft)
{
    /// <summary>The proof, or the statement that none was found.</summary>
    public Equivalence Run(StreamKey key, bool upToDiagonal)
    {
        var qubits = draft.Circuit.ActiveQubits().Length;
        var stream = key.Derive("cancel").Open();
        var values = new double[source.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = 2 * Math.PI * (stream.NextDouble() - 0.5);
        Flow input = BoundFlow.OfInput(source, values), compiled = BoundFlow.OfCompiled(source, draft, values);
        var cancellation = new FlowCancellation(upToDiagonal);
        if (cancellation.Shown(input, compiled, draft.InitialLayout))
            return Shown($"cancels with the input, block by block, on {qubits} qubits", cancellation.Worst);
        var passes = Passes();
        return passes.Count > 0 && IsShown(input, passes, compiled, values, cancellation)
            ? Shown($"cancels with the input, pass by pass ({passes.Count}) and block by block, on {qubits} qubits", cancellation.Worst)
            : Undecided($"{qubits} qubits are too many for state vectors, and block products left a rest");
    }

    /// <summary>What the passes made, in order.</summary>
    private List<Flow> Passes()
    {
        var passes = new List<Flow>();
        for (var flow = draft.Written; flow is not null; flow = flow.From)
            passes.Add(flow);
        passes.Reverse();
        return passes;
    }

    private bool IsShown(Flow input, List<Flow> passes, Flow compiled, double[] values, FlowCancellation cancellation)
    {
        int[] same = [.. Enumerable.Range(0, Math.Max(source.QubitCount, draft.Circuit.QubitCount))];
        var starts = same[..source.QubitCount];
        var before = input;
        foreach (var pass in passes)
        {
            var after = BoundFlow.Of(pass, values);
            var placed = pass.Placed ?? same;
            if (!pass.IsProven && !cancellation.Shown(before, after, placed))
                return false;
            starts = [.. starts.Select(wire => placed[wire])];
            before = after;
        }
        return starts.SequenceEqual(draft.InitialLayout) && cancellation.Shown(before, compiled, same);
    }

    private static Equivalence Shown(string how, double worst) =>
        new($"the inverse of the compiled circuit {how}", true, worst, FlowCancellation.Tolerance);

    private static Equivalence Undecided(string why) => new($"not shown for the whole: {why}", false, 0, FlowCancellation.Tolerance);
}
