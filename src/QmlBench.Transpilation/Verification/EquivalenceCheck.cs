using QmlBench.Circuits;

namespace QmlBench.Transpilation.Verification;

/// <summary>Verifies a compiled circuit by a check that its size allows.</summary>
/// <remarks>
/// Up to 12 qubits in use: random product states. Above: for Clifford circuits the tableau, for others the exact proof by cancellation,
/// which does not grow with 2ⁿ; where it finds no proof, states again up to 20 qubits.
/// </remarks>
internal static class EquivalenceCheck
{
    private const int CheapStates = 12;

    /// <exception cref="InvalidOperationException">The compiled circuit is not the input: a fault of the compiler.</exception>
    public static Equivalence Run(Circuit source, CompileDraft draft, TranspileOptions options)
    {
        MeasurementCheck.Require(source, draft);
        var states = new StateCheck(source, draft);
        if (states.Slots <= CheapStates)
            return states.Run(options.RoutingKey, options.BitstringsOnly);
        if (TableauCheck.Run(source, draft, options.BitstringsOnly) is { } clifford)
            return clifford;
        var proof = new CancellationCheck(source, draft).Run(options.RoutingKey, options.BitstringsOnly);
        return proof.Verified || states.Slots > StateCheck.MostQubits ? proof : states.Run(options.RoutingKey, options.BitstringsOnly);
    }
}
