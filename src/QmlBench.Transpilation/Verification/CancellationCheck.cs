using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Optimisation;

namespace QmlBench.Transpilation.Verification;

/// <summary>For registers too large for state vectors: the inverse of the compiled circuit, then the input, must cancel to
/// nothing.</summary>
/// <remarks>
/// Both are bound at random values and multiplied together block by block (4 × 4 products, commuting steps exchanged, swaps turned into
/// names) from the seam outward. Every step of that is an identity, so an empty rest proves equality up to a global phase; the wires'
/// names must then be the final layout. Where bitstrings alone are asked, diagonals may be left. Such products do not always find the
/// proof: both sides are tried as they stand and simplified, and where a rest stays the result says that nothing was shown.
/// </remarks>
internal sealed class CancellationCheck(
    Circuit source, Circuit native, ImmutableArray<int> initial, ImmutableArray<int> final, Func<double[], double[]>? row = null)
{
    private const double Tolerance = 1e-8;

    /// <summary>The proof, or the statement that none was found.</summary>
    public Equivalence Run(StreamKey key, bool upToDiagonal)
    {
        var qubits = native.ActiveQubits().Length;
        if (source.HasMidCircuit)
            return Undecided($"{qubits} qubits are too many for state vectors, and measurements in the middle do not cancel");
        var stream = key.Derive("cancel").Open();
        var values = new double[source.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = 2 * Math.PI * (stream.NextDouble() - 0.5);
        var raw = Lowering.Run(source.Bind(values), _ => false);
        var written = Lowering.Run(native.Bind(row?.Invoke(values) ?? values), _ => false);
        if (Cancels(SwapElision.Run(raw), written, upToDiagonal)
            || Cancels(SwapElision.Run(raw), Simplification.Run(written), upToDiagonal)
            || Cancels(Simplified(raw), Simplification.Run(written), upToDiagonal))
            return new(
                $"the inverse of the compiled circuit cancels with the input, block by block, on {qubits} qubits", true, 0, Tolerance);
        return Undecided($"{qubits} qubits are too many for state vectors, and block products left a rest");
    }

    private static Equivalence Undecided(string why) => new($"not shown for the whole: {why}", false, 0, Tolerance);

    private static Flow Simplified(Flow flow) => Simplification.Run(SwapElision.Run(Simplification.Run(flow)));

    private bool Cancels(Flow input, Flow compiled, bool upToDiagonal)
    {
        var placed = input.Steps.Where(s => s is not FixedStep).Select(s => s.On([.. s.Qubits.Select(q => initial[q])]));
        var seam = new SeamReduction(placed, native.QubitCount, Tolerance);
        foreach (var step in compiled.Steps)
            if (step is not FixedStep)
                seam.Undo(step);
        var rest = Reduce(compiled with { Steps = [.. seam.Rest], Ends = [.. Enumerable.Range(0, native.QubitCount)], Tail = [] });
        foreach (var step in rest.Steps)
            if (!upToDiagonal || !IsDiagonal(step))
                return false;
        for (var logical = 0; logical < source.QubitCount; logical++)
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
