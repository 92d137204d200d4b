using System.Collections.Immutable;

namespace QmlBench.Learning.Datasets;

/// <summary>Features with the class of each sample: what a model is fitted to.</summary>
public sealed record LabelledData
{
    /// <summary>Joins features and labels.</summary>
    /// <param name="features">One row a sample.</param>
    /// <param name="labels">Class index of each row, 0 or greater; for binary models class 1 is the positive one.</param>
    /// <exception cref="ArgumentException">The numbers of rows and labels differ, or a label is negative.</exception>
    public LabelledData(FeatureMatrix features, ImmutableArray<int> labels)
    {
        if (labels.Length != features.Rows)
            throw new ArgumentException($"{features.Rows} rows need as many labels, not {labels.Length}.", nameof(labels));
        var negative = labels.ToList().FindIndex(label => label < 0);
        if (negative >= 0)
            throw new ArgumentException(
                $"Label {labels[negative]} of row {negative} is negative; labels are class indices from 0.", nameof(labels));
        Features = features;
        Labels = labels;
    }

    /// <summary>One row a sample.</summary>
    public FeatureMatrix Features { get; }

    /// <summary>Class index of each row.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>Number of samples.</summary>
    public int Count => Labels.Length;

    /// <summary>The samples named by <paramref name="indices"/>, in that order.</summary>
    public LabelledData Select(ReadOnlySpan<int> indices)
    {
        var features = Features.Select(indices);
        var labels = ImmutableArray.CreateBuilder<int>(indices.Length);
        foreach (var index in indices)
            labels.Add(Labels[index]);
        return new(features, labels.MoveToImmutable());
    }

    /// <summary>The same labels with other features.</summary>
    public LabelledData With(FeatureMatrix features) => new(features, Labels);

    /// <summary>Labels as signs: class 1 is +1, class 0 is −1.</summary>
    /// <param name="model">Name of the model that asks, for the message.</param>
    /// <exception cref="ArgumentException">There are other classes than 0 and 1, or only one of them.</exception>
    public double[] Signs(string model)
    {
        if (Labels.Any(label => label > 1))
            throw new ArgumentException($"{model} is a binary classifier and the data hold class {Labels.Max()}; choose two classes.");
        if (Labels.IsEmpty || Labels.All(label => label == Labels[0]))
            throw new ArgumentException($"{model} needs samples of both classes; these {Count} are all of one.");
        return [.. Labels.Select(label => label == 1 ? 1.0 : -1.0)];
    }
}
