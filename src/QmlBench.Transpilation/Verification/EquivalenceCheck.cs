using QmlBench.Circuits;

namespace QmlBench.Transpilation.Verification;

/// <summary>Verifies a compiled circuit by the strongest check its size allows.</summary>
internal static class EquivalenceCheck
{
    /// <exception cref="InvalidOperationException">The compiled circuit is not the input: a fault of the compiler.</exception>
    public static Equivalence Run(Circuit source, CompileDraft draft, TranspileOptions options)
    {
        MeasurementCheck.Require(source, draft.Circuit, draft.FinalLayout);
        var states = new StateCheck(source, draft.Circuit, draft.Origins, draft.InitialLayout, draft.FinalLayout);
        return states.Slots <= StateCheck.MostQubits
            ? states.Run(options.RoutingKey, options.BitstringsOnly)
            : new CancellationCheck(source, draft.Circuit, draft.InitialLayout, draft.FinalLayout)
                .Run(options.RoutingKey, options.BitstringsOnly);
    }
}
