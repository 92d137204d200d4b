using System.Numerics;

namespace QmlBench.Numerics.Randomness;

public sealed partial class LegacyRandomState
{
    private double _keptGaussian;
    private bool _hasGaussian;

    /// <summary>A number from the standard normal distribution (<c>randn</c>): polar method, the second value of a pair first.</summary>
    /// <returns>The number; the other of the pair is kept for the next call, whatever is drawn in between.</returns>
    public double NextGaussian()
    {
        if (_hasGaussian)
        {
            _hasGaussian = false;
            return _keptGaussian;
        }
        double x, y, square;
        do
        {
            x = (2 * NextDouble()) - 1;
            y = (2 * NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square >= 1 || square == 0);
        double factor = Math.Sqrt(-2 * Elementary.Log(square) / square);
        (_keptGaussian, _hasGaussian) = (factor * x, true);
        return factor * y;
    }

    /// <summary>A number from the exponential distribution with mean 1: −ln(1 − u).</summary>
    /// <returns>The number.</returns>
    public double NextExponential() => -Elementary.Log(1 - NextDouble());

    /// <summary>Number of successes in independent trials, by inversion: what <c>binomial</c> does where the mean is at most 30.</summary>
    /// <param name="trials">Number of trials, at least 0.</param>
    /// <param name="probability">Probability of success, at most ½, with trials · probability ≤ 30.</param>
    /// <returns>The number of successes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside the range in which NumPy uses this method.</exception>
    public int NextBinomial(int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability >= 0 && probability <= 0.5 && trials * probability <= 30))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, $"Must lie in [0, ½], with a mean of at most 30 for {trials} trials.");
        }
        if (trials == 0 || probability == 0) return 0;
        double failure = 1 - probability, none = Elementary.Exp(trials * Elementary.Log(failure)), mean = trials * probability;
        int bound = (int)Math.Min(trials, mean + (10 * Math.Sqrt((mean * failure) + 1)));
        int successes = 0;
        double term = none, u = NextDouble();
        while (u > term)
        {
            successes++;
            if (successes > bound) (successes, term, u) = (0, none, NextDouble());
            else (u, term) = (u - term, (trials - successes + 1) * probability * term / (successes * failure));
        }
        return successes;
    }

    /// <summary>A uniform integer from 0 to the bound less one (<c>randint(0, n)</c>): masked words until one is below the bound.</summary>
    /// <param name="exclusiveUpper">Bound, at least 1; a bound of 1 draws nothing.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int RandInt(int exclusiveUpper)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveUpper, 1);
        uint largest = (uint)exclusiveUpper - 1;
        if (largest == 0) return 0;
        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(largest);
        uint value;
        do value = NextUInt32() & mask;
        while (value > largest);
        return (int)value;
    }

    /// <summary>Shuffles in place as <c>shuffle</c> does: i from the last place down to 1, exchanged with <c>randint(0, i +
    /// 1)</c>.</summary>
    /// <typeparam name="T">Kind of element.</typeparam>
    /// <param name="items">The elements.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = RandInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The integers from 0 to n − 1, shuffled (<c>permutation(n)</c>).</summary>
    /// <param name="n">How many.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public int[] Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Distinct integers below n (<c>choice(n, count, replace=False)</c>): the head of a permutation.</summary>
    /// <param name="n">Bound.</param>
    /// <param name="count">How many to choose, at most n.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n or the count is negative, or the count is above n.</exception>
    public int[] Choice(int n, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, n);
        return Permutation(n)[..count];
    }
}
