using System.Buffers.Binary;

namespace QmlBench.Numerics.Randomness;

/// <summary>A reader of the random numbers that a <see cref="StreamKey"/> names. Not thread-safe; give every thread a key of its
/// own.</summary>
/// <remarks>
/// <para>Philox4x32-10. With the 32 bytes of the key's digest read as little-endian integers: Philox key = bytes 0 … 7, upper 64
/// bits of the counter = bytes 8 … 15, lower 64 bits = number of the block from 0. A block gives four 32-bit words in order.</para>
/// <para>A 64-bit word is two 32-bit words, the first one low; a double takes the upper 53 bits of a 64-bit word. A call that needs
/// fewer words than a block holds leaves the others for the next call.</para>
/// </remarks>
public sealed partial class RandomStream
{
    private const int WordsAtOnce = 16;

    private readonly ulong _key, _counterHigh;
    private readonly ulong[] _pairs = new ulong[WordsAtOnce / 2];
    private ulong _nextBlock;
    private int _used = WordsAtOnce;

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
        if (_used == WordsAtOnce) Refill();
        int word = _used++;
        return (uint)(_pairs[word >> 1] >> ((word & 1) << 5));
    }

    /// <summary>The next 64 random bits: two 32-bit words, the first one low.</summary>
    /// <returns>Uniform over all values.</returns>
    public ulong NextUInt64()
    {
        if ((_used & 1) != 0)
        {
            ulong low = NextUInt32();
            return low | ((ulong)NextUInt32() << 32);
        }
        if (_used == WordsAtOnce) Refill();
        ulong pair = _pairs[_used >> 1];
        _used += 2;
        return pair;
    }

    /// <summary>A uniform number in [0, 1): a multiple of 2⁻⁵³, from the upper 53 bits of a 64-bit word.</summary>
    /// <returns>The number.</returns>
    public double NextDouble() => (long)(NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <summary>Leaves out whole blocks of four 32-bit words, in constant time, together with what is left of the block begun.</summary>
    /// <param name="blocks">How many blocks to leave out after the one begun.</param>
    /// <remarks>A kept Gaussian is dropped too, so that the numbers after a skip depend on the position alone.</remarks>
    public void Skip(ulong blocks)
    {
        int begun = (_used + 3) / 4;
        _nextBlock = unchecked(_nextBlock - (ulong)((WordsAtOnce / 4) - begun) + blocks);
        (_used, _hasGaussian) = (WordsAtOnce, false);
    }

    private void Refill()
    {
        Philox.FourBlocks(_key, _counterHigh, _nextBlock, _pairs);
        _nextBlock = unchecked(_nextBlock + (WordsAtOnce / 4));
        _used = 0;
    }
}
