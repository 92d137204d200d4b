namespace QmlBench.Numerics.Randomness;

public sealed partial class RandomStream
{
    private const long MostTrials = 1L << 53;
    private const double MostRounding = 1e-9;

    /// <summary>How often a shot with these probabilities gives each outcome: one draw from the multinomial distribution.</summary>
    /// <param name="probabilities">Weights of the outcomes; only ratios matter. A rounding below zero (down to −10⁻⁹ of the sum)
    /// counts as 0.</param>
    /// <param name="shots">Number of shots, from 0 to 2⁵³.</param>
    /// <param name="counts">Receives one count per outcome; they add up to <paramref name="shots"/>.</param>
    /// <remarks>The outcomes are halved again and again and the shots shared by a binomial draw each time, left half first, until a
    /// part has one outcome or no shot: about min(outcomes, shots · log₂ outcomes) draws. Which numbers are consumed depends on the
    /// arguments alone.</remarks>
    /// <exception cref="ArgumentException">The spans differ in length, or the weights hold no positive number, a negative one or no
    /// number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of shots is negative or above 2⁵³.</exception>
    public void Multinomial(ReadOnlySpan<double> probabilities, long shots, Span<long> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shots);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shots, MostTrials);
        if (counts.Length != probabilities.Length)
            throw new ArgumentException($"There are {probabilities.Length} probabilities but room for {counts.Length} counts.");
        double[] cumulative = Cumulate(probabilities);
        counts.Clear();
        Share(cumulative, 0, counts.Length, shots, counts);
    }

    /// <summary>Number of successes in independent trials: one draw from the binomial distribution.</summary>
    /// <param name="trials">Number of trials, from 0 to 2⁵³.</param>
    /// <param name="probability">Probability of success in [0, 1].</param>
    /// <returns>The number of successes.</returns>
    /// <remarks>Below a mean of 10 by inversion from 0 upwards; else Hörmann's transformed rejection (BTRS, J. Stat. Comput. Simul.
    /// 46, 1993).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public long Binomial(long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trials, MostTrials);
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        return BinomialOf(trials, probability, 1 - probability);
    }

    private static double[] Cumulate(ReadOnlySpan<double> probabilities)
    {
        var cumulative = new double[probabilities.Length + 1];
        double lowest = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            lowest = Math.Min(lowest, probabilities[i]);
            cumulative[i + 1] = cumulative[i] + Math.Max(probabilities[i], 0);
        }
        double total = cumulative[^1];
        if (!(total > 0 && double.IsFinite(total)) || lowest < -MostRounding * total)
            throw new ArgumentException($"Probabilities must be 0 or more and not all 0; the sum is {total}, the lowest {lowest}.");
        return cumulative;
    }

    private void Share(double[] cumulative, int start, int end, long shots, Span<long> counts)
    {
        if (shots == 0) return;
        if (end - start == 1)
        {
            counts[start] = shots;
            return;
        }
        int middle = start + ((end - start) / 2);
        double left = cumulative[middle] - cumulative[start], right = cumulative[end] - cumulative[middle], both = left + right;
        long leftShots = BinomialOf(shots, left / both, right / both);
        Share(cumulative, start, middle, leftShots, counts);
        Share(cumulative, middle, end, shots - leftShots, counts);
    }

    private long BinomialOf(long trials, double success, double failure)
    {
        if (trials == 0 || success == 0) return 0;
        if (failure == 0) return trials;
        if (success > failure) return trials - BinomialOf(trials, failure, success);
        return trials * success < 10 ? BinomialByInversion(trials, success, failure) : BinomialByRejection(trials, success, failure);
    }

    private long BinomialByInversion(long trials, double success, double failure)
    {
        double none = Elementary.Exp(trials * Elementary.Log1p(-success)), odds = success / failure;

        // The chance of more than 110 successes at a mean below 10 is under 1e-70:
        // only rounding leads there, and then a new number is drawn.
        long most = Math.Min(trials, 110);
        while (true)
        {
            double u = NextDouble(), term = none;
            for (long k = 0; k <= most; k++)
            {
                if (u < term) return k;
                u -= term;
                term *= (trials - k) * odds / (k + 1);
            }
        }
    }

    private long BinomialByRejection(long trials, double success, double failure)
    {
        double deviation = Math.Sqrt(trials * success * failure);
        double b = 1.15 + (2.53 * deviation), a = -0.0873 + (0.0248 * b) + (0.01 * success), c = (trials * success) + 0.5;
        double accepted = 0.92 - (4.2 / b), alpha = (2.83 + (5.1 / b)) * deviation;
        while (true)
        {
            double u = NextDouble() - 0.5, v = NextDouble(), us = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / us) + b) * u) + c);
            if (us >= 0.07 && v <= accepted) return (long)k;
            if (!(k >= 0 && k <= trials)) continue;
            double bound = Elementary.Log(v * alpha / ((a / (us * us)) + b));
            if (bound <= LogRatioToMode(k, trials, success, failure)) return (long)k;
        }
    }

    /// <summary>ln of the probability of k successes over that of the mode, by Stirling's series.</summary>
    private static double LogRatioToMode(double k, double n, double success, double failure)
    {
        double mode = Math.Floor((n + 1) * success), odds = success / failure;
        return ((mode + 0.5) * Elementary.Log((mode + 1) / (odds * (n - mode + 1))))
            + ((n + 1) * Elementary.Log((n - mode + 1) / (n - k + 1)))
            + ((k + 0.5) * Elementary.Log(odds * (n - k + 1) / (k + 1)))
            + StirlingRest(mode) + StirlingRest(n - mode) - StirlingRest(k) - StirlingRest(n - k);
    }

    /// <summary>ln k! − [ln √(2π) + (k + ½) ln(k + 1) − (k + 1)].</summary>
    private static double StirlingRest(double k)
    {
        if (k < 10) return SmallStirlingRests[(int)k];
        double inverse = 1 / (k + 1), square = inverse * inverse;
        return ((1.0 / 12) - (((1.0 / 360) - (square / 1260)) * square)) * inverse;
    }

    private static ReadOnlySpan<double> SmallStirlingRests =>
    [
        0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
        0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
    ];
}
