using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;

namespace QmlBench.Learning;

/// <summary>Behaviour versions of the parts a learned result depends on: raised whenever their output changes for the same input.</summary>
public static class BehaviourVersions
{
    /// <summary>Version of the data sets and their generators.</summary>
    public const int Datasets = 1;

    /// <summary>Version of splits and folds.</summary>
    public const int Splits = 1;

    /// <summary>Version of scalers and principal components.</summary>
    public const int Preprocessing = 1;

    /// <summary>Version of the search and its choice among equals.</summary>
    public const int Tuning = 1;

    /// <summary>Version of the metrics.</summary>
    public const int Metrics = 1;

    /// <summary>All versions, ordered by component: the parts of the room, and <c>model.NAME</c> for each kind of model.</summary>
    public static ImmutableArray<ComponentVersion> All { get; } =
    [
        new("datasets", Datasets),
        new("metrics", Metrics),
        .. ModelCatalogue.All.Select(space => new ComponentVersion($"model.{space.Name}", space.BehaviourVersion)),
        new("preprocessing", Preprocessing),
        new("splits", Splits),
        new("tuning", Tuning),
    ];
}
