using System.Collections.Immutable;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.QuantumModels;

/// <summary>
/// The data re-uploading classifier of arXiv:2403.07059: <see cref="DataReuploadingCircuit"/>, the weighted fidelity cost, Adam on
/// exact gradients; predicts by the mean ⟨Z⟩ of the qubits that are read. Features are scaled to ±π/2 on the training samples.
/// </summary>
/// <remarks>
/// As in the study: weights start uniform in [0, 1) and α at 1, batches are drawn with replacement, training stops by
/// <see cref="Training.ConvergenceRule"/> with a window of 200. The study runs up to 10,000 steps and drops a fit that has not
/// settled; here the bound is a hyperparameter, and an unsettled fit is kept with a notice.
/// </remarks>
public sealed class DataReuploadingSpace : IModelSpace
{
    /// <inheritdoc/>
    public string Name => "data-reuploading";

    /// <inheritdoc/>
    public ModelFamily Family => ModelFamily.Quantum;

    /// <inheritdoc/>
    public string Description => "Data re-uploading variational classifier, trained with Adam on exact gradients";

    /// <inheritdoc/>
    public int BehaviourVersion => 1;

    /// <inheritdoc/>
    public ImmutableArray<HyperparameterSpec> Hyperparameters { get; } =
    [
        HyperparameterSpec.Whole("batch", 32, 1, 100_000, "samples in a mini-batch"),
        HyperparameterSpec.Whole("layers", 1, 1, 100, "layers of the circuit"),
        HyperparameterSpec.Positive("learning_rate", 0.01, "rate of Adam"),
        HyperparameterSpec.Whole("qubits", 0, 0, 62, "qubits; 0 for a third of the features, rounded up"),
        HyperparameterSpec.Whole("read", 0, 0, 62, "qubits that are read, from qubit 0; 0 for all"),
        HyperparameterSpec.Whole("steps", 1000, 1, 1_000_000, "most steps of the optimiser"),
    ];

    /// <inheritdoc/>
    public int Qubits(int features, Hyperparameters settings) =>
        settings.Values.TryGetValue("qubits", out var given) && given > 0 ? (int)given : (features + 2) / 3;

    /// <inheritdoc/>
    public bool AsksGradients => true;

    /// <inheritdoc/>
    public IModel Create(Hyperparameters settings) => new DataReuploadingModel(Name, settings.Complete(Name, Hyperparameters));
}
