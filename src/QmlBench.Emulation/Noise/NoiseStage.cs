using System.Collections.Immutable;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>One channel at its place.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Qubits">Device qubits in the order of the channel's own.</param>
/// <param name="Source">Name of the source it belongs to.</param>
public sealed record NoiseStage(PauliTransferMatrix Channel, ImmutableArray<int> Qubits, string Source)
{
    /// <summary>
    /// For each qubit the index of the gate's angle by which the channel's frame is turned about Z; empty where the frame is fixed. The
    /// channel then stands between RZ(−angle) and RZ(angle).
    /// </summary>
    public ImmutableArray<int> FrameAngles { get; init; } = [];
}
