using System.Numerics;

namespace QmlBench.Numerics.Randomness;

public sealed partial class RandomStream
{
    private double _keptGaussian;
    private bool _hasGaussian;

    /// <summary>A uniform integer from 0 to the bound less one, without bias.</summary>
    /// <param name="exclusiveUpper">Bound, at least 1.</param>
    /// <returns>The integer. Words of 32 bits, masked to the next power of two less one, are drawn until one is below the bound; a
    /// bound of 1 draws nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInt(int exclusiveUpper)
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

    /// <summary>A number from the standard normal distribution, by the polar method of Marsaglia.</summary>
    /// <returns>Every other call returns the second value of a pair, which is kept until then.</returns>
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
        (_keptGaussian, _hasGaussian) = (y * factor, true);
        return x * factor;
    }

    /// <summary>Puts the elements into a uniformly random order (Fisher and Yates, from the last place down).</summary>
    /// <typeparam name="T">Kind of element.</typeparam>
    /// <param name="items">Elements, reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The integers from 0 to n − 1 in a uniformly random order.</summary>
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
}
