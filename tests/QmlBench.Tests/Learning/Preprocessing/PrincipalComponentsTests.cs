using CsCheck;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Tests.Learning.Preprocessing;

public sealed class PrincipalComponentsTests
{
    [Fact]
    public void Components_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("classical.json", "pca"))
        {
            var file = c.GetProperty("file").GetString()!;
            var features = LearningVectors.Table(file.Split(' ')[0]).Features;
            if (file.EndsWith("first 6 rows", StringComparison.Ordinal))
                features = features.Select([0, 1, 2, 3, 4, 5]);
            if (c.GetProperty("scale").GetString() != "none")
                features = new StandardScaler().Fit(features).Apply(features);
            var fit = new PrincipalComponents(c.GetProperty("n_components").GetInt32()).FitComponents(features);
            var id = LearningVectors.Id(c);
            LearningVectors.Close(LearningVectors.Doubles(c.GetProperty("mean")), fit.Mean.AsSpan(), 1e-9, id + " mean");
            LearningVectors.Close(LearningVectors.Flat(c.GetProperty("components")), fit.Components.AsSpan(), 1e-9, id + " components");
            LearningVectors.Close(
                LearningVectors.Doubles(c.GetProperty("explained_variance")), fit.Variances.AsSpan(), 1e-9, id + " variance");
            LearningVectors.Close(
                LearningVectors.Doubles(c.GetProperty("explained_variance_ratio")), fit.VarianceShares.AsSpan(), 1e-9, id + " share");
            var transformed = LearningVectors.Flat(c.GetProperty("transform_first_rows"));
            LearningVectors.Close(transformed, fit.Apply(features).Values[..transformed.Length], 1e-9, id + " transform");
        }
    }

    [Fact]
    public void Components_are_orthonormal_and_transformed_samples_uncorrelated() => Property.Holds(
        Gen.Double[-3, 3].Array[40], values =>
        {
            var train = FeatureMatrix.Copy(10, 4, values);
            var fit = new PrincipalComponents(4).FitComponents(train);
            var scores = fit.Apply(train);
            for (var a = 0; a < 4; a++)
            {
                for (var b = 0; b < 4; b++)
                {
                    var inner = Enumerable.Range(0, 4).Sum(j => fit.Components[(a * 4) + j] * fit.Components[(b * 4) + j]);
                    Assert.Equal(a == b ? 1 : 0, inner, 1e-10);
                    var covariance = Enumerable.Range(0, 10).Sum(row => scores[row, a] * scores[row, b]) / 9;
                    Assert.Equal(a == b ? fit.Variances[a] : 0, covariance, 1e-9);
                }
            }
        });

    [Fact]
    public void More_components_than_samples_or_features_are_refused() =>
        Assert.Throws<ArgumentException>(() => new PrincipalComponents(3).Fit(FeatureMatrix.Copy(2, 4, new double[8])));
}
