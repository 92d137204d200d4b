using System.Collections.Immutable;

namespace QmlBench.Suites.Statistics;

/// <summary>Holm's step-down adjustment over the claims of a suite: adjusted p, and the level each claim is judged at.</summary>
/// <remarks>
/// With p₍₁₎ ≤ … ≤ p₍ₘ₎: adjusted p₍ᵢ₎ = min(1, max over j ≤ i of (m − j + 1)·p₍ⱼ₎); p₍ᵢ₎ is judged at α/(m − i + 1) as long as all
/// before it were rejected; from the first that is not rejected on, everyone keeps the level at which the ladder stopped.
/// Equal p share the smallest level among them, so the result does not depend on the order of the claims. Thus a claim is
/// rejected exactly if p ≤ its level, which is the same as its adjusted p ≤ α. A claim without p counts in m and is never rejected.
/// Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scand. J. Statistics 6.
/// </remarks>
public sealed record HolmAdjustment
{
    private HolmAdjustment(double alpha, ImmutableArray<double> adjusted, ImmutableArray<double> levels, ImmutableArray<bool> rejected)
    {
        Alpha = alpha;
        AdjustedP = adjusted;
        Levels = levels;
        Rejected = rejected;
    }

    /// <summary>Level α of the family.</summary>
    public double Alpha { get; }

    /// <summary>Adjusted p per claim, in the order given; 1 for a claim without p.</summary>
    public ImmutableArray<double> AdjustedP { get; }

    /// <summary>The claim's own α, per claim, in the order given; between α/m and α.</summary>
    public ImmutableArray<double> Levels { get; }

    /// <summary>Whether the claim's null hypothesis is rejected, per claim, in the order given.</summary>
    public ImmutableArray<bool> Rejected { get; }

    /// <summary>Adjusts the p-values of a family.</summary>
    /// <param name="p">One p in [0, 1] per claim; null for a claim that has none (interim, invalid, not evaluated). At least one claim.</param>
    /// <param name="alpha">Level of the family, strictly between 0 and 1.</param>
    /// <returns>Adjusted p and levels in the order given.</returns>
    /// <exception cref="ArgumentException">No claims at all, or a p outside [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public static HolmAdjustment Over(IReadOnlyList<double?> p, double alpha)
    {
        ArgumentNullException.ThrowIfNull(p);
        Check.Level(alpha, nameof(alpha));
        if (p.Count == 0) throw new ArgumentException("A family needs at least one claim.", nameof(p));
        for (var i = 0; i < p.Count; i++)
            if (p[i] is { } value && !(value >= 0 && value <= 1))
                throw new ArgumentException($"A p-value lies between 0 and 1, but number {i} is {value}.", nameof(p));
        return StepDown(p, alpha);
    }

    private static HolmAdjustment StepDown(IReadOnlyList<double?> p, double alpha)
    {
        var m = p.Count;
        int[] order = [.. Enumerable.Range(0, m).OrderBy(i => p[i] ?? 1).ThenBy(i => i)];
        var (adjusted, levels, rejected) = (new double[m], new double[m], new bool[m]);
        var (running, level, open) = (0.0, alpha / m, true);
        for (var rank = 0; rank < m; rank++)
        {
            var claim = order[rank];
            var tied = rank > 0 && (p[claim] ?? 1) == (p[order[rank - 1]] ?? 1);
            if (open && !tied) level = alpha / (m - rank);
            running = Math.Max(running, Math.Min(1, (m - rank) * (p[claim] ?? 1)));
            open = open && p[claim] is { } value && value <= level;
            (adjusted[claim], levels[claim], rejected[claim]) = (running, level, open);
        }
        return new HolmAdjustment(alpha, [.. adjusted], [.. levels], [.. rejected]);
    }
}
