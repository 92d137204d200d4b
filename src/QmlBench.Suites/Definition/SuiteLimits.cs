using QmlBench.Emulation.Waist;
using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>Limits a suite states. All but the time can change values, so they enter the result key.</summary>
/// <param name="TimeSeconds">Most seconds a trial may take; infinite when not stated.</param>
/// <param name="MemoryBytes">Most bytes of the states of a simulation.</param>
/// <param name="ExactQubits">Largest register simulated exactly, after light cones are cut.</param>
/// <param name="Trajectories">Most trajectories of a value.</param>
public sealed record SuiteLimits(
    double TimeSeconds, long MemoryBytes, int ExactQubits, long Trajectories = Limits.DefaultMostTrajectories)
{
    /// <summary>No time limit, 4 GiB, 14 qubits, 10,000 trajectories.</summary>
    public static SuiteLimits Default { get; } = new(double.PositiveInfinity, 4L << 30, 14);

    /// <summary>What of them can change values. Trajectories that are not stated are no part of it.</summary>
    public CanonicalJson Canonical() => Trajectories == Limits.DefaultMostTrajectories
        ? CanonicalJson.Object(("exact_qubits", ExactQubits), ("memory_bytes", MemoryBytes))
        : CanonicalJson.Object(("exact_qubits", ExactQubits), ("memory_bytes", MemoryBytes), ("trajectories", Trajectories));
}
