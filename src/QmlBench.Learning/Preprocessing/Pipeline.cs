using System.Collections.Immutable;
using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>Transforms one after another; each is fitted to what the ones before make of the training samples.</summary>
/// <param name="Steps">The transforms in order; none leaves the features as they are.</param>
public sealed record Pipeline(ImmutableArray<ITransform> Steps) : ITransform
{
    /// <summary>No transform: the raw features.</summary>
    public static Pipeline Raw { get; } = new([]);

    /// <inheritdoc/>
    public string Name => Steps.IsEmpty ? "raw" : string.Join(" > ", Steps.Select(step => step.Name));

    /// <inheritdoc/>
    public IFittedTransform Fit(FeatureMatrix train)
    {
        var fitted = ImmutableArray.CreateBuilder<IFittedTransform>(Steps.Length);
        var current = train;
        foreach (var step in Steps)
        {
            fitted.Add(step.Fit(current));
            current = fitted[^1].Apply(current);
        }

        return new FittedPipeline(fitted.MoveToImmutable());
    }
}
