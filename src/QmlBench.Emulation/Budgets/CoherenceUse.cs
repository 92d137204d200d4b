using QmlBench.Numerics;

namespace QmlBench.Emulation.Budgets;

/// <summary>How much of a qubit's coherence a circuit uses up.</summary>
/// <param name="Qubit">Device qubit.</param>
/// <param name="T1">Seconds, divided by the noise scale; infinite if not given.</param>
/// <param name="T2">Seconds, at most 2·T1, divided by the noise scale; infinite if not given.</param>
/// <param name="StartSeconds">When its first gate starts; before that it rests in |0⟩.</param>
/// <param name="BusySeconds">Time in gates and resets.</param>
/// <param name="IdleSeconds">Time in idle windows.</param>
public sealed record CoherenceUse(
    int Qubit, double T1, double T2, double StartSeconds, double BusySeconds, double IdleSeconds)
{
    /// <summary>What is left of an excitation at the end: exp(−t/T1), t busy and idle time.</summary>
    public double ExcitationLeft => Elementary.Exp(-(BusySeconds + IdleSeconds) / T1);

    /// <summary>What is left of a superposition at the end: exp(−t/T2).</summary>
    public double CoherenceLeft => Elementary.Exp(-(BusySeconds + IdleSeconds) / T2);

    /// <summary>
    /// The moment at which the first of both has fallen to 1/e, in seconds from the start of the circuit; null if that is not before the
    /// end.
    /// </summary>
    public double? RunsOutSeconds => Math.Min(T1, T2) <= BusySeconds + IdleSeconds ? StartSeconds + Math.Min(T1, T2) : null;
}
