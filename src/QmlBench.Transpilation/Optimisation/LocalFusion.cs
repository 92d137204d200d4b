using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Fuses every run of one-qubit unitaries on a wire.</summary>
internal static class LocalFusion
{
    public static Flow Run(Flow flow)
    {
        var result = new FlowBuilder();
        var runs = new LocalRun[flow.WireCount];
        for (var q = 0; q < runs.Length; q++)
            runs[q] = new();
        foreach (var step in flow.Steps)
        {
            if (step is LocalStep { IsFree: true } local)
                runs[local.Qubits[0]].Append(local.Unitary);
            else if (step is TurnStep { IsFree: true } turn)
                runs[turn.Qubits[0]].Append(turn.Angle);
            else
            {
                foreach (var qubit in step.Qubits)
                    Flush(result, runs, qubit);
                result.Add(step);
            }
        }
        for (var q = 0; q < runs.Length; q++)
            Flush(result, runs, q);
        return result.Build(flow);
    }

    private static void Flush(FlowBuilder result, LocalRun[] runs, int qubit)
    {
        if (runs[qubit].IsEmpty)
            return;
        foreach (var step in runs[qubit].Steps(qubit, p => result.AddPhase(p)))
            result.Add(step);
        runs[qubit].Clear();
    }
}
