using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>Mean 0 and standard deviation 1 for each feature: x → (x − mean)/√variance, the variance with divisor n.</summary>
/// <remarks>A constant feature is divided by 1 and so becomes 0, as in scikit-learn.</remarks>
public sealed class StandardScaler : ITransform
{
    /// <inheritdoc/>
    public string Name => "standard";

    /// <inheritdoc/>
    public IFittedTransform Fit(FeatureMatrix train) => FitFigures(train);

    internal static AffineFit FitFigures(FeatureMatrix train)
    {
        var moments = Enumerable.Range(0, train.Columns).Select(column => ColumnMoments.Of(train, column)).ToArray();
        return new(
            [.. moments.Select(moment => moment.Mean)],
            [.. moments.Select(moment => moment.IsConstant ? 1.0 : Math.Sqrt(moment.Variance))],
            Scale: 1,
            Offset: 0);
    }
}
