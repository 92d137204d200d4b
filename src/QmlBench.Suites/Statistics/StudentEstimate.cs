using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>An estimate whose error follows Student's t: what the paired t test and the corrected resampled t test share.</summary>
/// <param name="Mean">The estimate, in the unit of the data.</param>
/// <param name="StandardError">Its standard error, ≥ 0, in the same unit.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the t distribution, ≥ 1.</param>
/// <remarks>
/// A standard error of 0 (all differences equal) is taken literally: the interval is the point, p is 1 at the mean and 0 elsewhere.
/// Reference: Student (1908), "The probable error of a mean", Biometrika 6.
/// </remarks>
public sealed record StudentEstimate(double Mean, double StandardError, int DegreesOfFreedom)
{
    /// <summary>The statistic t = (mean − <paramref name="hypothesis"/>)/standard error.</summary>
    /// <param name="hypothesis">Value of the mean under the null hypothesis.</param>
    /// <returns>t; 0 where numerator and standard error are both 0, ±∞ where only the standard error is.</returns>
    public double Statistic(double hypothesis) => Mean == hypothesis ? 0 : (Mean - hypothesis) / StandardError;

    /// <summary>p of the one-sided test against the alternative "the true mean is greater".</summary>
    /// <param name="hypothesis">Value of the mean under the null hypothesis.</param>
    /// <returns>P(T ≥ t).</returns>
    public double PGreater(double hypothesis = 0) => LowerTail(-Statistic(hypothesis));

    /// <summary>p of the one-sided test against the alternative "the true mean is less".</summary>
    /// <param name="hypothesis">Value of the mean under the null hypothesis.</param>
    /// <returns>P(T ≤ t).</returns>
    public double PLess(double hypothesis = 0) => LowerTail(Statistic(hypothesis));

    /// <summary>p of the two-sided test.</summary>
    /// <param name="hypothesis">Value of the mean under the null hypothesis.</param>
    /// <returns>2·P(T ≤ −|t|), at most 1.</returns>
    public double PTwoSided(double hypothesis = 0) => Math.Min(1, 2 * LowerTail(-Math.Abs(Statistic(hypothesis))));

    /// <summary>p of the two one-sided tests (TOST) for "the true mean lies within ±margin".</summary>
    /// <param name="margin">Half-width ε ≥ 0 of the range that counts as no difference.</param>
    /// <returns>The larger of P at −ε against "greater" and P at +ε against "less".</returns>
    /// <remarks>
    /// Schuirmann (1987), J. Pharmacokinetics and Biopharmaceutics 15. Equivalence at level α is the 1 − 2α interval within ±ε.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or NaN.</exception>
    public double PEquivalent(double margin) => margin >= 0
        ? Math.Max(PGreater(-margin), PLess(margin))
        : throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is a width: it must be 0 or more.");

    /// <summary>The two-sided interval mean ± t(1 − α/2)·standard error.</summary>
    /// <param name="alpha">Probability of missing the true mean, strictly between 0 and 1.</param>
    /// <returns>The 1 − α interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public ConfidenceInterval Interval(double alpha)
    {
        var half = StudentQuantile.Upper(Check.Level(alpha, nameof(alpha)) / 2, DegreesOfFreedom) * StandardError;
        return new ConfidenceInterval(Mean - half, Mean + half, alpha);
    }

    private double LowerTail(double t) => double.IsInfinity(t) ? (t < 0 ? 0 : 1) : StudentT.CDF(0, 1, DegreesOfFreedom, t);
}
