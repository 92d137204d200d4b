namespace QmlBench.Suites.Statistics;

/// <summary>Power of the paired t test, stated before a run, and the number of draws a wanted power takes.</summary>
/// <remarks>
/// With δ = (effect/sd)·√n and t* = t(n − 1, 1 − α/2), power = P(T' ≥ t*) + P(T' ≤ −t*) for T' noncentral t(n − 1, δ): exact for normal
/// differences, no approximation. An sd of 0.03 and a target of 0.02 take 20 draws for a power of 0.8 at α = 0.05.
/// Source: Cohen (1988), "Statistical Power Analysis for the Behavioral Sciences", chapter 2; noncentral t after Lenth (1989).
/// For a claim with margin ε the effect is the excess over the margin, true difference − ε.
/// </remarks>
public static class PairedPower
{
    private const int MostPairs = 1_000_000;

    /// <summary>Power of the two-sided test.</summary>
    /// <param name="pairs">Number n ≥ 2 of pairs.</param>
    /// <param name="effect">True mean difference to be detected, in the unit of <paramref name="deviation"/>.</param>
    /// <param name="deviation">Standard deviation of the differences, &gt; 0.</param>
    /// <param name="alpha">Level, strictly between 0 and 1; the claim's own after Holm, or α over the number of claims at worst.</param>
    /// <returns>Probability in [0, 1] that the test rejects; α itself if the effect is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside the range given for it.</exception>
    public static double TwoSided(int pairs, double effect, double deviation, double alpha)
    {
        var (critical, noncentrality) = (Critical(pairs, alpha, 2), Noncentrality(pairs, effect, deviation));
        return UpperTail(critical, pairs - 1, noncentrality) + UpperTail(critical, pairs - 1, -noncentrality);
    }

    /// <summary>Power of the one-sided test against "the difference is greater"; parameters as for <see cref="TwoSided"/>.</summary>
    /// <param name="pairs">Number n ≥ 2 of pairs.</param>
    /// <param name="effect">True mean difference to be detected.</param>
    /// <param name="deviation">Standard deviation of the differences, &gt; 0.</param>
    /// <param name="alpha">Level of the one-sided test, strictly between 0 and 1.</param>
    /// <returns>Probability in [0, 1] that the test rejects.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside the range given for it.</exception>
    public static double Greater(int pairs, double effect, double deviation, double alpha) =>
        UpperTail(Critical(pairs, alpha, 1), pairs - 1, Noncentrality(pairs, effect, deviation));

    /// <summary>The fewest pairs whose two-sided power reaches a wanted one.</summary>
    /// <param name="power">Wanted power, strictly between 0 and 1; 0.8 is usual.</param>
    /// <param name="effect">True mean difference to be detected; not 0.</param>
    /// <param name="deviation">Standard deviation of the differences, &gt; 0.</param>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>The least n ≥ 2, or null if more than a million pairs would be needed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside the range given for it.</exception>
    public static int? FewestPairs(double power, double effect, double deviation, double alpha)
    {
        Check.Level(power, nameof(power));
        if (effect == 0) throw new ArgumentOutOfRangeException(nameof(effect), effect, "No number of pairs detects an effect of 0.");
        var (below, enough) = (1, 2);
        while (TwoSided(enough, effect, deviation, alpha) < power)
        {
            if (enough >= MostPairs) return null;
            (below, enough) = (enough, Math.Min(2 * enough, MostPairs));
        }
        while (enough - below > 1)
        {
            var middle = below + (enough - below) / 2;
            if (TwoSided(middle, effect, deviation, alpha) < power) below = middle;
            else enough = middle;
        }
        return enough;
    }

    // Beyond 38 deviations every tail is 0 or 1 in double precision unless t* is as far out; the series covers both.
    private static double UpperTail(double critical, int degreesOfFreedom, double noncentrality) =>
        1 - NoncentralStudent.Cdf(critical, degreesOfFreedom, noncentrality);

    private static double Critical(int pairs, double alpha, int sides)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        return StudentQuantile.Upper(Check.Level(alpha, nameof(alpha)) / sides, pairs - 1);
    }

    private static double Noncentrality(int pairs, double effect, double deviation)
    {
        if (!double.IsFinite(effect)) throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect must be a finite number.");
        if (!(deviation > 0 && double.IsFinite(deviation)))
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A deviation must be positive and finite.");
        return effect / deviation * Math.Sqrt(pairs);
    }
}
