namespace QmlBench.Mitigation.Readout;

/// <summary>The probability distribution nearest to a vector in the Euclidean sense.</summary>
/// <remarks>
/// Sort, find the threshold τ with Σ max(v − τ, 0) = 1 (Smolin, Gambetta, Smith 2012 in the form for any sum of the input).
/// </remarks>
public static class SimplexProjection
{
    /// <summary>Replaces a vector by the nearest distribution.</summary>
    /// <param name="values">At least one finite number.</param>
    public static void Apply(Span<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        var (sum, threshold) = (0.0, 0.0);
        for (var count = 1; count <= sorted.Length; count++)
        {
            sum += sorted[count - 1];
            var candidate = (sum - 1) / count;
            if (sorted[count - 1] > candidate)
            {
                threshold = candidate;
            }
        }

        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Math.Max(values[index] - threshold, 0);
        }
    }
}
