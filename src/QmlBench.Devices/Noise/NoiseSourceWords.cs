using System.Collections.Immutable;

namespace QmlBench.Devices.Noise;

/// <summary>Names of the sources of noise, as profiles, suites and command lines write them.</summary>
public static class NoiseSourceWords
{
    /// <summary>All names, in the order of documentation.</summary>
    public static ImmutableArray<string> All { get; } =
        ["gate", "relaxation", "idle", "readout", "population", "coherent", "crosstalk", "spectator", "custom"];
}
