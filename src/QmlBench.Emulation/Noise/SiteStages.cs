using System.Collections.Immutable;

namespace QmlBench.Emulation.Noise;

/// <summary>The noise of a gate at a place with its channels written out.</summary>
/// <param name="Noise">The noise.</param>
/// <param name="Stages">Its parts on the operands, one after the other.</param>
internal sealed record SiteStages(SiteNoise Noise, ImmutableArray<NoiseStage> Stages)
{
    /// <summary>The channels of a noise; null for none.</summary>
    public static SiteStages? Of(SiteNoise? noise) => noise is null || noise.IsIdentity ? null : new(noise, [.. noise.Stages()]);
}
