using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Learning.Models;

/// <summary>A fitted model behind a fitted pipeline.</summary>
/// <param name="Model">The model that was fitted.</param>
/// <param name="Steps">The fitted pipeline.</param>
/// <param name="Inner">The fitted model behind it.</param>
public sealed record PreprocessedFit(IModel Model, IFittedTransform Steps, IFittedModel Inner) : IFittedModel
{
    /// <inheritdoc/>
    public TrainingRecord Training => Inner.Training;

    /// <inheritdoc/>
    public Decisions Decide(FeatureMatrix samples, EvaluationContext context) => Inner.Decide(Steps.Apply(samples), context);

    /// <inheritdoc/>
    public CompiledRow? Compiled(FeatureMatrix sample, EvaluationContext context) => Inner.Compiled(Steps.Apply(sample), context);
}
