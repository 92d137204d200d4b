using System.Collections.Immutable;
using QmlBench.Learning.Datasets;
using QmlBench.Numerics;

namespace QmlBench.Learning.Preprocessing;

/// <summary>Fitted principal components: x → components · (x − mean).</summary>
/// <param name="Mean">Mean of each feature in training.</param>
/// <param name="Components">One unit vector a component, row-major, by falling variance.</param>
/// <param name="Variances">Variance along each component, divisor n − 1.</param>
/// <param name="VarianceShares">Share of each in the total variance.</param>
public sealed record PrincipalComponentsFit(
    ImmutableArray<double> Mean,
    ImmutableArray<double> Components,
    ImmutableArray<double> Variances,
    ImmutableArray<double> VarianceShares) : IFittedTransform
{
    /// <inheritdoc/>
    public FeatureMatrix Apply(FeatureMatrix samples)
    {
        if (samples.Columns != Mean.Length)
            throw new ArgumentException($"The components were fitted to {Mean.Length} features, not {samples.Columns}.", nameof(samples));
        var count = Variances.Length;
        var result = new double[samples.Rows * count];
        var centred = new double[samples.Columns];
        for (var row = 0; row < samples.Rows; row++)
        {
            for (var j = 0; j < centred.Length; j++)
                centred[j] = samples[row, j] - Mean[j];
            for (var k = 0; k < count; k++)
                result[(row * count) + k] = LaneSum.Dot(Components.AsSpan().Slice(k * centred.Length, centred.Length), centred);
        }

        return FeatureMatrix.Own(samples.Rows, count, result);
    }
}
