using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>Quantiles of Student's t distribution, accurate in the tails.</summary>
/// <remarks>
/// Newton's method on the lower tail probability, started at 0. There the distribution function is convex, so every step stays
/// short of the root and the first one that does not advance ends the search: no bracket to fail, as MathNet's inverse does
/// beyond t ≈ 800.
/// </remarks>
internal static class StudentQuantile
{
    private const int MostSteps = 2000;   // some 30 where the tail is a power law, t²/2 where it is normal

    /// <summary>The t with P(T ≥ t) = <paramref name="tail"/>, for a tail of at most one half.</summary>
    public static double Upper(double tail, int degreesOfFreedom)
    {
        if (tail >= 0.5) return 0;
        var t = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var next = t - (StudentT.CDF(0, 1, degreesOfFreedom, t) - tail) / StudentT.PDF(0, 1, degreesOfFreedom, t);
            if (!(next < t)) return -t;
            t = next;
        }
        throw new InvalidOperationException($"Bug in QmlBench: the t quantile at tail {tail}, {degreesOfFreedom} degrees, did not settle.");
    }
}
