using System.Collections.Immutable;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;
using QmlBench.Learning.Tuning;

namespace QmlBench.Tests.Learning.Tuning;

public sealed class GridSearchTests
{
    /// <summary>Every fold of scikit-learn's search of an RBF SVC on the two-class table, and its choice.</summary>
    [Fact]
    public void Fold_scores_are_those_of_scikit_learn()
    {
        var c = Assert.Single(LearningVectors.Cases("grid_search.json", c => c.GetProperty("file").GetString() == "breast_cancer.csv"));
        var data = BreastCancer.Load();
        var scaled = data.Samples.With(new StandardScaler().Fit(data.Features).Apply(data.Features));
        var expected = c.GetProperty("params").EnumerateArray().ToArray();
        var grid = Grid(
            ("C", [.. expected.Select(p => p.GetProperty("C").GetDouble()).Distinct()]),
            ("gamma", [.. expected.Select(p => p.GetProperty("gamma").GetDouble()).Distinct()]));
        var result = GridSearch.Run(new RadialSupportVectorSpace(), grid, scaled, 5, LearningContexts.Training());
        Assert.Equal(new TuningBudget(16, 5), result.Budget);
        for (var s = 0; s < 16; s++)
        {
            Assert.Equal(expected[s].GetProperty("gamma").GetDouble(), result.Settings[s]["gamma"]);
            var folds = LearningVectors.Doubles(c.GetProperty("fold_accuracy")[s]);
            LearningVectors.Close(folds, result.FoldScores[s].AsSpan(), 1e-12, result.Settings[s].ToString());
        }

        Assert.Equal(c.GetProperty("best_index").GetInt32(), result.BestIndex);
        var refit = new RadialSupportVectorSpace().Create(result.Best).Fit(scaled, LearningContexts.Training());
        var predictions = refit.Decide(scaled.Features, LearningContexts.Evaluation(LearningContexts.Ideal())).Predict();
        var accuracy = predictions.Zip(data.Labels).Count(pair => pair.First == pair.Second) / 569.0;
        Assert.Equal(c.GetProperty("refit_train_accuracy").GetDouble(), accuracy, 1e-12);
    }

    [Fact]
    public void A_grid_is_the_product_with_the_last_name_varying_fastest()
    {
        var grid = Grid(("b", [1, 2]), ("a", [3, 4]));
        Assert.Equal(["a=3,b=1", "a=3,b=2", "a=4,b=1", "a=4,b=2"], grid.Settings.Select(s => s.ToString()));
        var single = new ParameterGrid(Hyperparameters.Of(("z", 1)), ImmutableDictionary<string, ImmutableArray<double>>.Empty);
        Assert.Equal(["z=1"], single.Settings.Select(s => s.ToString()));
        Assert.Throws<ArgumentException>(() => Grid(("a", [])));
        Assert.Throws<ArgumentException>(() => Grid(("a", [1, 1])));
    }

    [Fact]
    public void The_first_of_equal_means_wins()
    {
        var data = new LabelledData(FeatureMatrix.Copy(8, 1, [-4, -4, -4, -4, 4, 4, 4, 4]), [0, 0, 0, 0, 1, 1, 1, 1]);
        var result = GridSearch.Run(new LogisticRegressionSpace(), Grid(("C", [0.5, 1, 2])), data, 2, LearningContexts.Training());
        Assert.Equal([1, 1, 1], result.Means);
        Assert.Equal(0, result.BestIndex);
    }

    [Fact]
    public void The_pipeline_is_fitted_inside_each_fold()
    {
        var data = BreastCancer.Load().Samples.Select([.. Enumerable.Range(0, 80)]);
        var space = new PreprocessedSpace(new RadialSupportVectorSpace(), new([new StandardScaler(), new PrincipalComponents(4)]));
        var result = GridSearch.Run(space, Grid(("C", [1.0, 10.0])), data, 4, LearningContexts.Training());
        var split = StratifiedFolds.Cut(data.Labels.AsSpan(), 4)[2];
        var (train, held) = (data.Select(split.Train.AsSpan()), data.Select(split.Test.AsSpan()));
        for (var s = 0; s < 2; s++)
        {
            var fitted = space.Create(result.Settings[s]).Fit(train, LearningContexts.Training());
            var predicted = fitted.Decide(held.Features, LearningContexts.Evaluation(LearningContexts.Ideal())).Predict();
            Assert.Equal(result.FoldScores[s][2], predicted.Zip(held.Labels).Count(pair => pair.First == pair.Second) / (double)held.Count);
        }
    }

    private static ParameterGrid Grid(params (string Name, ImmutableArray<double> Values)[] axes) =>
        new(Hyperparameters.None, axes.ToDictionary(axis => axis.Name, axis => axis.Values));
}
