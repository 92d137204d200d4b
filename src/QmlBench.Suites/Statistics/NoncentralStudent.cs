using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using QmlBench.Numerics;

namespace QmlBench.Suites.Statistics;

/// <summary>Distribution function of the noncentral t distribution.</summary>
/// <remarks>
/// For t ≥ 0: F(t; ν, δ) = Φ(−δ) + ½ Σₖ≥₁ sₖ·g(λ; (k+1)/2)·I_x(k/2, ν/2), with λ = δ²/2, x = t²/(ν + t²), g the gamma density with the
/// given shape and rate 1, I the regularised incomplete beta function, sₖ = 1 for odd k and sign δ for even k. For t &lt; 0:
/// F(t; δ) = 1 − F(−t; −δ). Source: Lenth (1989), Algorithm AS 243, Applied Statistics 38, whose weights are written here as gamma
/// densities, so that they neither overflow nor underflow for large δ.
/// </remarks>
internal static class NoncentralStudent
{
    /// <summary>P(T ≤ t) with ν degrees of freedom and noncentrality δ.</summary>
    public static double Cdf(double t, int degreesOfFreedom, double noncentrality)
    {
        if (t < 0) return 1 - Cdf(-t, degreesOfFreedom, -noncentrality);
        if (noncentrality == 0) return StudentT.CDF(0, 1, degreesOfFreedom, t);
        return Math.Clamp(Normal.CDF(0, 1, -noncentrality) + 0.5 * Series(t, degreesOfFreedom, noncentrality), 0, 1);
    }

    private static double Series(double t, int degreesOfFreedom, double noncentrality)
    {
        var lambda = noncentrality * noncentrality / 2;
        var x = t * t / (degreesOfFreedom + t * t);
        // The weights peak at shape λ + 1 with a width of √λ; 40 widths and 60 terms beyond leave nothing above 1e-16.
        var last = (int)Math.Ceiling(2 * (lambda + 40 * Math.Sqrt(lambda) + 60));
        var first = Math.Max(1, (int)Math.Floor(2 * (lambda - 40 * Math.Sqrt(lambda))));
        var sum = 0.0;
        for (var k = last; k >= first; k--)
        {
            var sign = k % 2 == 0 ? Math.Sign(noncentrality) : 1;
            var weight = Elementary.Exp(Gamma.PDFLn((k + 1) / 2.0, 1, lambda));
            sum += sign * weight * SpecialFunctions.BetaRegularized(k / 2.0, degreesOfFreedom / 2.0, x);
        }
        return sum;
    }
}
