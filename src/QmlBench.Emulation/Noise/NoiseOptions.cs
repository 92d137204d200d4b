using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>How a device's figures become noise.</summary>
public sealed record NoiseOptions
{
    /// <summary>The profile's own semantics, sources and temperature, scale 1.</summary>
    public static NoiseOptions Default { get; } = new();

    /// <summary>No noise at all.</summary>
    public static NoiseOptions Noiseless { get; } = new() { Sources = NoiseSources.None };

    /// <summary>Name of the semantics (<see cref="NoiseSemantics"/>), or null for the profile's own.</summary>
    public string? Semantics { get; init; }

    /// <summary>The sources that may be on; of these the ones act that the semantics, the profile or <see cref="With"/> brings.</summary>
    public NoiseSources Sources { get; init; } = NoiseSources.All;

    /// <summary>Sources switched on beside those of the semantics and the profile (<c>--with</c>).</summary>
    public NoiseSources With { get; init; }

    /// <summary>
    /// Temperature of the qubits in millikelvin; 0 gives no excited population, a negative one the inverted population. Null means the
    /// profile's own, 0 where it has none.
    /// </summary>
    public double? TemperatureMillikelvin { get; init; }

    /// <summary>What is done where a reported error is below what relaxation alone gives; null means the profile's own.</summary>
    public CoherenceLimitPolicy? CoherenceLimit { get; init; }

    /// <summary>
    /// Factor s on all noise of the device, by the generator rule (λ → 1−(1−λ)ˢ, t → s·t, readout matrix Mˢ); multiplied with
    /// the profile's own factor.
    /// </summary>
    public double Scale { get; init; } = 1.0;

    /// <summary>The sources that act: brought by semantics, profile or user, among those that may be on, and with figures to act on.</summary>
    /// <remarks>
    /// A named semantics is a peer's and brings what the peer models. A profile's channels written out are on, because nobody writes
    /// them to be ignored. Coherent errors, crosstalk and spectators are on where the semantics has them, or the profile or the user
    /// names them.
    /// </remarks>
    internal NoiseSources Acting(Device device, NoiseSources ofSemantics)
    {
        var profile = device.Noise;
        var brought = ofSemantics | NoiseSources.Custom | NoiseSourceNames.Only(profile.With) | With;
        var without = (profile.Coherent.IsEmpty ? NoiseSources.Coherent : NoiseSources.None)
            | (profile.Crosstalk is null ? NoiseSources.Crosstalk : NoiseSources.None)
            | (profile.Spectators.IsEmpty ? NoiseSources.Spectator : NoiseSources.None)
            | (profile.Explicit is null ? NoiseSources.Custom : NoiseSources.None);
        return brought & Sources & ~without;
    }

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ExecutionRefusedException">A scale below 0 or not finite, or a temperature that is not a number.</exception>
    internal void Check()
    {
        if (!double.IsFinite(Scale) || Scale < 0)
        {
            throw new ExecutionRefusedException($"The noise scale must be a finite number of at least 0; it is {Scale}.");
        }

        if (TemperatureMillikelvin is { } temperature && double.IsNaN(temperature))
        {
            throw new ExecutionRefusedException("The temperature is not a number.");
        }
    }
}
