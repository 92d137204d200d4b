using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>A device of a suite.</summary>
/// <param name="Name">Full name of the profile, snapshot included, or <c>ideal</c>.</param>
/// <param name="NoiseScale">Factor on the noise, generator rule; 1 leaves it.</param>
public sealed record DeviceSpec(string Name, double NoiseScale)
{
    /// <summary>Name for tables: the profile, and the factor where it is not 1.</summary>
    public string Label => NoiseScale == 1.0 ? Name : $"{Name} x{NoiseScale:R}";

    /// <summary>What determines the device, for identities.</summary>
    public CanonicalJson Canonical() => CanonicalJson.Object(("name", Name), ("noise_scale", NoiseScale));
}
