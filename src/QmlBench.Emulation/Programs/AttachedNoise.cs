using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>A circuit with its noise, and what had to be assumed.</summary>
/// <param name="Circuit">Gates, channels and measurements on the active qubits.</param>
/// <param name="Notices">Assumptions.</param>
internal sealed record AttachedNoise(NoisyCircuit Circuit, ImmutableArray<Notice> Notices);
