using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>What a simulation is of, as far as its memory goes.</summary>
/// <param name="Qubits">Qubits left after the cut.</param>
/// <param name="IsPure">True if a state vector holds the state.</param>
/// <param name="Branches">Density matrices held at one time: one for each value of the records that are still read.</param>
internal readonly record struct Demand(int Qubits, bool IsPure, double Branches = 1)
{
    /// <summary>That of a cone.</summary>
    /// <param name="cone">What is left of the circuit.</param>
    /// <param name="recorded">True if the classical bits are asked for at the end.</param>
    public static Demand Of(LightCone cone, bool recorded) => new(cone.QubitCount, cone.IsNoiseFree, cone.MostBranches(recorded));
}
