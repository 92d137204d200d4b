namespace QmlBench.Suites.Statistics;

/// <summary>The paired t test over independent differences, one per data draw: what a verdict on generated data rests on.</summary>
/// <remarks>
/// d̄ ± t(n−1, 1 − α/2)·s/√n. Valid for independent draws; the difference inside a draw is already averaged over train seeds and
/// splits (<see cref="PairedDifferences"/>). For re-splits of one fixed data set use <see cref="NadeauBengioInterval"/>:
/// there the differences share rows and this interval is too short.
/// </remarks>
public sealed record PairedTInterval
{
    private PairedTInterval(SampleMoments moments, double alpha)
    {
        Count = moments.Count;
        StandardDeviation = moments.StandardDeviation;
        Estimate = new StudentEstimate(moments.Mean, moments.StandardDeviation / Math.Sqrt(moments.Count), moments.Count - 1);
        Interval = Estimate.Interval(alpha);
    }

    /// <summary>Number n of pairs.</summary>
    public int Count { get; }

    /// <summary>Standard deviation s of the differences, with n − 1.</summary>
    public double StandardDeviation { get; }

    /// <summary>
    /// Mean difference, its standard error s/√n and n − 1 degrees of freedom; gives p at any hypothesis and any other interval.
    /// </summary>
    public StudentEstimate Estimate { get; }

    /// <summary>The 1 − α interval of the mean difference.</summary>
    public ConfidenceInterval Interval { get; }

    /// <summary>Mean difference d̄.</summary>
    public double Mean => Estimate.Mean;

    /// <summary>Degrees of freedom n − 1.</summary>
    public int DegreesOfFreedom => Estimate.DegreesOfFreedom;

    /// <summary>Two-sided p of "the mean difference is 0".</summary>
    public double P => Estimate.PTwoSided();

    /// <summary>Runs the test.</summary>
    /// <param name="differences">At least two finite differences, one per independent pair.</param>
    /// <param name="alpha">Level of the interval, strictly between 0 and 1.</param>
    /// <returns>Mean, deviation, interval and p.</returns>
    /// <exception cref="ArgumentException">Fewer than two differences, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public static PairedTInterval From(ReadOnlySpan<double> differences, double alpha)
    {
        Check.Sample(differences, 2, nameof(differences));
        return new PairedTInterval(SampleMoments.Of(differences), alpha);
    }
}
