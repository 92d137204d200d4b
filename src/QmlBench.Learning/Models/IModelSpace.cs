using System.Collections.Immutable;
using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Models;

/// <summary>A kind of model with its hyperparameters left open: what a suite names and tuning searches.</summary>
public interface IModelSpace
{
    /// <summary>Name, as suites write it.</summary>
    string Name { get; }

    /// <summary>Quantum or classical.</summary>
    ModelFamily Family { get; }

    /// <summary>One line for lists.</summary>
    string Description { get; }

    /// <summary>Raised whenever the same data, settings and streams would give other numbers than before.</summary>
    int BehaviourVersion { get; }

    /// <summary>What may be set, with defaults.</summary>
    ImmutableArray<HyperparameterSpec> Hyperparameters { get; }

    /// <summary>Size of the register for a number of features; 0 for a classical model.</summary>
    /// <param name="features">Features that reach the model.</param>
    /// <param name="settings">What is set; what is tuned has its default here, since no size is tuned.</param>
    int Qubits(int features, Hyperparameters settings) => 0;

    /// <summary>Whether a fitted model asks for kernel entries, which not every mitigation technique can serve.</summary>
    bool AsksKernels => false;

    /// <summary>Whether fitting asks for derivatives of expectation values.</summary>
    bool AsksGradients => false;

    /// <summary>The model with settings fixed.</summary>
    /// <param name="settings">What differs from the defaults.</param>
    /// <exception cref="ArgumentException">An unknown name or a value out of range.</exception>
    IModel Create(Hyperparameters settings);

    /// <summary>
    /// Fits every setting to <paramref name="train"/> and gives its decision values on <paramref name="held"/>, exact on the
    /// training executor. A model that can share work between settings (kernels between values of C) answers for itself;
    /// the values are those that fitting one by one gives.
    /// </summary>
    /// <param name="train">The samples to fit to.</param>
    /// <param name="held">Samples held out.</param>
    /// <param name="settings">The settings to try.</param>
    /// <param name="context">Executor and streams of training.</param>
    /// <returns>Decision values, one array a setting, one value a held-out sample.</returns>
    IReadOnlyList<ReadOnlyMemory<double>> Validate(
        LabelledData train, FeatureMatrix held, IReadOnlyList<Hyperparameters> settings, TrainingContext context) =>
        [.. settings.Select(setting => Create(setting).Fit(train, context).Decide(held, context.Validation()).Values)];
}
