using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.FeatureMaps;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Learning.QuantumModels;

/// <summary>A fidelity kernel classifier with map, bandwidth and C fixed.</summary>
internal sealed record FidelityKernelModel(string Name, Hyperparameters Settings, IFeatureMap Map) : IModel
{
    public ModelFamily Family => ModelFamily.Quantum;

    public IFittedModel Fit(LabelledData train, TrainingContext context)
    {
        var signs = train.Signs(Name);
        var trained = TrainingKernel(train.Features, context);
        var solution = KernelTraining.Solve(trained.Kernel, signs, Settings["C"], Name, context.Cancel);
        return new FidelityKernelFit(
            this, trained.Keep(KernelMachine.Of(solution)), KernelMachine.Of(solution), solution.Iterations, trained.Values);
    }

    /// <summary>Scales the training samples and takes their kernel on the executor trained on.</summary>
    public FidelityKernelTable TrainingKernel(FeatureMatrix train, TrainingContext context)
    {
        var half = Settings["bandwidth"] * Math.PI / 2;
        var scaler = new MinMaxScaler(-half, half).Fit(train);
        var angles = scaler.Apply(train);
        var values = FidelityKernelTable.Ask(Name, Map, angles, angles, context.Validation());
        return new(Name, Map, scaler, angles, values);
    }
}
