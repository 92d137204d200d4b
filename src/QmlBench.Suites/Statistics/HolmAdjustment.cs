using System.Collections.Immutable;

namespace QmlBench.Suites.Statistics;

/// <summary>Holm's step-down adjustment over the claims of a suite: adjusted p, and the level each claim is judged at.</summary>
/// <remarks>
/// Claims in order of p/α, α being the claim's level before adjustment (usually the same for all): the i-th of m is judged at
/// α/(m − i + 1) as long as all before it were rejected; from the first that is not on, everyone keeps the divisor at which the
/// ladder stopped. Adjusted p₍ᵢ₎ = min(1, α₍ᵢ₎·max over j ≤ i of (m − j + 1)·p₍ⱼ₎/α₍ⱼ₎). Equal p/α share the smallest level among them, so
/// the result does not depend on the order of the claims. A claim is rejected exactly if p ≤ its level. A claim without p counts
/// in m and is never rejected. The probability of any false rejection is at most the largest α, whatever the dependence.
/// Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scand. J. Statistics 6.
/// </remarks>
public sealed record HolmAdjustment
{
    private HolmAdjustment(double[] adjusted, double[] levels, bool[] rejected)
    {
        AdjustedP = [.. adjusted];
        Levels = [.. levels];
        Rejected = [.. rejected];
    }

    /// <summary>
    /// Adjusted p per claim, in the order given; 1 for a claim without p. To be read against the claim's α before adjustment.
    /// </summary>
    public ImmutableArray<double> AdjustedP { get; }

    /// <summary>The level each claim is judged at, in the order given; between α/m and α.</summary>
    public ImmutableArray<double> Levels { get; }

    /// <summary>Whether the claim's null hypothesis is rejected, per claim, in the order given.</summary>
    public ImmutableArray<bool> Rejected { get; }

    /// <summary>Adjusts the p-values of a family whose members share one level.</summary>
    /// <param name="p">
    /// One p in [0, 1] per claim; null for a claim that has none (interim, invalid, not evaluated). At least one claim.
    /// </param>
    /// <param name="alpha">Level of the family, strictly between 0 and 1.</param>
    /// <returns>Adjusted p and levels in the order given.</returns>
    /// <exception cref="ArgumentException">No claims at all, or a p outside [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public static HolmAdjustment Over(IReadOnlyList<double?> p, double alpha)
    {
        ArgumentNullException.ThrowIfNull(p);
        return Over(p, [.. Enumerable.Repeat(alpha, p.Count)]);
    }

    /// <summary>Adjusts the p-values of a family.</summary>
    /// <param name="p">
    /// One p in [0, 1] per claim; null for a claim that has none (interim, invalid, not evaluated). At least one claim.
    /// </param>
    /// <param name="alphas">The level of each claim before adjustment, strictly between 0 and 1; as many as claims.</param>
    /// <returns>Adjusted p and levels in the order given.</returns>
    /// <exception cref="ArgumentException">No claims at all, not as many levels as claims, or a p outside [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is not strictly between 0 and 1.</exception>
    public static HolmAdjustment Over(IReadOnlyList<double?> p, ImmutableArray<double> alphas)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (p.Count == 0) throw new ArgumentException("A family needs at least one claim.", nameof(p));
        if (alphas.Length != p.Count)
            throw new ArgumentException($"Every claim needs its level, but {p.Count} claims have {alphas.Length} levels.", nameof(alphas));
        for (var i = 0; i < p.Count; i++)
        {
            Check.Level(alphas[i], nameof(alphas));
            if (p[i] is { } value && !(value >= 0 && value <= 1))
                throw new ArgumentException($"A p-value lies between 0 and 1, but number {i} is {value}.", nameof(p));
        }
        return StepDown(p, alphas);
    }

    private static HolmAdjustment StepDown(IReadOnlyList<double?> p, ImmutableArray<double> alphas)
    {
        var m = p.Count;
        // A claim without p sorts behind every other, whatever its level.
        double[] ratio = [.. Enumerable.Range(0, m).Select(i => p[i] / alphas[i] ?? double.PositiveInfinity)];
        int[] order = [.. Enumerable.Range(0, m).OrderBy(i => ratio[i])];
        var (adjusted, levels, rejected) = (new double[m], new double[m], new bool[m]);
        var (running, divisor, open) = (0.0, m, true);
        for (var rank = 0; rank < m; rank++)
        {
            var claim = order[rank];
            if (open && (rank == 0 || ratio[claim] != ratio[order[rank - 1]])) divisor = m - rank;
            running = Math.Max(running, (m - rank) * ratio[claim]);
            levels[claim] = alphas[claim] / divisor;
            open = open && p[claim] <= levels[claim];
            (adjusted[claim], rejected[claim]) = (Math.Min(1, running * alphas[claim]), open);
        }
        return new HolmAdjustment(adjusted, levels, rejected);
    }
}
