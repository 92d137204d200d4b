using QmlBench.Emulation.Waist;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.FeatureMaps;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Learning.QuantumModels;

/// <summary>Scaled reference samples with the way to take the kernel against them.</summary>
/// <param name="Model">Name of the model, for messages.</param>
/// <param name="Map">The feature map.</param>
/// <param name="Scaler">Fitted to the training samples.</param>
/// <param name="Angles">The reference samples as angles: all training samples, or the support vectors.</param>
/// <param name="Values">The kernel of the training samples among themselves.</param>
internal sealed record FidelityKernelTable(
    string Model, IFeatureMap Map, IFittedTransform Scaler, FeatureMatrix Angles, KernelValues Values)
{
    /// <summary>
    /// The training kernel as the solver takes it. An executor with noise gives an asymmetric one; the solver's problem has a
    /// symmetric one, so the mean of both triangles is taken. A symmetric kernel keeps its bits.
    /// </summary>
    public double[] Kernel { get; } = Symmetric(Values);

    /// <summary>The table of the support vectors alone.</summary>
    public FidelityKernelTable Keep(KernelMachine machine) => this with { Angles = Angles.Select(machine.Support.AsSpan()) };

    /// <summary>The kernel between samples and the reference samples.</summary>
    public KernelValues Against(FeatureMatrix samples, EvaluationContext context) =>
        Ask(Model, Map, Scaler.Apply(samples), Angles, context);

    /// <summary>The compiled feature map with the angles of a sample.</summary>
    public CompiledRow Compiled(FeatureMatrix sample, EvaluationContext context)
    {
        var angles = Scaler.Apply(sample);
        var program = Compile(Map, angles.Columns, context);
        return new(program, Rows(program, angles));
    }

    /// <summary>Asks an executor for the kernel between two tables of angles.</summary>
    /// <exception cref="ExecutionRefusedException">The executor offers no fidelity kernel.</exception>
    public static KernelValues Ask(string model, IFeatureMap map, FeatureMatrix x, FeatureMatrix y, EvaluationContext context)
    {
        var program = Compile(map, x.Columns, context);
        var kernel = program.Find<IFidelityKernel>() ?? throw new ExecutionRefusedException(
            $"'{context.Programs.Executor.Identity.Name}' offers no fidelity kernel, which {model} is made of; " +
            "evaluate this model without that technique, or a model of expectation values with it.");
        return kernel.Kernel(Rows(program, x), Rows(program, y), context.Budget, context.Streams, context.Cancel);
    }

    private static IProgram Compile(IFeatureMap map, int features, EvaluationContext context) =>
        context.Programs.Compile(map.Build(features), null, Asked.Kernel, context.Budget, context.Cancel);

    private static RowTable Rows(IProgram program, FeatureMatrix angles) => new(program.Columns, angles.Memory, angles.Rows);

    private static double[] Symmetric(KernelValues values)
    {
        var n = values.Rows;
        var kernel = values.Values.ToArray();
        if (values.Columns != n)
            throw new InvalidOperationException($"Bug in QmlBench: a training kernel of {n} × {values.Columns}.");
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                kernel[(i * n) + j] = kernel[(j * n) + i] = (kernel[(i * n) + j] + kernel[(j * n) + i]) / 2;
        }

        return kernel;
    }
}
