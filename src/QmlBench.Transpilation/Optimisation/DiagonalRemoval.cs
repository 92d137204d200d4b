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
        var measured = new bool[flow.WireCount];
        foreach (var step in flow.Tail)
            if (flow.Source[step.Origin].Kind == OperationKind.Measure)
                measured[flow.Ends[step.Qubits[0]]] = true;
        var kept = new List<Step>();
        foreach (var step in flow.Steps.Reverse())
        {
            if (IsDiagonal(step) && step.Qubits.All(q => measured[q]))
                continue;
            foreach (var qubit in step.Qubits)
                measured[qubit] = false;
            kept.Add(step);
        }
        kept.Reverse();
        return flow.Next([.. kept]);
    }

    private static bool IsDiagonal(Step step) => step.IsFree && step switch
    {
        TurnStep or PairTurnStep => true,
        LocalStep local => local.Unitary.IsDiagonal(Tolerance),
        PairStep pair => pair.Unitary.IsDiagonal(Tolerance),
        _ => false
    };
}
