using QmlBench.Emulation.Waist;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.QuantumModels;

/// <summary>A fitted fidelity kernel classifier: support vectors as angles, and their coefficients.</summary>
internal sealed record FidelityKernelFit(
    IModel Model, FidelityKernelTable Support, KernelMachine Machine, int Steps, KernelValues Trained) : IFittedModel
{
    public TrainingRecord Training => new(
        Steps,
        true,
        [],
        TrainingRecord.Table(
            ("coefficients", Machine.Coefficients),
            ("intercept", [Machine.Intercept]),
            ("support", [.. Machine.Support.Select(i => (double)i)])),
        Trained.Spent,
        Trained.Notices);

    public Decisions Decide(FeatureMatrix samples, EvaluationContext context)
    {
        var kernel = Support.Against(samples, context);
        var errors = kernel.Variances.IsEmpty ? [] : Machine.StandardErrors(kernel.Variances.Span);
        return new(Machine.Decide(kernel.Values.Span), errors, ReadOnlyMemory<double>.Empty, kernel.Spent, kernel.Method, kernel.Notices);
    }

    public CompiledRow? Compiled(FeatureMatrix sample, EvaluationContext context) => Support.Compiled(sample, context);
}
