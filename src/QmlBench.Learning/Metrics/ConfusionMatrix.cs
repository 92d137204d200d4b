using System.Collections.Immutable;

namespace QmlBench.Learning.Metrics;

/// <summary>How often each class was predicted as each: rows are the truth, columns the prediction, labels ascending.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[,] _counts;

    private ConfusionMatrix(ImmutableArray<int> labels, long[,] counts)
    {
        Labels = labels;
        _counts = counts;
    }

    /// <summary>Every label that occurs in truth or prediction, ascending.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>Number of labels.</summary>
    public int Size => Labels.Length;

    /// <summary>Samples of the class of a row predicted as the class of a column.</summary>
    public long this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>Number of samples.</summary>
    public long Total => Range().Sum(TrueCount);

    /// <summary>Samples predicted correctly.</summary>
    public long Correct => Range().Sum(i => _counts[i, i]);

    /// <summary>Counts a list of answers.</summary>
    /// <param name="truth">True label of each sample.</param>
    /// <param name="predicted">Predicted label of each, as many.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static ConfusionMatrix Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        if (truth.Length != predicted.Length || truth.IsEmpty)
            throw new ArgumentException(
                $"Metrics need one prediction for each label and at least one: {truth.Length} labels, {predicted.Length} predictions.");
        ImmutableArray<int> labels = [.. truth.ToArray().Concat(predicted.ToArray()).Distinct().Order()];
        var counts = new long[labels.Length, labels.Length];
        for (var i = 0; i < truth.Length; i++)
            counts[labels.BinarySearch(truth[i]), labels.BinarySearch(predicted[i])]++;
        return new(labels, counts);
    }

    /// <summary>Samples whose true class is the given one.</summary>
    public long TrueCount(int index) => Range().Sum(j => _counts[index, j]);

    /// <summary>Samples predicted as the given class.</summary>
    public long PredictedCount(int index) => Range().Sum(j => _counts[j, index]);

    internal IEnumerable<int> Range() => Enumerable.Range(0, Size);
}
