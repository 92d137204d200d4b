using System.Globalization;

namespace QmlBench.Suites.Statistics;

/// <summary>The smallest two-sided p that a test can give at all: a test that cannot reach α is no test.</summary>
/// <remarks>
/// With n pairs a test that assumes only symmetry sees 2ⁿ sign patterns, so p ≥ 2/2ⁿ however large the effect: five pairs stop at
/// 0.0625. A t interval would go lower, but only by trusting a normal tail that n pairs cannot show. Claims are therefore held
/// to this bound as well, at the strictest level Holm can give them (α over the number of claims), which is known before the run.
/// </remarks>
public static class SmallestReachableP
{
    /// <summary>Smallest two-sided p of a signed-rank, sign or sign-flip test on <paramref name="pairs"/> pairs.</summary>
    /// <param name="pairs">Number n ≥ 0 of pairs with a non-zero difference.</param>
    /// <returns>min(1, 2^(1 − n)).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of pairs.</exception>
    public static double SignedRank(int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        return pairs == 0 ? 1 : Math.ScaleB(1, 1 - pairs);
    }

    /// <summary>
    /// Smallest two-sided p of the exact McNemar test on <paramref name="discordant"/> discordant samples; the same 2^(1 − n).
    /// </summary>
    /// <param name="discordant">Number of samples that exactly one model classified correctly, ≥ 0.</param>
    /// <returns>min(1, 2^(1 − n)).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of samples.</exception>
    public static double McNemar(int discordant) => SignedRank(discordant);

    /// <summary>The fewest pairs whose smallest p is at most α.</summary>
    /// <param name="alpha">Level to be reached, strictly between 0 and 1.</param>
    /// <returns>The least n with 2^(1 − n) ≤ α: 6 at 0.05, 9 at 0.05/12.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public static int FewestPairs(double alpha)
    {
        Check.Level(alpha, nameof(alpha));
        var pairs = 2;
        while (SignedRank(pairs) > alpha) pairs++;
        return pairs;
    }

    /// <summary>Why a claim over data draws cannot be decided at its level, or null if it can.</summary>
    /// <param name="declaredPairs">Number of pairs the claim declares, ≥ 0.</param>
    /// <param name="alpha">α of the claim before Holm, strictly between 0 and 1.</param>
    /// <param name="claims">Number of claims the suite states, ≥ 1; all of them, evaluated or not.</param>
    /// <returns>One sentence with rule, numbers and remedy, fit for the reasons of an invalid verdict; null if α is within reach.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of pairs or claims, or an α, outside its range.</exception>
    public static string? Objection(int declaredPairs, double alpha, int claims)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(claims, 1);
        var strictest = Check.Level(alpha, nameof(alpha)) / claims;
        var least = SignedRank(declaredPairs);
        if (least <= strictest) return null;
        var (p, level) = (least.ToString("g4", CultureInfo.InvariantCulture), strictest.ToString("g4", CultureInfo.InvariantCulture));
        return $"{declaredPairs} pairs cannot reach α: the smallest two-sided p is {p}, the level after Holm over {claims} claim(s) "
            + $"may be {level}; declare at least {FewestPairs(strictest)} pairs";
    }
}
