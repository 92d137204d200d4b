using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Noise;

/// <summary>Where the named semantics differ. The derivation of λ beside relaxation is common to all.</summary>
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
    /// <summary>The rules of a name.</summary>
    /// <exception cref="ExecutionRefusedException">The name is unknown, or its semantics not yet supported.</exception>
    public static SemanticRules Of(string name) => name switch
    {
        NoiseSemantics.AerTarget => new(name, false, 0, false, false, false),
        NoiseSemantics.AerProperties => new(name, true, 1e-8, true, false, false),
        NoiseSemantics.Iqm => new(name, true, 0, false, true, true),
        NoiseSemantics.Google => throw new ExecutionRefusedException(
            "The noise semantics 'google' are not yet supported. Supported are aer-target, aer-properties and iqm."),
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
