using System.Collections.Immutable;

namespace QmlBench.Learning.Datasets;

/// <summary>Cuts samples into folds without regard to classes, as scikit-learn's shuffled <c>KFold</c>.</summary>
public static class Folds
{
    /// <summary>The folds, each as a split whose test side is the fold; both sides ascending.</summary>
    /// <param name="samples">Number of samples n.</param>
    /// <param name="folds">Number of folds k, from 2 to n; the first n mod k are one sample larger.</param>
    /// <param name="permutation">Gives a random order of 0 … n − 1.</param>
    public static ImmutableArray<Split> Cut(int samples, int folds, Func<int, int[]> permutation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, samples);
        var order = permutation(samples);
        var fold = new int[samples];
        var next = 0;
        for (var f = 0; f < folds; f++)
        {
            var size = (samples / folds) + (f < samples % folds ? 1 : 0);
            foreach (var sample in order.AsSpan(next, size))
                fold[sample] = f;
            next += size;
        }

        return [.. Enumerable.Range(0, folds).Select(f => StratifiedFolds.Fold(fold, f))];
    }
}
