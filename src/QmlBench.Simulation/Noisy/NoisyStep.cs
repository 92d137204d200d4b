using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Noisy;

/// <summary>One step of a noisy circuit. Qubits are the active ones, 0 to n−1.</summary>
public abstract record NoisyStep
{
    private protected NoisyStep()
    {
    }

    /// <summary>
    /// Number of the operation this step comes from, in the circuit the noise was attached to; −1 if it comes from none. No part of what
    /// happens.
    /// </summary>
    public int Origin { get; init; } = -1;
}

/// <summary>An ideal gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Qubits">Its operands, all different.</param>
/// <param name="Angles">Its angles over the parameters of the circuit.</param>
/// <param name="Condition">The recorded bits it depends on, or null.</param>
public sealed record GateStep(Gate Gate, ImmutableArray<int> Qubits, ImmutableArray<Angle> Angles, Condition? Condition = null) : NoisyStep;

/// <summary>A channel: noise.</summary>
/// <param name="Channel">The transfer matrix, first qubit least significant.</param>
/// <param name="Qubits">The qubits it acts on, all different.</param>
/// <param name="Condition">The recorded bits it depends on, or null.</param>
/// <param name="Source">The noise source it belongs to, by its name: "gate", "relaxation", "idle", …</param>
public sealed record ChannelStep(
    PauliTransferMatrix Channel, ImmutableArray<int> Qubits, Condition? Condition = null, string Source = "gate") : NoisyStep;

/// <summary>A projective measurement whose result is recorded through a confusion.</summary>
/// <param name="Qubit">The measured qubit.</param>
/// <param name="Clbit">Where the result is recorded; conditions see the record.</param>
/// <param name="Readout">The confusion, or null for a perfect reading.</param>
/// <param name="Condition">The recorded bits it depends on, or null.</param>
public sealed record MeasureStep(int Qubit, int Clbit, ReadoutConfusion? Readout = null, Condition? Condition = null) : NoisyStep;

/// <summary>A perfect reset to |0⟩; its noise is a channel of its own.</summary>
/// <param name="Qubit">The qubit.</param>
/// <param name="Condition">The recorded bits it depends on, or null.</param>
public sealed record ResetStep(int Qubit, Condition? Condition = null) : NoisyStep;

/// <summary>A barrier: changes no state; it marks where the halves of a kernel meet.</summary>
/// <param name="Qubits">The qubits it separates; empty for all.</param>
public sealed record BarrierStep(ImmutableArray<int> Qubits) : NoisyStep;
