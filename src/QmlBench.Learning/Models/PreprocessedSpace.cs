using System.Collections.Immutable;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Learning.Models;

/// <summary>A kind of model whose samples first pass through a pipeline, fitted anew to every training fold.</summary>
/// <param name="Inner">The model behind the pipeline.</param>
/// <param name="Steps">The pipeline, such as standard scaling and principal components.</param>
public sealed record PreprocessedSpace(IModelSpace Inner, Pipeline Steps) : IModelSpace
{
    /// <inheritdoc/>
    public string Name => Inner.Name;

    /// <inheritdoc/>
    public ModelFamily Family => Inner.Family;

    /// <inheritdoc/>
    public string Description => $"{Inner.Description}; after {Steps.Name}";

    /// <inheritdoc/>
    public int BehaviourVersion => Inner.BehaviourVersion;

    /// <inheritdoc/>
    public ImmutableArray<HyperparameterSpec> Hyperparameters => Inner.Hyperparameters;

    /// <inheritdoc/>
    public IModel Create(Hyperparameters settings) => new PreprocessedModel(Inner.Create(settings), Steps);

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<double>> Validate(
        LabelledData train, FeatureMatrix held, IReadOnlyList<Hyperparameters> settings, TrainingContext context)
    {
        var fitted = Steps.Fit(train.Features);
        return Inner.Validate(train.With(fitted.Apply(train.Features)), fitted.Apply(held), settings, context);
    }
}
