using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Drops diagonal unitaries after which their wires are only measured: they change no distribution of bitstrings.</summary>
/// <remarks>Legal only where bitstrings alone are asked. A two-qubit diagonal goes only if both its wires are measured next.</remarks>
internal static class DiagonalRemoval
{
    private const double Tolerance = 1e-12;

    public static Flow Run(Flow flow)
    {
        var final = FinalMeasurements.Of(flow.Source);
        var measured = new bool[flow.WireCount];
        var kept = new List<Step>();
        foreach (var step in flow.Steps.Reverse())
        {
            if (step is FixedStep fix && (final[fix.Origin] || flow.Source[fix.Origin].Kind == OperationKind.Barrier))
                measured[fix.Qubits[0]] |= final[fix.Origin];
            else if (IsDiagonal(step) && step.Qubits.All(q => measured[q]))
                continue;
            else
                foreach (var qubit in step.Qubits)
                    measured[qubit] = false;
            kept.Add(step);
        }
        kept.Reverse();
        return flow with { Steps = [.. kept] };
    }

    private static bool IsDiagonal(Step step) => step.IsFree && step switch
    {
        TurnStep or PairTurnStep => true,
        LocalStep local => local.Unitary.IsDiagonal(Tolerance),
        PairStep pair => pair.Unitary.IsDiagonal(Tolerance),
        _ => false
    };
}
