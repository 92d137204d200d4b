using QmlBench.Learning.Datasets;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Learning.Preprocessing;

/// <summary>Principal component analysis: the directions of greatest variance of the training samples, as scikit-learn's PCA.</summary>
/// <remarks>
/// Eigenvectors of the covariance matrix (divisor n − 1), by falling variance. Sign: the entry of largest absolute value of each
/// component is positive (scikit-learn since 1.5); the first of equal ones decides (<see cref="SymmetricEigen"/>).
/// </remarks>
public sealed class PrincipalComponents : ITransform
{
    private readonly int _components;

    /// <summary>Keeps a number of components.</summary>
    /// <param name="components">Number of components, at least 1 and at most min(samples, features).</param>
    public PrincipalComponents(int components)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        _components = components;
    }

    /// <inheritdoc/>
    public string Name => $"pca({_components})";

    /// <inheritdoc/>
    public IFittedTransform Fit(FeatureMatrix train) => FitComponents(train);

    /// <summary>Fits the components, with their variances.</summary>
    /// <exception cref="ArgumentException">There are fewer samples or features than components, or fewer than two samples.</exception>
    public PrincipalComponentsFit FitComponents(FeatureMatrix train)
    {
        if (train.Rows < 2 || _components > Math.Min(train.Rows, train.Columns))
            throw new ArgumentException($"{_components} components cannot be had from {train.Rows} samples of {train.Columns} features.");
        var mean = Enumerable.Range(0, train.Columns).Select(column => ColumnMoments.Of(train, column).Mean).ToArray();
        var eigen = SymmetricEigen.Decompose(Covariance(train, mean));
        var components = new double[_components * train.Columns];
        var variances = new double[_components];
        for (var k = 0; k < _components; k++)
        {
            variances[k] = Math.Max(0, eigen.Values[k]);
            for (var j = 0; j < train.Columns; j++)
                components[(k * train.Columns) + j] = eigen.Vectors[j, k];
        }

        var total = LaneSum.Sum([.. eigen.Values.Select(value => Math.Max(0, value))]);
        return new([.. mean], [.. components], [.. variances], [.. variances.Select(variance => variance / total)]);
    }

    private static double[,] Covariance(FeatureMatrix train, double[] mean)
    {
        var columns = new double[train.Columns][];
        for (var j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[train.Rows];
            for (var row = 0; row < train.Rows; row++)
                columns[j][row] = train[row, j] - mean[j];
        }

        var covariance = new double[columns.Length, columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                covariance[i, j] = covariance[j, i] = LaneSum.Dot(columns[i], columns[j]) / (train.Rows - 1);
        }

        return covariance;
    }
}
