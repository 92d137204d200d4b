using System.Collections.Immutable;
using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>Fitted transforms, applied one after another.</summary>
/// <param name="Steps">The fitted transforms in order.</param>
public sealed record FittedPipeline(ImmutableArray<IFittedTransform> Steps) : IFittedTransform
{
    /// <inheritdoc/>
    public FeatureMatrix Apply(FeatureMatrix samples)
    {
        foreach (var step in Steps)
            samples = step.Apply(samples);
        return samples;
    }
}
