using QmlBench.Devices;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>How a device's figures become noise.</summary>
public sealed record NoiseOptions
{
    /// <summary>The profile's own semantics, all sources, temperature 0, scale 1.</summary>
    public static NoiseOptions Default { get; } = new();

    /// <summary>No noise at all.</summary>
    public static NoiseOptions Noiseless { get; } = new() { Sources = NoiseSources.None };

    /// <summary>Name of the semantics (<see cref="NoiseSemantics"/>), or null for the profile's own.</summary>
    public string? Semantics { get; init; }

    /// <summary>The sources that are on.</summary>
    public NoiseSources Sources { get; init; } = NoiseSources.All;

    /// <summary>Temperature of the qubits in millikelvin; 0 gives no excited population, a negative one the inverted population.</summary>
    public double TemperatureMillikelvin { get; init; }

    /// <summary>
    /// Factor s on all noise of the device, by the generator rule (λ → 1−(1−λ)ˢ, t → s·t, readout matrix Mˢ); multiplied with
    /// the profile's own factor.
    /// </summary>
    public double Scale { get; init; } = 1.0;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ExecutionRefusedException">A scale below 0 or not finite, or a temperature that is not a number.</exception>
    internal void Check()
    {
        if (!double.IsFinite(Scale) || Scale < 0)
        {
            throw new ExecutionRefusedException($"The noise scale must be a finite number of at least 0; it is {Scale}.");
        }

        if (double.IsNaN(TemperatureMillikelvin))
        {
            throw new ExecutionRefusedException("The temperature is not a number.");
        }
    }
}
