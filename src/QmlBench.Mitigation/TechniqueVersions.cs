using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation;

/// <summary>Behaviour versions of the techniques: raised whenever the output of one changes for the same input.</summary>
public static class TechniqueVersions
{
    /// <summary>Version of zero-noise extrapolation: folding, weights, split of shots.</summary>
    public const int ZeroNoise = 1;

    /// <summary>Version of readout inversion: calibration, inverse, split of shots.</summary>
    public const int Readout = 1;

    /// <summary>Version of Clifford data regression: training circuits, fit, split of shots.</summary>
    public const int Regression = 1;

    /// <summary>All versions, ordered by component.</summary>
    public static ImmutableArray<ComponentVersion> All { get; } =
        [new("cdr", Regression), new("readout", Readout), new("zne", ZeroNoise)];
}
