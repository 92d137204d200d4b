using System.Collections.Immutable;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.Tuning;

/// <summary>
/// Tries every setting of a grid by cross-validation inside the training split: stratified folds without shuffle, accuracy,
/// the first of equal means wins.
/// </summary>
public static class GridSearch
{
    // Means of the same counts summed in another order may differ by this little; they are the same score.
    private const double TieTolerance = 1e-9;

    /// <summary>Runs the search. Every model of a comparison gets the same folds of the same samples.</summary>
    /// <param name="space">The kind of model.</param>
    /// <param name="grid">The settings.</param>
    /// <param name="train">The training split; test samples have no part in tuning.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="context">Executor and streams of training: every fold starts from the same ones.</param>
    /// <exception cref="ArgumentException">A setting does not suit the model, or a class has fewer samples than folds.</exception>
    public static TuningResult Run(IModelSpace space, ParameterGrid grid, LabelledData train, int folds, TrainingContext context)
    {
        var splits = StratifiedFolds.Cut(train.Labels.AsSpan(), folds);
        var scores = new double[grid.Settings.Length, folds];
        for (var fold = 0; fold < folds; fold++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            var held = train.Select(splits[fold].Test.AsSpan());
            var decisions = space.Validate(train.Select(splits[fold].Train.AsSpan()), held.Features, grid.Settings, context);
            for (var setting = 0; setting < decisions.Count; setting++)
                scores[setting, fold] = Accuracy(held.Labels, decisions[setting].Span);
        }

        return Result(grid.Settings, scores, folds);
    }

    private static double Accuracy(ImmutableArray<int> truth, ReadOnlySpan<double> decisions)
    {
        var correct = Decisions.Predict(decisions).Zip(truth).Count(pair => pair.First == pair.Second);
        return (double)correct / truth.Length;
    }

    private static TuningResult Result(ImmutableArray<Hyperparameters> settings, double[,] scores, int folds)
    {
        ImmutableArray<ImmutableArray<double>> table =
            [.. Enumerable.Range(0, settings.Length).Select(s => Enumerable.Range(0, folds).Select(f => scores[s, f]).ToImmutableArray())];
        ImmutableArray<double> means = [.. table.Select(row => row.Sum() / folds)];
        var best = 0;
        for (var i = 1; i < means.Length; i++)
        {
            if (means[i] > means[best] + TieTolerance)
                best = i;
        }

        return new(settings, table, means, best, new(settings.Length, folds));
    }
}
