using System.Collections.Immutable;

namespace QmlBench.Numerics.Algebra;

/// <summary>What a least-squares fit found.</summary>
/// <param name="Coefficients">c, one per column of the design.</param>
/// <param name="UnscaledCovariance">(AᵀWA)⁻¹: the covariance of c where the weights are inverse variances; for relative weights
/// multiply it by <see cref="ReducedChiSquare"/>.</param>
/// <param name="ResidualSumOfSquares">Σ wᵢ rᵢ², the residuals weighted.</param>
/// <param name="DegreesOfFreedom">Observations of positive weight less coefficients; 0 for an interpolation.</param>
public sealed record LeastSquaresFit(
    ImmutableArray<double> Coefficients, double[,] UnscaledCovariance, double ResidualSumOfSquares, int DegreesOfFreedom)
{
    /// <summary>Σ wᵢ rᵢ² per degree of freedom: estimates the variance of an observation of weight 1; NaN for an interpolation.</summary>
    public double ReducedChiSquare => DegreesOfFreedom > 0 ? ResidualSumOfSquares / DegreesOfFreedom : double.NaN;
}
