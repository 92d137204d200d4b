using System.Collections.Immutable;
using QmlBench.Numerics;

namespace QmlBench.Learning.Baselines;

/// <summary>A solved support vector problem reduced to its support: decision(x) = Σ coefficient·K(x, support vector) + intercept.</summary>
/// <param name="Support">Index of each support vector among the training samples, ascending.</param>
/// <param name="Coefficients">Signed dual coefficient of each.</param>
/// <param name="Intercept">Added to the weighted kernel values.</param>
public sealed record KernelMachine(ImmutableArray<int> Support, ImmutableArray<double> Coefficients, double Intercept)
{
    /// <summary>Keeps the samples of a solution whose coefficient is not 0.</summary>
    public static KernelMachine Of(SupportVectorSolution solution) =>
        new(solution.Support, [.. solution.Support.Select(i => solution.Coefficients[i])], solution.Intercept);

    /// <summary>Decision values from kernel rows against the support vectors.</summary>
    /// <param name="kernel">One row a sample, one column a support vector, row-major.</param>
    public double[] Decide(ReadOnlySpan<double> kernel) => Combine(kernel, Coefficients.AsSpan(), Intercept);

    /// <summary>
    /// Decision values from kernel rows against all training samples: the support is picked out first, so the bits are the same.
    /// </summary>
    /// <param name="kernel">One row a sample, one column a training sample, row-major.</param>
    /// <param name="trainingSamples">Number of columns.</param>
    public double[] DecideFromAll(ReadOnlySpan<double> kernel, int trainingSamples)
    {
        var rows = kernel.Length / trainingSamples;
        var picked = new double[rows * Support.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < Support.Length; k++)
                picked[(row * Support.Length) + k] = kernel[(row * trainingSamples) + Support[k]];
        }

        return Decide(picked);
    }

    /// <summary>Standard errors of decision values from variances of independent kernel entries.</summary>
    /// <param name="variances">One row a sample, one column a support vector, row-major.</param>
    public double[] StandardErrors(ReadOnlySpan<double> variances)
    {
        double[] squares = [.. Coefficients.Select(coefficient => coefficient * coefficient)];
        return Array.ConvertAll(Combine(variances, squares, 0), Math.Sqrt);
    }

    private static double[] Combine(ReadOnlySpan<double> rows, ReadOnlySpan<double> weights, double offset)
    {
        var result = new double[weights.IsEmpty ? 0 : rows.Length / weights.Length];
        for (var row = 0; row < result.Length; row++)
            result[row] = LaneSum.Dot(rows.Slice(row * weights.Length, weights.Length), weights) + offset;
        return result;
    }
}
