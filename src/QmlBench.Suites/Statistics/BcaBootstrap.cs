using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>Bias-corrected and accelerated bootstrap interval of a statistic of one sample (here: of the paired differences).</summary>
/// <remarks>
/// z₀ = Φ⁻¹((#(θ* &lt; θ̂) + #(θ* ≤ θ̂))/2B); a = Σ(θ̄₍·₎ − θ₍ᵢ₎)³/(6(Σ(θ̄₍·₎ − θ₍ᵢ₎)²)^1.5) from the jackknife; the ends are the quantiles
/// α₁,₂ = Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))) of the resampled θ*, by linear interpolation between order statistics.
/// Source: Efron (1987), "Better bootstrap confidence intervals", JASA 82. Shown beside the t interval, not decisive.
/// Without any spread (all θ* equal θ̂) the interval is the point.
/// </remarks>
public sealed record BcaBootstrap
{
    private readonly ImmutableArray<double> _sorted;

    private BcaBootstrap(double estimate, ImmutableArray<double> sorted, double bias, double acceleration)
    {
        Estimate = estimate;
        _sorted = sorted;
        Bias = bias;
        Acceleration = acceleration;
    }

    /// <summary>The statistic θ̂ of the sample itself.</summary>
    public double Estimate { get; }

    /// <summary>Number B of resamples.</summary>
    public int Resamples => _sorted.Length;

    /// <summary>Bias correction z₀; kept finite by counting at least half a resample on either side.</summary>
    public double Bias { get; }

    /// <summary>Acceleration a; 0 where the jackknife has no spread.</summary>
    public double Acceleration { get; }

    /// <summary>Resamples a sample.</summary>
    /// <param name="sample">At least two finite values.</param>
    /// <param name="statistic">The statistic, called once per resample.</param>
    /// <param name="resamples">Number B ≥ 1 of resamples; 10,000 is usual.</param>
    /// <param name="nextIndex">
    /// Source of uniform indices: given n, a number in 0 … n − 1; called B·n times, resample by resample.
    /// Pass <see cref="QmlBench.Numerics.Randomness.RandomStream.NextInt"/>.
    /// </param>
    /// <param name="tieTolerance">
    /// Share of the spread of θ* within which θ* counts as equal to θ̂, ≥ 0. Means of accuracies tie often and differ by rounding alone;
    /// counted by their last bits they shift z₀. 0 counts as scipy does.
    /// </param>
    /// <returns>The resampled distribution, from which intervals at any level follow.</returns>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No resamples asked for, or a negative tolerance.</exception>
    public static BcaBootstrap From(
        ReadOnlySpan<double> sample, BootstrapStatistic statistic, int resamples, Func<int, int> nextIndex, double tieTolerance = 1e-12)
    {
        Check.Sample(sample, 2, nameof(sample));
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(nextIndex);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tieTolerance);
        var estimate = statistic(sample);
        var replicates = new double[resamples];
        var drawn = new double[sample.Length];
        for (var b = 0; b < resamples; b++)
        {
            for (var i = 0; i < drawn.Length; i++) drawn[i] = sample[nextIndex(drawn.Length)];
            replicates[b] = statistic(drawn);
        }
        Array.Sort(replicates);
        var bias = BiasOf(replicates, estimate, tieTolerance);
        return new BcaBootstrap(estimate, [.. replicates], bias, Jackknife.Acceleration(sample, statistic));
    }

    /// <summary>The mean of a sample, the statistic used for paired differences.</summary>
    /// <param name="sample">At least one finite value.</param>
    /// <returns>The arithmetic mean.</returns>
    public static double MeanOf(ReadOnlySpan<double> sample) => SampleMoments.Of(sample).Mean;

    /// <summary>The BCa interval.</summary>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>The 1 − α interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public ConfidenceInterval Interval(double alpha)
    {
        var (low, high) = Quantiles(alpha);
        return new ConfidenceInterval(Quantile(low), Quantile(high), alpha);
    }

    /// <summary>The corrected shares α₁ and α₂ at which <see cref="Interval"/> reads the resampled distribution.</summary>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>α₁ ≤ α₂, both in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public (double Lower, double Upper) Quantiles(double alpha)
    {
        var z = Normal.InvCDF(0, 1, Check.Level(alpha, nameof(alpha)) / 2);
        var (one, two) = (Corrected(z), Corrected(-z));
        return (Math.Min(one, two), Math.Max(one, two));
    }

    /// <summary>The plain percentile interval.</summary>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>The α/2 and 1 − α/2 quantiles of the resampled statistic.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public ConfidenceInterval Percentile(double alpha)
    {
        Check.Level(alpha, nameof(alpha));
        return new ConfidenceInterval(Quantile(alpha / 2), Quantile(1 - alpha / 2), alpha);
    }

    /// <summary>The basic (reflected percentile) interval.</summary>
    /// <param name="alpha">Level, strictly between 0 and 1.</param>
    /// <returns>2θ̂ minus the percentile ends, exchanged.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not strictly between 0 and 1.</exception>
    public ConfidenceInterval Basic(double alpha)
    {
        var percentile = Percentile(alpha);
        return new ConfidenceInterval(2 * Estimate - percentile.Upper, 2 * Estimate - percentile.Lower, alpha);
    }

    private double Corrected(double z) => Normal.CDF(0, 1, Bias + (Bias + z) / (1 - Acceleration * (Bias + z)));

    private double Quantile(double share)
    {
        var position = share * (_sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + (position - below) * (_sorted[above] - _sorted[below]);
    }

    private static double BiasOf(ReadOnlySpan<double> replicates, double estimate, double tieTolerance)
    {
        var width = tieTolerance * (replicates[^1] - replicates[0]);
        var (less, atMost) = (0, 0);
        foreach (var theta in replicates)
        {
            if (theta < estimate - width) less++;
            if (theta <= estimate + width) atMost++;
        }
        var least = 0.5 / replicates.Length;
        return Normal.InvCDF(0, 1, Math.Clamp(((double)less + atMost) / (2.0 * replicates.Length), least, 1 - least));
    }
}
