using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.Baselines;

/// <summary>A radial support vector classifier with C and γ fixed.</summary>
internal sealed record RadialSupportVectorModel(string Name, Hyperparameters Settings) : IModel
{
    public ModelFamily Family => ModelFamily.Classical;

    public IFittedModel Fit(LabelledData train, TrainingContext context)
    {
        var kernel = RadialKernel.FromDistances(RadialKernel.SquaredDistances(train.Features, train.Features), Settings["gamma"]);
        var solution = KernelTraining.Solve(kernel, train.Signs(Name), Settings["C"], Name, context.Cancel);
        var machine = KernelMachine.Of(solution);
        return new Fitted(this, machine, train.Features.Select(machine.Support.AsSpan()), solution.Iterations);
    }

    private sealed record Fitted(RadialSupportVectorModel Owner, KernelMachine Machine, FeatureMatrix Support, int Steps) : IFittedModel
    {
        public IModel Model => Owner;

        public TrainingRecord Training => TrainingRecord.Solved(
            Steps,
            ("coefficients", Machine.Coefficients),
            ("intercept", [Machine.Intercept]),
            ("support", [.. Machine.Support.Select(i => (double)i)]));

        public Decisions Decide(FeatureMatrix samples, EvaluationContext context)
        {
            var distances = RadialKernel.SquaredDistances(samples, Support);
            return Decisions.Classical(Machine.Decide(RadialKernel.FromDistances(distances, Owner.Settings["gamma"])));
        }
    }
}
