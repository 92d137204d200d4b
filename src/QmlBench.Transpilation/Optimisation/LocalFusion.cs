using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Fuses every run of one-qubit unitaries on a wire.</summary>
internal static class LocalFusion
{
    /// <param name="flow">The steps.</param>
    /// <param name="whole">A run as a single step, where that is wanted; null: number, turn, number, …</param>
    public static Flow Run(Flow flow, Func<int, LocalRun, Step?>? whole = null)
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
                    Flush(result, runs[qubit], qubit, whole);
                result.Add(step);
            }
        }
        for (var q = 0; q < runs.Length; q++)
            Flush(result, runs[q], q, whole);
        return result.Build(flow);
    }

    private static void Flush(FlowBuilder result, LocalRun run, int qubit, Func<int, LocalRun, Step?>? whole)
    {
        if (run.IsEmpty)
            return;
        if (whole?.Invoke(qubit, run) is { } single)
            result.Add(single);
        else
            foreach (var step in run.Steps(qubit, p => result.AddPhase(p)))
                result.Add(step);
        run.Clear();
    }
}
