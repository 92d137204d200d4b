using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Waist;

/// <summary>A program with every channel written out.</summary>
/// <param name="Circuit">Gates, channels and measurements on the active qubits.</param>
/// <param name="DeviceQubits">Active qubit i of <paramref name="Circuit"/> is device qubit <c>DeviceQubits[i]</c>.</param>
public sealed record NoisyProgram(NoisyCircuit Circuit, ImmutableArray<int> DeviceQubits);
