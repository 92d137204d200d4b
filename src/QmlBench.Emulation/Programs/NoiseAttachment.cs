using QmlBench.Circuits;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>Writes the noise of a model into a scheduled circuit: the last step before simulation.</summary>
internal sealed class NoiseAttachment
{
    private readonly Circuit _circuit;
    private readonly NoiseModel _model;
    private readonly ActiveQubits _active;
    private readonly Dictionary<(string Gate, int First, int Second), SiteNoise?> _derived = [];
    private readonly SortedSet<int> _idealResets = [];

    private NoiseAttachment(Circuit circuit, NoiseModel model, ActiveQubits active)
    {
        _circuit = circuit;
        _model = model;
        _active = active;
    }

    /// <summary>The circuit with its noise, on the active qubits. Measurements are kept where they stand.</summary>
    /// <param name="circuit">Native gates on device qubits, delays written out.</param>
    /// <param name="model">The noise.</param>
    /// <param name="active">The simulated qubits.</param>
    /// <exception cref="ExecutionRefusedException">A gate without noise data, a delay in dt without a sample time.</exception>
    public static AttachedNoise Attach(Circuit circuit, NoiseModel model, ActiveQubits active) =>
        new NoiseAttachment(circuit, model, active).Run();

    private AttachedNoise Run()
    {
        var builder = NoisyCircuit.Builder(_active.Count, _circuit.ClbitCount, _circuit.Parameters);
        for (var index = 0; index < _circuit.Count; index++)
        {
            Append(builder.From(index), _circuit[index]);
        }

        return new(builder.Build(), _idealResets.Count == 0 ? [] : [ResetNotice()]);
    }

    private void Append(NoisyCircuitBuilder builder, Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Gate:
                builder.Gate(operation.Gate, _active.Map(operation.Qubits), operation.Angles, operation.Condition);
                AddChannels(builder, NoiseOf(operation), operation.Condition);
                break;
            case OperationKind.Delay:
                AppendDelay(builder, operation);
                break;
            case OperationKind.Measure:
                AppendMeasurement(builder, operation);
                break;
            case OperationKind.Reset:
                AppendReset(builder, operation);
                break;
            case OperationKind.Barrier:
                AppendBarrier(builder, operation);
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: no noise is defined for an operation of kind {operation.Kind}.");
        }
    }

    private SiteNoise? NoiseOf(Operation operation)
    {
        // Every gate of the ideal device is perfect, also those a user defines.
        if (_model.Device.IsIdeal)
        {
            return null;
        }

        var qubits = operation.Qubits;
        if (qubits.Length > 2)
        {
            return _model.Gate(operation.Gate.Name, qubits);
        }

        var key = (operation.Gate.Name, qubits[0], qubits.Length == 2 ? qubits[1] : -1);
        if (!_derived.TryGetValue(key, out var noise))
        {
            noise = _model.Gate(operation.Gate.Name, qubits);
            _derived.Add(key, noise);
        }

        return noise;
    }

    private void AddChannels(NoisyCircuitBuilder builder, SiteNoise? noise, Condition? condition)
    {
        if (noise is null || noise.IsIdentity)
        {
            return;
        }

        var qubits = _active.Map(noise.Qubits.AsSpan());
        if (!noise.RelaxationFirst)
        {
            AddDepolarizing(builder, noise, qubits, condition);
        }

        for (var operand = 0; operand < qubits.Length; operand++)
        {
            AddRelaxation(builder, noise.Relaxations[operand], qubits[operand], "relaxation", condition);
        }

        if (noise.RelaxationFirst)
        {
            AddDepolarizing(builder, noise, qubits, condition);
        }
    }

    private static void AddDepolarizing(NoisyCircuitBuilder builder, SiteNoise noise, int[] qubits, Condition? condition)
    {
        if (noise.Lambda != 0)
        {
            builder.Channel(noise.DepolarizingChannel(), qubits, "gate", condition);
        }
    }

    private static void AddRelaxation(NoisyCircuitBuilder builder, Relaxation relaxation, int qubit, string source, Condition? condition)
    {
        if (!relaxation.IsIdentity)
        {
            builder.Channel(relaxation.ToChannel(), [qubit], source, condition);
        }
    }

    private void AppendDelay(NoisyCircuitBuilder builder, Operation operation)
    {
        var delay = operation.Delay;
        if (delay.Unit == DelayUnit.Dt && _model.Device.Dt is null)
        {
            throw new ExecutionRefusedException(
                $"A delay of {delay.Value} dt has no length on {_model.Device.Name}, whose profile has no sample time. "
                + "Write it in seconds.");
        }

        var seconds = delay.InSeconds(_model.Device.Dt ?? 0);
        foreach (var qubit in operation.Qubits)
        {
            AddRelaxation(builder, _model.Idle(qubit, seconds), _active[qubit], "idle", operation.Condition);
        }
    }

    private void AppendMeasurement(NoisyCircuitBuilder builder, Operation operation)
    {
        var qubit = operation.Qubits[0];
        AddChannels(builder, _model.Measurement(qubit), operation.Condition);
        // Where nothing follows a measurement, damping and confusion give the same bits, and confusion leaves more methods to choose.
        var damping = _circuit.HasMidCircuit ? _model.ReadoutDamping(qubit) : null;
        AddRelaxation(builder, damping ?? Relaxation.None, _active[qubit], "readout", operation.Condition);
        builder.Measure(_active[qubit], operation.Clbit, damping is null ? _model.Readout(qubit) : null, operation.Condition);
    }

    private void AppendReset(NoisyCircuitBuilder builder, Operation operation)
    {
        foreach (var qubit in operation.Qubits)
        {
            builder.Reset(_active[qubit], operation.Condition);
            AddChannels(builder, _model.Reset(qubit), operation.Condition);
            if (!_model.IsNoiseless && _model.Device.Qubits[qubit].ResetDuration is null)
            {
                _idealResets.Add(qubit);
            }
        }
    }

    private void AppendBarrier(NoisyCircuitBuilder builder, Operation operation)
    {
        var known = new List<int>();
        foreach (var qubit in operation.Qubits)
        {
            if (_active.Contains(qubit))
            {
                known.Add(_active[qubit]);
            }
        }

        builder.Barrier([.. known]);
    }

    private Notice ResetNotice() => new(
        "noise",
        $"{_model.Device.Name} has no duration of a reset on qubits {string.Join(", ", _idealResets)}; it is taken as ideal there.");
}
