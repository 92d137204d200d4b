using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Noise;

/// <summary>Where the named semantics differ.</summary>
/// <param name="Name">Name of the semantics.</param>
/// <param name="AsymmetricReadout">True: readout from the pair P(1|0), P(0|1); false: from the single error, for both.</param>
/// <param name="ReadoutFloor">Readout matrices within this of the identity are dropped.</param>
/// <param name="MeasurementRows">True if vendors' <c>measure</c> rows act as gates before the measurement.</param>
/// <param name="RelaxationFirst">True if relaxation stands before depolarizing.</param>
/// <param name="SwapsRelaxation">True if the relaxations of two operands change places.</param>
internal sealed record SemanticRules(
    string Name,
    bool AsymmetricReadout,
    double ReadoutFloor,
    bool MeasurementRows,
    bool RelaxationFirst,
    bool SwapsRelaxation)
{
    private const NoiseSources Figures =
        NoiseSources.Gate | NoiseSources.Relaxation | NoiseSources.Idle | NoiseSources.Readout | NoiseSources.Population;

    /// <summary>The sources that this semantics, which is a peer's, has.</summary>
    public NoiseSources Sources { get; init; } = Figures;

    /// <summary>True if λ is derived anew, without relaxation beside it, when relaxation is switched off (Aer's flag).</summary>
    public bool DerivesAnew { get; init; }

    /// <summary>
    /// True for Google's way: dephasing from incoherent errors, λ by subtraction (<see cref="GoogleNoise"/>), readout as damping
    /// before the measurement, and time in moments.
    /// </summary>
    public bool IsGoogle { get; init; }

    /// <summary>The rules of a name.</summary>
    /// <exception cref="ExecutionRefusedException">The name is unknown.</exception>
    public static SemanticRules Of(string name) => name switch
    {
        NoiseSemantics.AerTarget => new(name, false, 0, false, false, false) { DerivesAnew = true },
        NoiseSemantics.AerProperties => new(name, true, 1e-8, true, false, false) { DerivesAnew = true },
        NoiseSemantics.Iqm => new(name, true, 0, false, true, true),
        NoiseSemantics.Google => new(name, true, 0, false, false, false) { IsGoogle = true, Sources = Figures | NoiseSources.Coherent },
        _ => throw new ExecutionRefusedException(
            $"'{name}' is not a noise semantics. Semantics are {string.Join(", ", NoiseSemantics.All)}."
                + (Suggestion.Nearest(name, NoiseSemantics.All) is { } near ? $" Did you mean '{near}'?" : string.Empty)),
    };

    /// <summary>The readout confusion of a qubit.</summary>
    /// <remarks>
    /// Asymmetric: the pair, or the single error for both where the pair is incomplete. Symmetric: the single error, or the mean of
    /// the pair where there is none. No figure: perfect.
    /// </remarks>
    public ReadoutConfusion Readout(Readout readout)
    {
        var confusion = AsymmetricReadout
            ? new ReadoutConfusion(readout.EffectiveP1Given0, readout.EffectiveP0Given1)
            : new ReadoutConfusion(readout.EffectiveError, readout.EffectiveError);
        var largest = Math.Max(confusion.OneGivenZero, confusion.ZeroGivenOne);
        return largest <= ReadoutFloor ? ReadoutConfusion.None : confusion;
    }
}
