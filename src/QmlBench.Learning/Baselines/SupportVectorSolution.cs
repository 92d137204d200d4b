using System.Collections.Immutable;

namespace QmlBench.Learning.Baselines;

/// <summary>The solved dual problem: decision(x) = Σᵢ coefficientᵢ·K(xᵢ, x) + intercept.</summary>
/// <param name="Coefficients">Sign times dual variable of each training sample, in their order; 0 where it is no support vector.</param>
/// <param name="Intercept">Added to the weighted kernel values.</param>
/// <param name="Objective">½ aᵀKa − Σ|a| with a the coefficients: the dual objective that is minimised.</param>
/// <param name="Iterations">Pairs of variables changed.</param>
/// <param name="Converged">False if the bound on iterations stopped the solver.</param>
public sealed record SupportVectorSolution(
    ImmutableArray<double> Coefficients, double Intercept, double Objective, int Iterations, bool Converged)
{
    /// <summary>Indices of the training samples with a coefficient other than 0, ascending.</summary>
    public ImmutableArray<int> Support { get; } =
        [.. Enumerable.Range(0, Coefficients.Length).Where(i => Coefficients[i] != 0)];
}
