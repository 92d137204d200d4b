using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Noisy;

/// <summary>Grows a <see cref="NoisyCircuit"/> step by step and refuses what does not fit. Mutable; fluent.</summary>
public sealed class NoisyCircuitBuilder
{
    private readonly int _qubits;
    private readonly int _clbits;
    private readonly ImmutableArray<string> _parameters;
    private readonly ImmutableArray<NoisyStep>.Builder _steps = ImmutableArray.CreateBuilder<NoisyStep>();
    private readonly HashSet<PauliTransferMatrix> _channels = [];
    private int _origin = -1;

    internal NoisyCircuitBuilder(int qubits, int clbits, IEnumerable<string>? parameters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qubits, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(clbits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clbits, 64);
        _qubits = qubits;
        _clbits = clbits;
        _parameters = parameters is null ? [] : [.. parameters];
    }

    /// <summary>Says which operation the steps appended from now on come from (<see cref="NoisyStep.Origin"/>); −1 for none.</summary>
    public NoisyCircuitBuilder From(int operation)
    {
        _origin = operation;
        return this;
    }

    /// <summary>Appends a gate.</summary>
    /// <exception cref="ArgumentException">Wrong number of operands or angles, an operand twice or outside the register, an angle that is
    /// not finite.</exception>
    public NoisyCircuitBuilder Gate(Gate gate, ReadOnlySpan<int> qubits, ReadOnlySpan<Angle> angles = default, Condition? condition = null)
    {
        if (angles.Length != gate.ParameterCount)
            throw new ArgumentException(
                $"Gate {gate.Name} takes {gate.ParameterCount} angles; {angles.Length} were given at step {_steps.Count}.", nameof(angles));
        foreach (Angle angle in angles) CheckAngle(gate, angle);
        CheckDefinition(gate, angles);
        CheckQubits($"Gate {gate.Name}", gate.QubitCount, qubits);
        return Add(new GateStep(gate, [.. qubits], [.. angles], condition));
    }

    /// <summary>Appends a channel.</summary>
    /// <param name="channel">A transfer matrix that keeps the trace and is completely positive.</param>
    /// <param name="qubits">Its operands.</param>
    /// <param name="source">The noise source it belongs to.</param>
    /// <param name="condition">The recorded bits it depends on, or null.</param>
    /// <exception cref="ArgumentException">Wrong operands, the trace is not kept, or an eigenvalue of the Choi matrix is negative; the
    /// message names the number.</exception>
    public NoisyCircuitBuilder Channel(
        PauliTransferMatrix channel, ReadOnlySpan<int> qubits, string source = "gate", Condition? condition = null)
    {
        CheckQubits($"The channel of source '{source}'", channel.QubitCount, qubits);
        // Circuits hold few different channels at many places.
        if (!_channels.Contains(channel)) channel.ThrowIfNotChannel($"The channel of source '{source}' at step {_steps.Count}");
        _channels.Add(channel);
        return Add(new ChannelStep(channel, [.. qubits], condition, source));
    }

    /// <summary>Appends a measurement.</summary>
    public NoisyCircuitBuilder Measure(int qubit, int clbit, ReadoutConfusion? readout = null, Condition? condition = null)
    {
        CheckQubits("A measurement", 1, [qubit]);
        if (clbit < 0 || clbit >= _clbits)
            throw new ArgumentOutOfRangeException(nameof(clbit), $"The circuit has {_clbits} classical bits; bit {clbit} does not exist.");
        return Add(new MeasureStep(qubit, clbit, readout, condition));
    }

    /// <summary>Appends a reset to |0⟩.</summary>
    public NoisyCircuitBuilder Reset(int qubit, Condition? condition = null)
    {
        CheckQubits("A reset", 1, [qubit]);
        return Add(new ResetStep(qubit, condition));
    }

    /// <summary>Appends a barrier on the given qubits, on all if none is given.</summary>
    public NoisyCircuitBuilder Barrier(params ReadOnlySpan<int> qubits) => Add(new BarrierStep([.. qubits]));

    /// <summary>Appends a step made elsewhere, checked like the others; it keeps its origin.</summary>
    public NoisyCircuitBuilder Append(NoisyStep step)
    {
        int origin = _origin;
        return From(step.Origin).AppendHere(step).From(origin);
    }

    private NoisyCircuitBuilder AppendHere(NoisyStep step) => step switch
    {
        GateStep gate => Gate(gate.Gate, gate.Qubits.AsSpan(), gate.Angles.AsSpan(), gate.Condition),
        ChannelStep channel => Channel(channel.Channel, channel.Qubits.AsSpan(), channel.Source, channel.Condition),
        MeasureStep measure => Measure(measure.Qubit, measure.Clbit, measure.Readout, measure.Condition),
        ResetStep reset => Reset(reset.Qubit, reset.Condition),
        BarrierStep barrier => Barrier(barrier.Qubits.AsSpan()),
        _ => throw new ArgumentException($"Bug in QmlBench: unknown step {step.GetType().Name}.", nameof(step)),
    };

    /// <summary>The circuit so far.</summary>
    public NoisyCircuit Build() => new(_qubits, _clbits, _parameters, _steps.ToImmutable());

    private NoisyCircuitBuilder Add(NoisyStep step)
    {
        if (StepFacts.ConditionOf(step) is { } condition)
        {
            foreach (int clbit in condition.Clbits)
            {
                if (clbit < 0 || clbit >= _clbits)
                    throw new ArgumentException(
                        $"A condition at step {_steps.Count} reads classical bit {clbit}; the circuit has {_clbits}.", nameof(step));
            }
        }

        _steps.Add(_origin < 0 ? step : step with { Origin = _origin });
        return this;
    }

    private void CheckQubits(string what, int count, ReadOnlySpan<int> qubits)
    {
        if (qubits.Length != count)
            throw new ArgumentException($"{what} acts on {count} qubits; {qubits.Length} were given at step {_steps.Count}.");
        for (int i = 0; i < qubits.Length; i++)
        {
            if (qubits[i] < 0 || qubits[i] >= _qubits)
                throw new ArgumentOutOfRangeException(
                    nameof(qubits), $"{what} at step {_steps.Count} names qubit {qubits[i]}; the register has {_qubits}.");
            if (qubits[..i].Contains(qubits[i]))
                throw new ArgumentException($"{what} at step {_steps.Count} names qubit {qubits[i]} twice.", nameof(qubits));
        }
    }

    private void CheckAngle(Gate gate, Angle angle)
    {
        if (angle.HighestParameter >= _parameters.Length)
            throw new ArgumentException(
                $"An angle of gate {gate.Name} at step {_steps.Count} reads parameter {angle.HighestParameter}; "
                + $"the circuit has {_parameters.Length}.",
                nameof(angle));
        if (!angle.IsAffine) return;
        double worst = angle.Offset;
        foreach (AffineTerm term in angle.Terms)
            if (!double.IsFinite(term.Coefficient)) worst = term.Coefficient;
        if (!double.IsFinite(worst))
            throw new ArgumentException(
                angle.IsConstant
                    ? $"An angle of gate {gate.Name} at step {_steps.Count} is {worst}; angles must be finite."
                    : $"An angle of gate {gate.Name} at step {_steps.Count} is {angle.Describe(_parameters)}; its numbers must be finite.",
                nameof(angle));
    }

    // With constant angles what happens inside a definition is known already.
    private void CheckDefinition(Gate gate, ReadOnlySpan<Angle> angles)
    {
        foreach (Angle angle in angles)
            if (!angle.IsConstant) return;
        if (FiniteAngles.Offender(gate, angles, []) is { } inner)
            throw new ArgumentException(
                $"Gate {gate.Name} at step {_steps.Count} has an angle inside its definition that is {inner.Constant}; "
                + "angles must be finite.",
                nameof(angles));
    }
}
