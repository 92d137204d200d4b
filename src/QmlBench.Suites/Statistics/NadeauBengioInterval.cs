namespace QmlBench.Suites.Statistics;

/// <summary>The corrected resampled t test: the only interval shown for re-splits of one fixed data set.</summary>
/// <remarks>
/// t = d̄/√((1/J + n_test/n_train)·s²) with J − 1 degrees of freedom. Train sets of different splits overlap, so s²/J is too small
/// a variance; the second term makes up for it. At 60/240 rows and J = 30 the plain t overstates by a factor of 2.9.
/// Source: Nadeau and Bengio (2003), "Inference for the generalization error", Machine Learning 52.
/// </remarks>
public sealed record NadeauBengioInterval
{
    private NadeauBengioInterval(SampleMoments moments, double testOverTrain, double alpha)
    {
        Count = moments.Count;
        StandardDeviation = moments.StandardDeviation;
        TestOverTrain = testOverTrain;
        var error = moments.StandardDeviation * Math.Sqrt(1.0 / moments.Count + testOverTrain);
        Estimate = new StudentEstimate(moments.Mean, error, moments.Count - 1);
        Interval = Estimate.Interval(alpha);
    }

    /// <summary>Number J of splits.</summary>
    public int Count { get; }

    /// <summary>Standard deviation s of the differences, with J − 1.</summary>
    public double StandardDeviation { get; }

    /// <summary>Rows of the test part over rows of the training part, n_test/n_train.</summary>
    public double TestOverTrain { get; }

    /// <summary>Mean difference, its corrected standard error and J − 1 degrees of freedom.</summary>
    public StudentEstimate Estimate { get; }

    /// <summary>The 1 − α interval of the mean difference.</summary>
    public ConfidenceInterval Interval { get; }

    /// <summary>Mean difference d̄.</summary>
    public double Mean => Estimate.Mean;

    /// <summary>Degrees of freedom J − 1.</summary>
    public int DegreesOfFreedom => Estimate.DegreesOfFreedom;

    /// <summary>Two-sided p of "the mean difference is 0".</summary>
    public double P => Estimate.PTwoSided();

    /// <summary>Runs the test.</summary>
    /// <param name="differences">At least two finite differences, one per split of the same data set.</param>
    /// <param name="testRows">Rows n_test of each test part, ≥ 1.</param>
    /// <param name="trainRows">Rows n_train of each training part, ≥ 1.</param>
    /// <param name="alpha">Level of the interval, strictly between 0 and 1.</param>
    /// <returns>Mean, deviation, interval and p.</returns>
    /// <exception cref="ArgumentException">Fewer than two differences, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row count below 1, or an α outside (0, 1).</exception>
    public static NadeauBengioInterval From(ReadOnlySpan<double> differences, int testRows, int trainRows, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(testRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(trainRows, 1);
        return From(differences, (double)testRows / trainRows, alpha);
    }

    /// <summary>Runs the test with the ratio of test to training rows given directly; 1/(k − 1) for k-fold cross-validation.</summary>
    /// <param name="differences">At least two finite differences, one per split of the same data set.</param>
    /// <param name="testOverTrain">n_test/n_train, &gt; 0 and finite.</param>
    /// <param name="alpha">Level of the interval, strictly between 0 and 1.</param>
    /// <returns>Mean, deviation, interval and p.</returns>
    /// <exception cref="ArgumentException">Fewer than two differences, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ratio that is not positive and finite, or an α outside (0, 1).</exception>
    public static NadeauBengioInterval From(ReadOnlySpan<double> differences, double testOverTrain, double alpha)
    {
        Check.Sample(differences, 2, nameof(differences));
        if (!(testOverTrain > 0 && double.IsFinite(testOverTrain)))
            throw new ArgumentOutOfRangeException(nameof(testOverTrain), testOverTrain, "The ratio of rows must be positive and finite.");
        return new NadeauBengioInterval(SampleMoments.Of(differences), testOverTrain, alpha);
    }
}
