namespace QmlBench.Suites.Statistics;

/// <summary>Mean and standard deviation of a sample, by the two-pass formulae, summed in index order.</summary>
/// <param name="Count">Number n of values.</param>
/// <param name="Mean">x̄ = Σxᵢ/n.</param>
/// <param name="StandardDeviation">s = √(Σ(xᵢ − x̄)²/(n − 1)); 0 for a single value.</param>
public readonly record struct SampleMoments(int Count, double Mean, double StandardDeviation)
{
    /// <summary>Computes the moments of a sample.</summary>
    /// <param name="values">At least one finite value.</param>
    /// <returns>Count, mean and standard deviation with n − 1 in the denominator.</returns>
    /// <remarks>
    /// Equal values give exactly that value and a deviation of exactly 0: the mean is corrected by the mean residual, so the
    /// rounding of Σxᵢ/n cannot fake a spread that is not there.
    /// </remarks>
    /// <exception cref="ArgumentException">The sample is empty or holds a value that is not finite.</exception>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        Check.Sample(values, 1, nameof(values));
        var origin = values[0];
        var shift = 0.0;
        foreach (var value in values) shift += value - origin;
        var mean = origin + shift / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return new SampleMoments(values.Length, mean, values.Length == 1 ? 0 : Math.Sqrt(squares / (values.Length - 1)));
    }
}
