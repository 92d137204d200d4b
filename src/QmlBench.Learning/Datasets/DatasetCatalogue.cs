using System.Collections.Immutable;

namespace QmlBench.Learning.Datasets;

/// <summary>The data sets a suite may name.</summary>
public static class DatasetCatalogue
{
    /// <summary>Every data set, ordered by name.</summary>
    public static ImmutableArray<DatasetEntry> All { get; } =
    [
        DatasetEntry.Table(new BreastCancer(), columns: 30),
        DatasetEntry.Generator(
            "hidden_manifold",
            "Hidden manifold: tanh of a random linear map of hidden coordinates, labelled by a random network; arXiv:2403.07059",
            (features, manifold, samples) => new HiddenManifold(features, manifold, samples)),
    ];

    /// <summary>The data set of a name, or null.</summary>
    public static DatasetEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);
}
