using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>Writes the noise of a model into a scheduled circuit: the last step before simulation.</summary>
internal sealed class NoiseAttachment
{
    private readonly ScheduledCircuit _scheduled;
    private readonly NoiseModel _model;
    private readonly ActiveQubits _active;
    private readonly SortedSet<int> _idealResets = [];

    private readonly ZzTimeline? _crosstalk;
    private readonly SortedDictionary<string, SiteNoise> _beyondReport = new(StringComparer.Ordinal);

    private NoiseAttachment(ScheduledCircuit scheduled, NoiseModel model, ActiveQubits active)
    {
        _scheduled = scheduled;
        _model = model;
        _active = active;
        _crosstalk = model.Sources.HasFlag(NoiseSources.Crosstalk) ? new(scheduled, model, active) : null;
    }

    /// <summary>The circuit with its noise, on the active qubits. Measurements are kept where they stand.</summary>
    /// <param name="scheduled">Native gates on device qubits, delays written out, with their times.</param>
    /// <param name="model">The noise.</param>
    /// <param name="active">The simulated qubits.</param>
    /// <exception cref="ExecutionRefusedException">A gate without noise data, a delay in dt without a sample time.</exception>
    public static AttachedNoise Attach(ScheduledCircuit scheduled, NoiseModel model, ActiveQubits active) =>
        new NoiseAttachment(scheduled, model, active).Run();

    private AttachedNoise Run()
    {
        var circuit = _scheduled.Circuit;
        var builder = NoisyCircuit.Builder(_active.Count, circuit.ClbitCount, circuit.Parameters);
        foreach (var index in Order())
        {
            AddCrosstalk(builder.From(index), circuit[index], index);
            Append(builder, circuit[index]);
        }

        if (_crosstalk is not null)
        {
            AddStages(builder.From(-1), _crosstalk.Gathered([], _crosstalk.GatesEnd), null);
        }

        return new(builder.Build(), [.. Notices()]);
    }

    // As written; with crosstalk in order of time, because what a pair gathers depends on when its other qubit is acted on.
    private IEnumerable<int> Order()
    {
        var indices = Enumerable.Range(0, _scheduled.Circuit.Count);
        return _crosstalk is null ? indices : indices.OrderBy(index => _crosstalk.Instants[index]);
    }

    private void AddCrosstalk(NoisyCircuitBuilder builder, Operation operation, int index)
    {
        // What commutes with Z can act before or after what was gathered.
        var passes = operation.Kind == OperationKind.Delay
            || (operation.Kind == OperationKind.Gate && operation.Gate.IsDiagonal);
        if (_crosstalk is not null && !passes)
        {
            AddStages(builder, _crosstalk.Gathered(operation.Qubits, _crosstalk.Instants[index]), null);
        }
    }

    private IEnumerable<Notice> Notices()
    {
        if (_idealResets.Count > 0)
        {
            yield return ResetNotice();
        }

        if (_beyondReport.Count > 0)
        {
            yield return CoherenceNotice.Of(_model, [.. _beyondReport.Values]);
        }
    }

    private void Append(NoisyCircuitBuilder builder, Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Gate:
                builder.Gate(operation.Gate, _active.Map(operation.Qubits), operation.Angles, operation.Condition);
                AddChannels(builder, NoiseOf(operation), operation);
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

    // Every gate of the ideal device is perfect, also those a user defines.
    private SiteStages? NoiseOf(Operation operation) =>
        _model.Device.IsIdeal ? null : _model.StagesOf(operation.Gate.Name, operation.Qubits);

    private void AddChannels(NoisyCircuitBuilder builder, SiteStages? site, Operation operation)
    {
        if (site is null)
        {
            return;
        }

        var noise = site.Noise;
        if (CoherenceNotice.IsDue(_model, noise))
        {
            _beyondReport.TryAdd($"{noise.Gate} {string.Join(",", noise.Qubits.Select(qubit => $"{qubit:0000}"))}", noise);
        }

        AddStages(builder, site.Stages, operation.Condition, operation.Angles);
        foreach (var spectator in noise.Spectators)
        {
            AddStages(builder, SpectatorStages(spectator), operation.Condition);
        }
    }

    // A neighbour that is not simulated is in |0⟩: nobody sees its depolarizing, and RZZ with it is RZ of the partner.
    private IEnumerable<NoiseStage> SpectatorStages(SpectatorNoise spectator)
    {
        var simulated = _active.Contains(spectator.Qubit);
        if (spectator.ZzAngle != 0)
        {
            yield return simulated
                ? new(PauliRotation.Channel(PauliString.Parse("ZZ"), 2, spectator.ZzAngle), [spectator.Partner, spectator.Qubit], "spectator")
                : new(PauliRotation.Channel(PauliString.Parse("Z"), 1, spectator.ZzAngle), [spectator.Partner], "spectator");
        }

        if (spectator.Lambda != 0 && simulated)
        {
            yield return new(StandardChannels.Depolarizing(spectator.Lambda, 1), [spectator.Qubit], "spectator");
        }
    }

    private void AddStages(
        NoisyCircuitBuilder builder, IEnumerable<NoiseStage> stages, Condition? condition, ReadOnlySpan<Angle> angles = default)
    {
        foreach (var stage in stages)
        {
            var qubits = _active.Map(stage.Qubits.AsSpan());
            // Into the frame of a gate that turns about an axis of its own angles, and out of it.
            for (var index = 0; index < stage.FrameAngles.Length; index++)
            {
                builder.Gate(StandardGates.RZ, [qubits[index]], [-angles[stage.FrameAngles[index]]], condition);
            }

            builder.Channel(stage.Channel, qubits, stage.Source, condition);
            for (var index = 0; index < stage.FrameAngles.Length; index++)
            {
                builder.Gate(StandardGates.RZ, [qubits[index]], [angles[stage.FrameAngles[index]]], condition);
            }
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
            AddStages(builder, _model.Waiting(qubit, seconds), operation.Condition);
        }
    }

    private void AppendMeasurement(NoisyCircuitBuilder builder, Operation operation)
    {
        var qubit = operation.Qubits[0];
        // That of a qubit which is read together with others is part of how they are read.
        if (_model.AverageInGroup(qubit) is null)
        {
            AddChannels(builder, SiteStages.Of(_model.Measurement(qubit)), operation);
        }

        // Where nothing follows a measurement, damping and confusion give the same bits, and confusion leaves more methods to choose.
        var damping = _scheduled.Circuit.HasMidCircuit ? _model.ReadoutDamping(qubit) : null;
        if (damping is { IsIdentity: false } relaxation)
        {
            AddStages(builder, [new(relaxation.ToChannel(), [qubit], "readout")], operation.Condition);
        }

        builder.Measure(_active[qubit], operation.Clbit, damping is null ? _model.Readout(qubit) : null, operation.Condition);
    }

    private void AppendReset(NoisyCircuitBuilder builder, Operation operation)
    {
        foreach (var qubit in operation.Qubits)
        {
            builder.Reset(_active[qubit], operation.Condition);
            AddChannels(builder, SiteStages.Of(_model.Reset(qubit)), operation);
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
