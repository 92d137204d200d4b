using System.Collections.Immutable;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.Baselines;

/// <summary>Logistic regression with an L2 penalty, solved to the end. Features are standardised on the training samples.</summary>
public sealed class LogisticRegressionSpace : IModelSpace
{
    /// <inheritdoc/>
    public string Name => "logistic-regression";

    /// <inheritdoc/>
    public ModelFamily Family => ModelFamily.Classical;

    /// <inheritdoc/>
    public string Description => "Logistic regression with an L2 penalty on standardised features";

    /// <inheritdoc/>
    public int BehaviourVersion => 1;

    /// <inheritdoc/>
    public ImmutableArray<HyperparameterSpec> Hyperparameters { get; } =
        [HyperparameterSpec.Positive("C", 1, "inverse strength of the penalty")];

    /// <inheritdoc/>
    public IModel Create(Hyperparameters settings) => new LogisticRegressionModel(Name, settings.Complete(Name, Hyperparameters));
}
