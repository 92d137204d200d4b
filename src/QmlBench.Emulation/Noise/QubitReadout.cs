using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Noise;

/// <summary>Readout of one qubit as the model applies it.</summary>
/// <param name="Qubit">Device qubit.</param>
/// <param name="Confusion">Confusion of its recorded bit.</param>
public readonly record struct QubitReadout(int Qubit, ReadoutConfusion Confusion);
