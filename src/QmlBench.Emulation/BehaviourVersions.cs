using System.Collections.Immutable;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation;

/// <summary>
/// Behaviour versions of the parts an emulated result depends on: raised whenever their output changes for the same input.
/// </summary>
public static class BehaviourVersions
{
    /// <summary>Version of compiling and adopting, estimating and sampling in this room.</summary>
    public const int Emulation = 4;

    /// <summary>All versions, ordered by component.</summary>
    public static ImmutableArray<ComponentVersion> All { get; } =
    [
        new("emulation", Emulation),
        new("noise", NoiseModel.BehaviourVersion),
        new("simulation", Simulation.BehaviourVersions.Simulation),
        new("transpiler", Transpilation.BehaviourVersions.Transpiler),
    ];
}
