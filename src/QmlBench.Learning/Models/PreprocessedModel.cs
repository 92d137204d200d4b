using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Learning.Models;

/// <summary>A model whose samples first pass through a pipeline fitted to its training samples.</summary>
/// <param name="Inner">The model behind the pipeline.</param>
/// <param name="Steps">The pipeline.</param>
public sealed record PreprocessedModel(IModel Inner, Pipeline Steps) : IModel
{
    /// <inheritdoc/>
    public string Name => Inner.Name;

    /// <inheritdoc/>
    public ModelFamily Family => Inner.Family;

    /// <inheritdoc/>
    public Hyperparameters Settings => Inner.Settings;

    /// <inheritdoc/>
    public IFittedModel Fit(LabelledData train, TrainingContext context)
    {
        var steps = Steps.Fit(train.Features);
        return new PreprocessedFit(this, steps, Inner.Fit(train.With(steps.Apply(train.Features)), context));
    }
}
