using QmlBench.Learning.Models;

namespace QmlBench.Learning.Baselines;

/// <summary>Solves a support vector problem and insists that it was solved.</summary>
internal static class KernelTraining
{
    public static SupportVectorSolution Solve(
        ReadOnlySpan<double> kernel, ReadOnlySpan<double> signs, double c, string model, CancellationToken cancel)
    {
        var solution = SupportVectorSolver.Solve(kernel, signs, new(c), cancel);
        return solution.Converged
            ? solution
            : throw new TrainingFailedException(
                $"{model} did not converge in {solution.Iterations} steps at C = {c}; scale the features or lower C.");
    }
}
