using CsCheck;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Tests.Learning.Preprocessing;

public sealed class ScalerTests
{
    [Fact]
    public void Scalers_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("classical.json", "scalers"))
        {
            var (train, fresh) = (LearningVectors.Matrix(c.GetProperty("X")), LearningVectors.Matrix(c.GetProperty("new")));
            Check("standard", new StandardScaler());
            Check("minmax", new MinMaxScaler(0, 1));
            Check("minmax_half_pi", MinMaxScaler.HalfPi);

            void Check(string field, ITransform scaler)
            {
                var fitted = scaler.Fit(train);
                LearningVectors.Close(LearningVectors.Flat(c.GetProperty(field)), fitted.Apply(train).Values, 1e-9, field);
                LearningVectors.Close(
                    LearningVectors.Flat(c.GetProperty(field + "_new")), fitted.Apply(fresh).Values, 1e-9, field + "_new");
            }
        }
    }

    [Fact]
    public void A_scaled_training_set_has_mean_0_and_deviation_1_or_fills_the_interval() => Property.Holds(
        Gen.Double[-100, 100].Array[12], values =>
        {
            var train = FeatureMatrix.Copy(6, 2, values);
            var standard = new StandardScaler().Fit(train).Apply(train);
            var range = MinMaxScaler.HalfPi.Fit(train).Apply(train);
            for (var column = 0; column < 2; column++)
            {
                var scaled = Enumerable.Range(0, 6).Select(row => standard[row, column]).ToArray();
                Assert.Equal(0, scaled.Average(), 1e-12);
                Assert.Equal(1, scaled.Average(v => v * v), 1e-9);
                var angles = Enumerable.Range(0, 6).Select(row => range[row, column]).ToArray();
                Assert.Equal(-Math.PI / 2, angles.Min(), 1e-12);
                Assert.Equal(Math.PI / 2, angles.Max(), 1e-12);
            }
        });

    [Fact]
    public void A_constant_feature_becomes_0_or_the_lower_end()
    {
        var train = FeatureMatrix.Copy(3, 1, [7, 7, 7]);
        Assert.Equal([0, 0, 0], new StandardScaler().Fit(train).Apply(train).Values.ToArray());
        Assert.Equal([-1, -1, -1], new MinMaxScaler(-1, 1).Fit(train).Apply(train).Values.ToArray());
    }

    [Fact]
    public void Another_number_of_features_is_refused()
    {
        var fitted = new StandardScaler().Fit(FeatureMatrix.Copy(2, 2, [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => fitted.Apply(FeatureMatrix.Copy(2, 1, [1, 2])));
    }

    [Fact]
    public void A_pipeline_fits_each_step_to_what_the_one_before_made()
    {
        var train = FeatureMatrix.Copy(4, 2, [1, 10, 2, 30, 3, 20, 4, 40]);
        var pipeline = new Pipeline([new StandardScaler(), MinMaxScaler.HalfPi]);
        var direct = MinMaxScaler.HalfPi.Fit(train).Apply(train);
        LearningVectors.Close(direct.Values, pipeline.Fit(train).Apply(train).Values, 1e-12, "standard > minmax");
        Assert.StartsWith("standard > minmax(", pipeline.Name, StringComparison.Ordinal);
        Assert.Equal(train.Values.ToArray(), Pipeline.Raw.Fit(train).Apply(train).Values.ToArray());
    }
}
