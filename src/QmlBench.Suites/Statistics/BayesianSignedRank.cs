using MathNet.Numerics.Distributions;
using QmlBench.Numerics;

namespace QmlBench.Suites.Statistics;

/// <summary>Bayesian signed-rank test with a region of practical equivalence (ROPE). Shown, never decisive.</summary>
/// <remarks>
/// Dirichlet posterior over the differences and one pseudo-observation at 0 of weight ½. For weights w, the mass to the right is
/// Σᵢⱼ wᵢwⱼ[dᵢ + dⱼ &gt; 2·rope], to the left the same below −2·rope, the rest is in the rope (ends included); pairs i = j count;
/// with a rope of 0 a sum of 0 is shared half and half. Posterior means in closed form, S = Σa:
/// E[wᵢwⱼ] = aᵢaⱼ/(S(S+1)), E[wᵢ²] = aᵢ(aᵢ+1)/(S(S+1)). "Right" is the side of positive differences; of
/// <see cref="PairedDifferences"/> that is the first arm's.
/// Source: Benavoli, Corani, Demšar and Zaffalon (2017), "Time for a change", JMLR 18; prior as in baycomp.
/// </remarks>
public sealed record BayesianSignedRank
{
    private readonly RopeRegions _regions;

    private BayesianSignedRank(RopeRegions regions, double rope)
    {
        _regions = regions;
        Rope = rope;
        PosteriorMean = regions.Mean();
    }

    /// <summary>Half-width of the region of practical equivalence, ≥ 0, in the unit of the differences.</summary>
    public double Rope { get; }

    /// <summary>Posterior means of the three masses, exact; they add up to 1.</summary>
    public RopeMasses PosteriorMean { get; }

    /// <summary>Sets up the posterior.</summary>
    /// <param name="differences">At least one finite difference, one per independent pair.</param>
    /// <param name="rope">Half-width of the region of practical equivalence, ≥ 0 and finite.</param>
    /// <returns>The posterior, with its closed-form means.</returns>
    /// <exception cref="ArgumentException">No differences, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative or infinite rope.</exception>
    public static BayesianSignedRank From(ReadOnlySpan<double> differences, double rope)
    {
        Check.Sample(differences, 1, nameof(differences));
        if (!(rope >= 0 && double.IsFinite(rope)))
            throw new ArgumentOutOfRangeException(nameof(rope), rope, "A rope is a width: it must be 0 or more, and finite.");
        return new BayesianSignedRank(RopeRegions.Of(differences, rope), rope);
    }

    /// <summary>Shares of posterior samples in which left, rope or right holds the largest mass.</summary>
    /// <param name="samples">Number of samples ≥ 1; the standard error of a share p is √(p(1 − p)/samples).</param>
    /// <param name="nextUniform">
    /// Source of uniform numbers in [0, 1), such as <see cref="QmlBench.Numerics.Randomness.RandomStream.NextDouble"/>; called once per
    /// difference and once for the prior, per sample.
    /// </param>
    /// <returns>The three shares, which add up to 1; a tie is shared among those that tie.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No samples asked for.</exception>
    public RopeMasses Sample(int samples, Func<double> nextUniform)
    {
        ArgumentNullException.ThrowIfNull(nextUniform);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var (left, rope, right) = (0.0, 0.0, 0.0);
        var weights = new double[_regions.Count];
        for (var s = 0; s < samples; s++)
        {
            Draw(weights, nextUniform);
            var won = WinnerOf(_regions.MassesOf(weights));
            (left, rope, right) = (left + won.Left, rope + won.Rope, right + won.Right);
        }
        return new RopeMasses(left / samples, rope / samples, right / samples);
    }

    private static RopeMasses WinnerOf(RopeMasses masses)
    {
        var largest = Math.Max(masses.Left, Math.Max(masses.Rope, masses.Right));
        var (left, rope, right) = (masses.Left == largest ? 1 : 0, masses.Rope == largest ? 1 : 0, masses.Right == largest ? 1 : 0);
        double winners = left + rope + right;
        return new RopeMasses(left / winners, rope / winners, right / winners);
    }

    // Dirichlet weights up to a factor: gamma variates of shape 1 (exponential), and of shape ½ (half a squared normal) for the prior.
    private void Draw(double[] weights, Func<double> nextUniform)
    {
        for (var i = 0; i < weights.Length; i++)
            weights[i] = i == _regions.PriorIndex
                ? HalfSquare(Normal.InvCDF(0, 1, 0.5 * (1 + nextUniform())))
                : -Elementary.Log(1 - nextUniform());
    }

    private static double HalfSquare(double normal) => 0.5 * normal * normal;
}
