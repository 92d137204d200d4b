using System.Collections.Immutable;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.QuantumModels;

namespace QmlBench.Learning.Models;

/// <summary>The kinds of model a suite may name.</summary>
public static class ModelCatalogue
{
    /// <summary>Every kind, ordered by name.</summary>
    public static ImmutableArray<IModelSpace> All { get; } =
    [
        new DataReuploadingSpace(),
        FidelityKernelSpace.Iqp,
        FidelityKernelSpace.Zz,
        new LogisticRegressionSpace(),
        new RadialSupportVectorSpace(),
    ];

    /// <summary>The kind of a name, or null.</summary>
    public static IModelSpace? Find(string name) => All.FirstOrDefault(space => space.Name == name);
}
