using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Verification;

/// <summary>For registers too large for state vectors: the inverse of the compiled circuit, then the input, must cancel to
/// nothing.</summary>
/// <remarks>
/// At random values of the parameters, by <see cref="FlowCancellation"/>: first the whole; where a rest stays, stage by stage: the input
/// against its simplified form, that against the routed one, and that against the native gates. Where bitstrings alone are asked,
/// diagonals may be left. Where a rest stays all the same, the result says that nothing was shown.
/// </remarks>
internal sealed class CancellationCheck(Circuit source, CompileDraft draft)
{
    /// <summary>The proof, or the statement that none was found.</summary>
    public Equivalence Run(StreamKey key, bool upToDiagonal)
    {
        var qubits = draft.Circuit.ActiveQubits().Length;
        if (source.HasMidCircuit)
            return Undecided($"{qubits} qubits are too many for state vectors, and measurements in the middle do not cancel");
        var stream = key.Derive("cancel").Open();
        var values = new double[source.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = 2 * Math.PI * (stream.NextDouble() - 0.5);
        var raw = Lowering.Run(source.Bind(values), _ => false);
        var written = Lowering.Run(draft.Circuit.Bind(draft.Row(values)), _ => false);
        if (new FlowCancellation(draft.Circuit.QubitCount, upToDiagonal).Shown(raw, written, draft.InitialLayout, draft.FinalLayout))
            return Shown($"cancels with the input, block by block, on {qubits} qubits");
        return draft.Stages is { } stages && ByStages(raw, stages, written, values, upToDiagonal)
            ? Shown($"cancels with the input, stage by stage and block by block, on {qubits} qubits")
            : Undecided($"{qubits} qubits are too many for state vectors, and block products left a rest");
    }

    private bool ByStages(Flow raw, CompileStages stages, Flow written, double[] values, bool upToDiagonal)
    {
        Flow prepared = stages.Prepared.Bind(values), routed = stages.Routed.Bind(values);
        int[] logical = [.. Enumerable.Range(0, source.QubitCount)], device = [.. Enumerable.Range(0, draft.Circuit.QubitCount)];
        return new FlowCancellation(source.QubitCount, upToDiagonal).Shown(raw, prepared, logical, prepared.Ends)
            && new FlowCancellation(device.Length, false).Shown(prepared, routed, draft.InitialLayout, draft.FinalLayout)
            && new FlowCancellation(device.Length, upToDiagonal).Shown(routed with { Ends = device }, written, device, device);
    }

    private static Equivalence Shown(string how) => new($"the inverse of the compiled circuit {how}", true, 0, FlowCancellation.Tolerance);

    private static Equivalence Undecided(string why) => new($"not shown for the whole: {why}", false, 0, FlowCancellation.Tolerance);
}
