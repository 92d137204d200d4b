using System.Collections.Immutable;
using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>A fitted transform of each feature by itself: x → (x − shift)·factor + offset.</summary>
/// <param name="Shift">Subtracted first, one per feature.</param>
/// <param name="Divisor">Divides next.</param>
/// <param name="Scale">Multiplies next.</param>
/// <param name="Offset">Added last.</param>
public sealed record AffineFit(
    ImmutableArray<double> Shift, ImmutableArray<double> Divisor, double Scale, double Offset) : IFittedTransform
{
    /// <inheritdoc/>
    public FeatureMatrix Apply(FeatureMatrix samples)
    {
        if (samples.Columns != Shift.Length)
            throw new ArgumentException($"The transform was fitted to {Shift.Length} features, not {samples.Columns}.", nameof(samples));
        var values = samples.Values.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var column = i % samples.Columns;
            values[i] = ((values[i] - Shift[column]) / Divisor[column] * Scale) + Offset;
        }

        return FeatureMatrix.Own(samples.Rows, samples.Columns, values);
    }
}
