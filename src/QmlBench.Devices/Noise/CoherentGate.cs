namespace QmlBench.Devices.Noise;

/// <summary>Coherent errors of a gate.</summary>
/// <param name="Gate">Name of the native gate.</param>
/// <param name="Sites">Where it has which error, sorted by site.</param>
public sealed record CoherentGate(string Gate, ValueList<CoherentSite> Sites);

/// <summary>The coherent error of a gate at a site.</summary>
/// <param name="Site">Where.</param>
/// <param name="Error">What the gate does beside what it should.</param>
public sealed record CoherentSite(NoiseSite Site, CoherentError Error);

/// <summary>What a gate does beside what it should: a unitary after the ideal gate.</summary>
public sealed record CoherentError
{
    /// <summary>Angle δ in radians by which the gate turns too far about its own axis G (<see cref="RotationAxis"/>):
    /// exp(−i δ/2 · G).</summary>
    public double OverRotation { get; init; }

    /// <summary>Angle in radians by which the axis of a one-qubit gate is turned about Z (a wrong phase of the pulse).</summary>
    public double AxisPhase { get; init; }

    /// <summary>Angle in radians by which the axis of a one-qubit gate is tilted out of the equator towards +Z (detuning).</summary>
    public double AxisTilt { get; init; }

    /// <summary>Phased fermionic-simulation angles of a two-qubit gate, after the rest; null if not given.</summary>
    public FsimAngles? Fsim { get; init; }

    /// <summary>Whether the axis of the gate is wrong.</summary>
    public bool HasAxisError => AxisPhase != 0 || AxisTilt != 0;
}

/// <summary>Angles of Cirq's PhasedFSimGate in radians, on the operands in the order of the circuit.</summary>
/// <remarks>Matrix in the basis 00, 01, 10, 11 with the first operand as left digit: 1 ⊕ [[e^{−i(γ+ζ)} cos θ, −i e^{−i(γ−χ)} sin θ],
/// [−i e^{−i(γ+χ)} sin θ, e^{−i(γ−ζ)} cos θ]] ⊕ e^{−i(2γ+φ)}.</remarks>
/// <param name="Theta">θ, exchange.</param>
/// <param name="Zeta">ζ, difference of the single-qubit phases.</param>
/// <param name="Chi">χ, phase of the exchange.</param>
/// <param name="Gamma">γ, mean of the single-qubit phases.</param>
/// <param name="Phi">φ, controlled phase.</param>
public sealed record FsimAngles(double Theta, double Zeta, double Chi, double Gamma, double Phi);
