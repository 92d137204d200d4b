using QmlBench.Devices;

namespace QmlBench.Emulation.Noise;

/// <summary>T1 and T2 of a qubit as the noise uses them.</summary>
/// <param name="T1">Seconds; infinite where the profile has none.</param>
/// <param name="T2">Seconds, at most 2·T1; infinite where neither is given.</param>
public readonly record struct CoherenceTimes(double T1, double T2)
{
    /// <summary>True if the qubit never relaxes.</summary>
    public bool IsInfinite => double.IsPositiveInfinity(T1) && double.IsPositiveInfinity(T2);

    /// <summary>The times of a qubit: T1 null = infinite, T2 null = 2·T1, T2 clamped to 2·T1.</summary>
    public static CoherenceTimes Of(Qubit qubit)
    {
        ArgumentNullException.ThrowIfNull(qubit);
        var t1 = qubit.T1 ?? double.PositiveInfinity;
        return new(t1, Math.Min(qubit.T2 ?? double.PositiveInfinity, 2 * t1));
    }

    /// <summary>The relaxation of this qubit during a time.</summary>
    /// <param name="seconds">Duration, at least 0.</param>
    /// <param name="population">Equilibrium population of |1⟩.</param>
    public Relaxation During(double seconds, double population) => Relaxation.Of(this, seconds, population);
}
