using System.Collections.Immutable;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.FeatureMaps;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.QuantumModels;

/// <summary>
/// Support vector classifier on the fidelity kernel |⟨φ(x)|φ(y)⟩|² of a feature map. Features are scaled to
/// [−bandwidth·π/2, bandwidth·π/2] on the training samples.
/// </summary>
/// <remarks>
/// The dual coefficients come from the executor trained on; a device is then asked for the kernel between the samples and the
/// support vectors alone.
/// </remarks>
public sealed class FidelityKernelSpace : IModelSpace
{
    private readonly Func<int, IFeatureMap> _map;

    private FidelityKernelSpace(string name, string description, Func<int, IFeatureMap> map)
    {
        Name = name;
        Description = description;
        _map = map;
    }

    /// <summary>The kernel of the IQP embedding: the anchor study's IQPKernelClassifier.</summary>
    public static FidelityKernelSpace Iqp { get; } = new(
        "fidelity-kernel",
        "Support vector classifier on the fidelity kernel of the IQP embedding",
        repetitions => new IqpEmbedding(repetitions));

    /// <summary>The kernel of Qiskit's ZZ feature map on neighbours.</summary>
    public static FidelityKernelSpace Zz { get; } = new(
        "fidelity-kernel-zz",
        "Support vector classifier on the fidelity kernel of the ZZ feature map (neighbours)",
        repetitions => PauliFeatureMap.Zz(repetitions, Entanglement.Linear));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ModelFamily Family => ModelFamily.Quantum;

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public int BehaviourVersion => 1;

    /// <inheritdoc/>
    public ImmutableArray<HyperparameterSpec> Hyperparameters { get; } =
    [
        HyperparameterSpec.Positive("C", 1, "penalty of a violated margin"),
        HyperparameterSpec.Positive("bandwidth", 1, "features are scaled to ± bandwidth · pi/2"),
        HyperparameterSpec.Whole("repetitions", 1, 1, 100, "repetitions of the feature map"),
    ];

    /// <inheritdoc/>
    public int Qubits(int features, Hyperparameters settings) => features;

    /// <inheritdoc/>
    public bool AsksKernels => true;

    /// <inheritdoc/>
    public IModel Create(Hyperparameters settings)
    {
        var complete = settings.Complete(Name, Hyperparameters);
        return new FidelityKernelModel(Name, complete, _map(complete.Whole("repetitions")));
    }

    /// <summary>One kernel serves every C.</summary>
    public IReadOnlyList<ReadOnlyMemory<double>> Validate(
        LabelledData train, FeatureMatrix held, IReadOnlyList<Hyperparameters> settings, TrainingContext context)
    {
        var signs = train.Signs(Name);
        var results = new ReadOnlyMemory<double>[settings.Count];
        var models = settings.Select((setting, index) => (Model: (FidelityKernelModel)Create(setting), Index: index));
        foreach (var group in models.GroupBy(pair => pair.Model.Settings.With("C", 1)).OrderBy(group => group.First().Index))
        {
            var trained = group.First().Model.TrainingKernel(train.Features, context);
            var heldKernel = trained.Against(held, context.Validation());
            foreach (var (model, index) in group)
            {
                var solution = KernelTraining.Solve(trained.Kernel, signs, model.Settings["C"], Name, context.Cancel);
                results[index] = KernelMachine.Of(solution).DecideFromAll(heldKernel.Values.Span, train.Count);
            }
        }

        return results;
    }
}
