using System.Collections.Immutable;

namespace QmlBench.Learning.Datasets;

/// <summary>Cuts samples into folds that keep the shares of the classes, exactly as scikit-learn's <c>StratifiedKFold</c>.</summary>
/// <remarks>
/// Classes in order of first appearance; fold i receives as many of a class as stand at positions i, i + k, … of the sorted list
/// of classes; consecutive members of a class go to fold 0, then 1, … (shuffled if asked).
/// </remarks>
public static class StratifiedFolds
{
    /// <summary>The folds, each as a split whose test side is the fold; both sides ascending.</summary>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="folds">Number of folds k, at least 2.</param>
    /// <param name="permutation">Random orders to shuffle which members of a class go to which fold; null for no shuffle.</param>
    /// <exception cref="ArgumentException">A class has fewer members than there are folds.</exception>
    public static ImmutableArray<Split> Cut(ReadOnlySpan<int> labels, int folds, Func<int, int[]>? permutation = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var codes = Codes(labels);
        var classes = codes.Max() + 1;
        var smallest = Enumerable.Range(0, classes).Min(c => codes.Count(code => code == c));
        if (smallest < folds)
            throw new ArgumentException($"{folds} folds need {folds} samples of each class; the rarest has {smallest}.", nameof(folds));
        var fold = Deal(codes, classes, folds, permutation);
        return [.. Enumerable.Range(0, folds).Select(f => Fold(fold, f))];
    }

    internal static Split Fold(int[] fold, int number) => new(
        [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] != number)],
        [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] == number)]);

    /// <summary>Numbers the classes in order of first appearance.</summary>
    private static int[] Codes(ReadOnlySpan<int> labels)
    {
        List<int> seen = [];
        var codes = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (!seen.Contains(labels[i]))
                seen.Add(labels[i]);
            codes[i] = seen.IndexOf(labels[i]);
        }

        return codes.Length > 0 ? codes : throw new ArgumentException("There is nothing to cut into folds.", nameof(labels));
    }

    private static int[] Deal(int[] codes, int classes, int folds, Func<int, int[]>? permutation)
    {
        int[] sorted = [.. codes.Order()];
        var fold = new int[codes.Length];
        for (var c = 0; c < classes; c++)
        {
            List<int> numbers = [];
            for (var f = 0; f < folds; f++)
            {
                for (var position = f; position < sorted.Length; position += folds)
                {
                    if (sorted[position] == c)
                        numbers.Add(f);
                }
            }

            int[] order = permutation?.Invoke(numbers.Count) ?? [.. Enumerable.Range(0, numbers.Count)];
            var next = 0;
            for (var i = 0; i < codes.Length; i++)
            {
                if (codes[i] == c)
                    fold[i] = numbers[order[next++]];
            }
        }

        return fold;
    }
}
