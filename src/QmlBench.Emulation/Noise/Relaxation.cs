using QmlBench.Numerics;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>
/// Thermal relaxation of one qubit, as its Pauli transfer matrix has it: X and Y × e₂, Z × e₁, Z shifted by (1−e₁)(1−2p₁).
/// </summary>
/// <param name="Decay">e₁ = exp(−t/T1).</param>
/// <param name="Coherence">e₂ = exp(−t/T2).</param>
/// <param name="Population">Equilibrium population p₁ of |1⟩.</param>
public readonly record struct Relaxation(double Decay, double Coherence, double Population)
{
    /// <summary>No relaxation.</summary>
    public static Relaxation None { get; } = new(1, 1, 0);

    /// <summary>True if nothing happens.</summary>
    public bool IsIdentity => Decay == 1 && Coherence == 1;

    /// <summary>Shift of Z: (1−e₁)(1−2p₁).</summary>
    public double Shift => (1 - Decay) * (1 - (2 * Population));

    /// <summary>Process fidelity (1 + e₁ + 2e₂)/4; independent of the population.</summary>
    public double ProcessFidelity => (1 + Decay + (2 * Coherence)) / 4;

    /// <summary>The relaxation during a time.</summary>
    /// <param name="times">T1 and T2, T2 at most 2·T1.</param>
    /// <param name="seconds">Duration, at least 0.</param>
    /// <param name="population">Equilibrium population of |1⟩.</param>
    public static Relaxation Of(CoherenceTimes times, double seconds, double population) =>
        seconds == 0 || times.IsInfinite
            ? None
            : new(Elementary.Exp(-seconds / times.T1), Elementary.Exp(-seconds / times.T2), population);

    /// <summary>The Pauli transfer matrix of this relaxation.</summary>
    public PauliTransferMatrix ToChannel() =>
        new(1, [1, 0, 0, 0, 0, Coherence, 0, 0, 0, 0, Coherence, 0, Shift, 0, 0, Decay]);

    /// <summary>Process fidelity of independent relaxations: the product.</summary>
    public static double JointProcessFidelity(ReadOnlySpan<Relaxation> relaxations)
    {
        var product = 1.0;
        foreach (var relaxation in relaxations)
        {
            product *= relaxation.ProcessFidelity;
        }

        return product;
    }
}
