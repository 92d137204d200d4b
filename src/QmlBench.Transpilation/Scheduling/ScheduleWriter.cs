using QmlBench.Circuits;

namespace QmlBench.Transpilation.Scheduling;

/// <summary>Copies a circuit and writes a delay wherever a qubit that has begun waits.</summary>
internal sealed class ScheduleWriter
{
    /// <summary>Waits shorter than this share of a tick (or of a picosecond, without dt) are rounding.</summary>
    private const double Rounding = 1e-6;

    private readonly Circuit _circuit;
    private readonly OperationDurations _durations;
    private readonly Timeline _timeline;
    private readonly CircuitBuilder _builder;
    private readonly List<double> _starts = [];
    private readonly double[] _free;
    private readonly bool[] _begun;

    public ScheduleWriter(Circuit circuit, OperationDurations durations, Timeline timeline)
    {
        (_circuit, _durations, _timeline) = (circuit, durations, timeline);
        _builder = CircuitCopy.Start(circuit);
        _free = new double[circuit.QubitCount];
        _begun = new bool[circuit.QubitCount];
    }

    public ScheduledCircuit Write(bool writeDelays)
    {
        for (var i = 0; i < _circuit.Count; i++)
            Write(i, writeDelays);
        for (var qubit = 0; writeDelays && qubit < _free.Length; qubit++)
            Wait(qubit, _timeline.GatesEnd);
        var last = 0.0;
        for (var i = 0; i < _circuit.Count; i++)
            last = Math.Max(last, _timeline.Starts[i] + _durations.Ticks[i]);
        return new(
            writeDelays ? _builder.Build() : _circuit,
            writeDelays ? [.. _starts] : [.. _timeline.Starts.Select(s => s * _durations.TickSeconds)],
            _timeline.GatesEnd * _durations.TickSeconds, last * _durations.TickSeconds, _durations.Missing);
    }

    private void Write(int index, bool writeDelays)
    {
        var operation = _circuit[index];
        var start = _timeline.Starts[index];
        foreach (var qubit in operation.Qubits)
            if (writeDelays)
                Wait(qubit, start);
        CircuitCopy.Append(_builder, operation);
        _starts.Add(start * _durations.TickSeconds);
        if (operation.Kind == OperationKind.Barrier)
            return;
        foreach (var qubit in operation.Qubits)
        {
            _begun[qubit] = true;
            _free[qubit] = start + _durations.Ticks[index];
        }
    }

    private void Wait(int qubit, double until)
    {
        var gap = until - _free[qubit];
        if (!_begun[qubit] || gap <= (_durations.InDt ? Rounding : Rounding * 1e-12))
            return;
        _builder.Delay(_durations.InDt ? DelayTime.Dt(gap) : DelayTime.Seconds(gap), qubit);
        _starts.Add(_free[qubit] * _durations.TickSeconds);
        _free[qubit] = until;
    }
}
