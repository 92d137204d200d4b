using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Devices.Noise;

namespace QmlBench.Emulation.Noise;

/// <summary>What a profile says about a gate's noise beyond its error and duration, of the sources that act.</summary>
/// <param name="device">The device.</param>
/// <param name="acting">The sources that act.</param>
/// <param name="scaling">Factors on the noise.</param>
internal sealed class GateExtras(Device device, NoiseSources acting, NoiseScaling scaling)
{
    private readonly NoiseFigures _figures = device.Noise;

    /// <summary>The coherent error of a gate, its angles times a factor; null if there is none or it is switched off.</summary>
    public NoiseStage? Coherent(string gate, ReadOnlySpan<int> qubits, double factor) =>
        acting.HasFlag(NoiseSources.Coherent) ? CoherentError(gate, qubits, factor) : null;

    /// <summary>The coherent error of a gate, switched off or not; null if there is none.</summary>
    public NoiseStage? CoherentError(string gate, ReadOnlySpan<int> qubits, double factor)
    {
        if (_figures.Coherent.FirstOrDefault(entry => entry.Gate == gate) is not { } errors
            || NoiseSite.Find(errors.Sites, entry => entry.Site, qubits) is not { } found)
        {
            return null;
        }

        var frame = found.Error.OverRotation != 0 ? RotationAxis.Of(gate)!.FrameAngles.Items : [];
        return new(CoherentChannel.Of(found.Error, gate, qubits.Length, factor), [.. qubits], "coherent") { FrameAngles = frame };
    }

    /// <summary>Whether a recipe stands in place of what is derived from figures.</summary>
    public bool IsReplaced(string gate, ReadOnlySpan<int> qubits) => _figures.Explicit is { Replaces: true } && Recipe(gate, qubits) is not null;

    /// <summary>The channels written out for a gate, <c>reset</c> or <c>measure</c>.</summary>
    public ImmutableArray<NoiseStage> Custom(string gate, ReadOnlySpan<int> qubits) =>
        acting.HasFlag(NoiseSources.Custom) && Recipe(gate, qubits) is { } recipe
            ? RecipeChannels.Stages(recipe, gate, qubits, scaling)
            : [];

    /// <summary>The channels written out for a wait.</summary>
    public ImmutableArray<NoiseStage> Idle(int qubit, double seconds)
    {
        if (!acting.HasFlag(NoiseSources.Custom) || IdleRecipe(qubit) is not { } recipe)
        {
            return [];
        }

        return _figures.Explicit!.Idle!.Per is { } per
            ? RecipeChannels.Repeated(recipe, qubit, seconds / per, scaling)
            : RecipeChannels.Stages(recipe, "idle", [qubit], scaling);
    }

    /// <summary>Whether a recipe stands in place of relaxation while a qubit waits.</summary>
    public bool IsIdleReplaced(int qubit) => _figures.Explicit is { Replaces: true } && IdleRecipe(qubit) is not null;

    /// <summary>What neighbours suffer while a gate runs.</summary>
    public ImmutableArray<SpectatorNoise> Spectators(string gate, ReadOnlySpan<int> qubits)
    {
        if (!acting.HasFlag(NoiseSources.Spectator) || _figures.Spectators.FirstOrDefault(entry => entry.Gate == gate) is not { } spectators
            || NoiseSite.Find(spectators.Sites, entry => entry.Site, qubits) is not { } found)
        {
            return [];
        }

        var first = qubits[0];
        return
        [
            .. found.Errors.Select(error => new SpectatorNoise(
                error.Qubit,
                scaling.Lambda(error.Depolarizing?.ToLambda(1) ?? 0, $"{gate} (spectator)", [error.Qubit]),
                (error.ZzAngle ?? 0) * scaling.TimeFactor,
                error.Partner ?? first)),
        ];
    }

    private SiteRecipe? Recipe(string gate, ReadOnlySpan<int> qubits)
    {
        var sites = gate switch
        {
            "reset" => _figures.Explicit?.Reset,
            "measure" => _figures.Explicit?.Measure,
            _ => _figures.Explicit?.Gates.FirstOrDefault(entry => entry.Gate == gate)?.Sites,
        };
        return sites is { } recipes ? NoiseSite.Find(recipes, entry => entry.Site, qubits) : null;
    }

    private SiteRecipe? IdleRecipe(int qubit) =>
        _figures.Explicit?.Idle is { } idle ? NoiseSite.Find(idle.Sites, entry => entry.Site, [qubit]) : null;
}
