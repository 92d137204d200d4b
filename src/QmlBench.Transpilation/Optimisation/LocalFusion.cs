using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Fuses every run of one-qubit unitaries on a wire, under one condition or under none.</summary>
/// <remarks>A run under a condition ends where a bit of the condition is written.</remarks>
internal sealed class LocalFusion
{
    private readonly Flow _flow;
    private readonly Func<int, LocalRun, Step?>? _whole;
    private readonly FlowBuilder _result = new();
    private readonly LocalRun[] _runs;
    private readonly Condition?[] _conditions;

    private LocalFusion(Flow flow, Func<int, LocalRun, Step?>? whole)
    {
        (_flow, _whole) = (flow, whole);
        _runs = new LocalRun[flow.WireCount];
        for (var q = 0; q < _runs.Length; q++)
            _runs[q] = new();
        _conditions = new Condition?[flow.WireCount];
    }

    /// <param name="flow">The steps.</param>
    /// <param name="whole">A run without condition as a single step, where that is wanted; null: number, turn, number, …</param>
    public static Flow Run(Flow flow, Func<int, LocalRun, Step?>? whole = null)
    {
        var fusion = new LocalFusion(flow, whole);
        foreach (var step in flow.Steps)
            fusion.Take(step);
        for (var q = 0; q < flow.WireCount; q++)
            fusion.Flush(q);
        return fusion._result.Build(flow);
    }

    private void Take(Step step)
    {
        if (step is LocalStep or TurnStep)
        {
            var run = Open(step.Qubits[0], step.Condition);
            if (step is LocalStep local)
                run.Append(local.Unitary);
            else
                run.Append(((TurnStep)step).Angle);
            return;
        }
        foreach (var qubit in step.Qubits)
            Flush(qubit);
        if (step is FixedStep fix && _flow.Source[fix.Origin].Clbit is var bit and >= 0)
            FlushReadersOf(bit);
        _result.Add(step);
    }

    /// <summary>The run on a wire under a condition; another one ends.</summary>
    private LocalRun Open(int qubit, Condition? condition)
    {
        if (!Equals(_conditions[qubit], condition))
            Flush(qubit);
        _conditions[qubit] = condition;
        return _runs[qubit];
    }

    private void FlushReadersOf(int bit)
    {
        for (var q = 0; q < _runs.Length; q++)
            if (_conditions[q]?.Clbits.Contains(bit) == true)
                Flush(q);
    }

    private void Flush(int qubit)
    {
        var (run, condition) = (_runs[qubit], _conditions[qubit]);
        _conditions[qubit] = null;
        if (run.IsEmpty)
            return;
        if (condition is null && _whole?.Invoke(qubit, run) is { } single)
            _result.Add(single);
        else
            foreach (var step in run.Steps(qubit, p => _result.AddPhase(p, condition)))
                _result.Add(step with { Condition = condition });
        run.Clear();
    }
}
