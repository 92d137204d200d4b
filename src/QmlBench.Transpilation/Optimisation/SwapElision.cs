using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Takes unitaries that are a swap, up to one-qubit unitaries, out of the circuit and renames the wires after them
/// instead.</summary>
/// <remarks>Before layout this costs nothing; the renaming is kept in <see cref="Flow.Ends"/>, which becomes the final layout.</remarks>
internal static class SwapElision
{
    private const double QuarterPi = Math.PI / 4;
    private const double Tolerance = 1e-10;

    public static Flow Run(Flow flow)
    {
        var wireOf = Enumerable.Range(0, flow.WireCount).ToArray();
        var result = new FlowBuilder();
        foreach (var step in flow.Steps)
        {
            var placed = step.On([.. step.Qubits.Select(q => wireOf[q])]);
            if (placed is not PairStep { IsFree: true } pair || !IsSwap(pair.Weyl))
            {
                result.Add(placed);
                continue;
            }
            var factors = KroneckerFactors.Of(pair.Unitary * Matrix4.Swap);
            // U = (A⊗B)·SWAP: after the renaming, A acts on the wire now named first, which is the second one.
            (wireOf[step.Qubits[0]], wireOf[step.Qubits[1]]) = (wireOf[step.Qubits[1]], wireOf[step.Qubits[0]]);
            result.Local(wireOf[step.Qubits[0]], factors.First);
            result.Local(wireOf[step.Qubits[1]], factors.Second);
            result.AddPhase(factors.Phase);
        }
        return result.Build(flow with { Ends = [.. flow.Ends.Select(q => wireOf[q])] });
    }

    private static bool IsSwap(WeylDecomposition w) =>
        w.A > QuarterPi - Tolerance && w.B > QuarterPi - Tolerance && Math.Abs(w.C) > QuarterPi - Tolerance;
}
