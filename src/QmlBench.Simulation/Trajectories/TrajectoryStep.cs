using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Trajectories;

/// <summary>One step of a trajectory: a gate of at most three qubits, or a place where one of several things happens.</summary>
internal abstract record TrajectoryStep(int[] Qubits, Condition? Condition)
{
    /// <summary>A gate.</summary>
    /// <param name="Number">Its number among the gates.</param>
    /// <param name="Gate">The gate.</param>
    /// <param name="Angles">Its angles.</param>
    /// <param name="Qubits">Its operands.</param>
    /// <param name="Condition">The recorded bits it depends on, or null.</param>
    internal sealed record OfGate(int Number, Gate Gate, ImmutableArray<Angle> Angles, int[] Qubits, Condition? Condition)
        : TrajectoryStep(Qubits, Condition);

    /// <summary>A channel, a reset or a measurement.</summary>
    /// <param name="Site">Its number among the places; names its random numbers.</param>
    /// <param name="Unravelling">The alternatives.</param>
    /// <param name="Qubits">Its operands.</param>
    /// <param name="Condition">The recorded bits it depends on, or null.</param>
    /// <param name="Clbit">The classical bit that records which alternative was taken, −1 for none.</param>
    /// <param name="Readout">How the record is confused, or null.</param>
    internal sealed record OfSite(
        int Site, Unravelling Unravelling, int[] Qubits, Condition? Condition, int Clbit = -1, ReadoutConfusion? Readout = null)
        : TrajectoryStep(Qubits, Condition);
}
