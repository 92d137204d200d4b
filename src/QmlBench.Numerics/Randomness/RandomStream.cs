using System.Buffers.Binary;
using System.Numerics;

namespace QmlBench.Numerics.Randomness;

/// <summary>A reader of the random numbers that a <see cref="StreamKey"/> names. Not thread-safe; give every thread a key of its own.</summary>
/// <remarks>
/// <para>Philox4x32-10. With the 32 bytes of the key's digest read as little-endian integers: Philox key = bytes 0 … 7, upper 64 bits of the
/// counter = bytes 8 … 15, lower 64 bits = number of the block from 0. A block gives four 32-bit words in order.</para>
/// <para>A 64-bit word is two 32-bit words, the first one low; a double takes the upper 53 bits of a 64-bit word. A call that needs fewer words
/// than a block holds leaves the others for the next call.</para>
/// </remarks>
public sealed partial class RandomStream
{
    private readonly ulong _key, _counterHigh;
    private ulong _nextBlock;
    private (uint First, uint Second, uint Third, uint Fourth) _block;
    private int _used = 4;
    private double _keptGaussian;
    private bool _hasGaussian;

    /// <summary>Starts at the first number of the stream.</summary>
    /// <param name="key">Names the stream.</param>
    public RandomStream(StreamKey key)
    {
        ReadOnlySpan<byte> digest = key.ToArray();
        _key = BinaryPrimitives.ReadUInt64LittleEndian(digest);
        _counterHigh = BinaryPrimitives.ReadUInt64LittleEndian(digest[8..]);
    }

    /// <summary>The next 32 random bits.</summary>
    /// <returns>Uniform over all values.</returns>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _block = Philox.Block(_key, _counterHigh, _nextBlock);
            _nextBlock = unchecked(_nextBlock + 1);
            _used = 0;
        }
        return _used++ switch { 0 => _block.First, 1 => _block.Second, 2 => _block.Third, _ => _block.Fourth };
    }

    /// <summary>The next 64 random bits: two 32-bit words, the first one low.</summary>
    /// <returns>Uniform over all values.</returns>
    public ulong NextUInt64()
    {
        ulong low = NextUInt32();
        return low | ((ulong)NextUInt32() << 32);
    }

    /// <summary>A uniform number in [0, 1): a multiple of 2⁻⁵³, from the upper 53 bits of a 64-bit word.</summary>
    /// <returns>The number.</returns>
    public double NextDouble() => (long)(NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <summary>A uniform integer from 0 to the bound less one, without bias.</summary>
    /// <param name="exclusiveUpper">Bound, at least 1.</param>
    /// <returns>The integer. Words of 32 bits, masked to the next power of two less one, are drawn until one is
    /// below the bound; a bound of 1 draws nothing.</returns>
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

    /// <summary>Leaves out whole blocks of four 32-bit words, in constant time, together with what is left of the block begun.</summary>
    /// <param name="blocks">How many blocks to leave out after the one begun.</param>
    /// <remarks>A kept Gaussian is dropped too, so that the numbers after a skip depend on the position alone.</remarks>
    public void Skip(ulong blocks)
    {
        _nextBlock = unchecked(_nextBlock + blocks);
        (_used, _hasGaussian) = (4, false);
    }
}
