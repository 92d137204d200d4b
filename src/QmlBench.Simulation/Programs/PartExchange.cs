using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Programs;

/// <summary>A stretch of a circuit that is exchanged for something else.</summary>
/// <param name="First">Number of its first part.</param>
/// <param name="Count">Number of parts, at least 1.</param>
/// <param name="Replacement">What stands there instead, on the same register.</param>
public sealed record PartExchange(int First, int Count, NoisyCircuit Replacement);
