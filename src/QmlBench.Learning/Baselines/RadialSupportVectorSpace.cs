using System.Collections.Immutable;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.Baselines;

/// <summary>
/// Support vector classifier with a radial kernel exp(−γ‖x − y‖²), libsvm's semantics. It sees the features as they come.
/// </summary>
public sealed class RadialSupportVectorSpace : IModelSpace
{
    /// <inheritdoc/>
    public string Name => "rbf-svc";

    /// <inheritdoc/>
    public ModelFamily Family => ModelFamily.Classical;

    /// <inheritdoc/>
    public string Description => "Support vector classifier with a radial (Gaussian) kernel";

    /// <inheritdoc/>
    public int BehaviourVersion => 1;

    /// <inheritdoc/>
    public ImmutableArray<HyperparameterSpec> Hyperparameters { get; } =
    [
        HyperparameterSpec.Positive("C", 1, "penalty of a violated margin"),
        HyperparameterSpec.Positive("gamma", 1, "inverse squared width of the kernel"),
    ];

    /// <inheritdoc/>
    public IModel Create(Hyperparameters settings) => new RadialSupportVectorModel(Name, settings.Complete(Name, Hyperparameters));

    /// <summary>One table of distances serves every setting, one kernel every C.</summary>
    public IReadOnlyList<ReadOnlyMemory<double>> Validate(
        LabelledData train, FeatureMatrix held, IReadOnlyList<Hyperparameters> settings, TrainingContext context)
    {
        var signs = train.Signs(Name);
        var trainDistances = RadialKernel.SquaredDistances(train.Features, train.Features);
        var heldDistances = RadialKernel.SquaredDistances(held, train.Features);
        var results = new ReadOnlyMemory<double>[settings.Count];
        var complete = settings.Select((setting, index) => (Setting: Create(setting).Settings, Index: index));
        foreach (var group in complete.GroupBy(pair => pair.Setting["gamma"]).OrderBy(group => group.Key))
        {
            var kernel = RadialKernel.FromDistances(trainDistances, group.Key);
            var heldKernel = RadialKernel.FromDistances(heldDistances, group.Key);
            foreach (var (setting, index) in group)
            {
                var machine = KernelMachine.Of(KernelTraining.Solve(kernel, signs, setting["C"], Name, context.Cancel));
                results[index] = machine.DecideFromAll(heldKernel, train.Count);
            }
        }

        return results;
    }
}
