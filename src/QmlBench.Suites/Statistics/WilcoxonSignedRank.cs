using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>Wilcoxon's signed-rank test on paired differences, exact also where there are ties.</summary>
/// <remarks>
/// W⁺ is the sum of the ranks of |d| over positive d, ties by mid-ranks. The exact null distribution is that of flipping the sign
/// of every non-zero difference (2ⁿ patterns, counted by convolution over doubled ranks, which are whole numbers). Tables that
/// assume ranks 1…n are wrong with ties; this is not. Beyond <see cref="ExactLimit"/> non-zero differences the normal
/// approximation with tie correction serves. Two-sided p is min(1, 2·min(p greater, p less)). If every difference is 0, p = 1.
/// Sources: Wilcoxon (1945), Biometrics Bulletin 1; Pratt (1959), JASA 54; Cureton (1967), JASA 62, for the moments with zeros.
/// </remarks>
public sealed record WilcoxonSignedRank
{
    /// <summary>The largest number of non-zero differences for which <see cref="From"/> counts the null distribution out.</summary>
    public const int ExactLimit = 200;

    /// <summary>Number of differences, zeros included.</summary>
    public required int Count { get; init; }

    /// <summary>Number of differences that are not 0.</summary>
    public required int NonZero { get; init; }

    /// <summary>How zeros were treated.</summary>
    public required ZeroRule Zeros { get; init; }

    /// <summary>Rank sum W⁺ of the positive differences (half-integers occur; under ZSplit with its half of the zeros' ranks).</summary>
    public required double WPlus { get; init; }

    /// <summary>Rank sum W⁻ of the negative differences, counted in the same way.</summary>
    public required double WMinus { get; init; }

    /// <summary>True if p is counted out, false if it is the normal approximation.</summary>
    public required bool IsExact { get; init; }

    /// <summary>p against "the differences tend to be greater than 0".</summary>
    public required double PGreater { get; init; }

    /// <summary>p against "the differences tend to be less than 0".</summary>
    public required double PLess { get; init; }

    /// <summary>Two-sided p.</summary>
    public required double PTwoSided { get; init; }

    /// <summary>Runs the test: exact up to <see cref="ExactLimit"/> non-zero differences, else the normal approximation.</summary>
    /// <param name="differences">At least one finite difference per independent pair.</param>
    /// <param name="zeros">Treatment of differences of exactly 0.</param>
    /// <returns>Statistic and p-values.</returns>
    /// <exception cref="ArgumentException">No differences, or one that is not finite.</exception>
    public static WilcoxonSignedRank From(ReadOnlySpan<double> differences, ZeroRule zeros = ZeroRule.Wilcox)
    {
        var ranks = SignedRanks.Of(differences, zeros);
        return ranks.NonZero <= ExactLimit ? Exact(ranks) : Approximate(ranks, continuity: false);
    }

    /// <summary>Runs the test by the normal approximation whatever the number of differences.</summary>
    /// <param name="differences">At least one finite difference per independent pair.</param>
    /// <param name="zeros">Treatment of differences of exactly 0.</param>
    /// <param name="continuity">Whether W⁺ is moved by ½ towards its mean.</param>
    /// <returns>Statistic and p-values; all p are 1 if every difference is 0 and no rank is left.</returns>
    /// <exception cref="ArgumentException">No differences, or one that is not finite.</exception>
    public static WilcoxonSignedRank FromNormal(ReadOnlySpan<double> differences, ZeroRule zeros, bool continuity) =>
        Approximate(SignedRanks.Of(differences, zeros), continuity);

    private static WilcoxonSignedRank Exact(SignedRanks ranks)
    {
        var (greater, less) = ranks.ExactTails();
        return Result(ranks, true, greater, less, Math.Min(1, 2 * Math.Min(greater, less)));
    }

    private static WilcoxonSignedRank Approximate(SignedRanks ranks, bool continuity)
    {
        if (ranks.NormalVariance <= 0) return Result(ranks, false, 1, 1, 1);
        var half = continuity ? 0.5 : 0;
        var away = ranks.WPlus - ranks.NormalMean;
        var deviation = Math.Sqrt(ranks.NormalVariance);
        // scipy's rule: at the mean itself there is no side to correct towards.
        var twoSided = 2 * Normal.CDF(0, 1, -(Math.Abs(away) - (away == 0 ? 0 : half)) / deviation);
        var greater = Normal.CDF(0, 1, -(away - half) / deviation);
        var less = Normal.CDF(0, 1, (away + half) / deviation);
        return Result(ranks, false, greater, less, Math.Min(1, twoSided));
    }

    private static WilcoxonSignedRank Result(SignedRanks ranks, bool exact, double greater, double less, double twoSided) => new()
    {
        Count = ranks.Count,
        NonZero = ranks.NonZero,
        Zeros = ranks.Zeros,
        WPlus = ranks.WPlus,
        WMinus = ranks.WMinus,
        IsExact = exact,
        PGreater = greater,
        PLess = less,
        PTwoSided = twoSided,
    };
}
