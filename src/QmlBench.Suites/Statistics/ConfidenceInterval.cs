namespace QmlBench.Suites.Statistics;

/// <summary>A two-sided interval and the level it was made at.</summary>
/// <remarks>
/// Covers the true value with probability 1 − <see cref="Alpha"/> under the assumptions of the method that made it.
/// Both ends belong to the interval. The unit is that of the differences it was made from.
/// </remarks>
public readonly record struct ConfidenceInterval
{
    /// <summary>Creates an interval.</summary>
    /// <param name="lower">Lower end L; at most <paramref name="upper"/>.</param>
    /// <param name="upper">Upper end U.</param>
    /// <param name="alpha">Probability of missing the true value, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">An end is NaN, or the lower end lies above the upper one.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public ConfidenceInterval(double lower, double upper, double alpha)
    {
        if (!(lower <= upper))
            throw new ArgumentException($"An interval needs lower ≤ upper, both numbers, but got [{lower}, {upper}].", nameof(lower));
        Lower = lower;
        Upper = upper;
        Alpha = Check.Level(alpha, nameof(alpha));
    }

    /// <summary>Lower end L.</summary>
    public double Lower { get; }

    /// <summary>Upper end U.</summary>
    public double Upper { get; }

    /// <summary>Probability α of missing the true value; the interval is called the 1 − α interval.</summary>
    public double Alpha { get; }

    /// <summary>Whether a value lies in the interval, ends included.</summary>
    /// <param name="value">The value asked about.</param>
    /// <returns>True if L ≤ value ≤ U.</returns>
    public bool Contains(double value) => Lower <= value && value <= Upper;
}
