using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>Quantiles of Student's t distribution, accurate in the tails.</summary>
/// <remarks>
/// MathNet inverts the distribution function by bracketing to about 1e-8; Newton steps on the lower tail probability, which is
/// small and therefore precise, bring the result to a few units in the last place.
/// </remarks>
internal static class StudentQuantile
{
    private const int NewtonSteps = 4;

    /// <summary>The t with P(T ≥ t) = <paramref name="tail"/>, for a tail of at most one half.</summary>
    public static double Upper(double tail, int degreesOfFreedom)
    {
        if (tail >= 0.5) return 0;
        var t = StudentT.InvCDF(0, 1, degreesOfFreedom, tail);
        for (var step = 0; step < NewtonSteps; step++)
            t -= (StudentT.CDF(0, 1, degreesOfFreedom, t) - tail) / StudentT.PDF(0, 1, degreesOfFreedom, t);
        return -t;
    }
}
