using QmlBench.Numerics;

namespace QmlBench.Suites.Statistics;

/// <summary>Mean and standard deviation of a sample, by the corrected two-pass formulae, summed by <see cref="LaneSum"/>.</summary>
/// <param name="Count">Number n of values.</param>
/// <param name="Mean">x̄ = Σxᵢ/n.</param>
/// <param name="StandardDeviation">s = √(Σ(xᵢ − x̄)²/(n − 1)); 0 for a single value.</param>
public readonly record struct SampleMoments(int Count, double Mean, double StandardDeviation)
{
    /// <summary>Computes the moments of a sample.</summary>
    /// <param name="values">At least one finite value.</param>
    /// <returns>Count, mean and standard deviation with n − 1 in the denominator.</returns>
    /// <remarks>
    /// The mean is corrected by the mean residual, so that the rounding of Σxᵢ/n does not fake a spread that is not there:
    /// equal values give exactly that value and a deviation of exactly 0.
    /// </remarks>
    /// <exception cref="ArgumentException">The sample is empty or holds a value that is not finite.</exception>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        Check.Sample(values, 1, nameof(values));
        var first = LaneSum.Sum(values) / values.Length;
        var mean = first + LaneSum.Sum(Deviations(values, first)) / values.Length;
        var squares = LaneSum.SumOfSquares(Deviations(values, mean));
        return new SampleMoments(values.Length, mean, values.Length == 1 ? 0 : Math.Sqrt(squares / (values.Length - 1)));
    }

    private static double[] Deviations(ReadOnlySpan<double> values, double centre)
    {
        var deviations = new double[values.Length];
        for (var i = 0; i < deviations.Length; i++) deviations[i] = values[i] - centre;
        return deviations;
    }
}
