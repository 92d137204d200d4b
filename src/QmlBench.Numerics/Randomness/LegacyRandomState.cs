namespace QmlBench.Numerics.Randomness;

/// <summary>NumPy's legacy <c>RandomState</c> (MT19937), for published data sets and splits that were drawn with it; never for
/// anything new.</summary>
/// <remarks>Matsumoto and Nishimura, ACM TOMACS 8 (1998), seeded by their <c>init_genrand</c>; distributions as in
/// <c>numpy.random.RandomState</c>, which NumPy keeps frozen. Gaussians may differ in the last bit from NumPy's, whose logarithm is
/// the C library's. Not thread-safe.</remarks>
public sealed partial class LegacyRandomState
{
    private const int Size = 624, Middle = 397;

    private readonly uint[] _state = new uint[Size];
    private int _position = Size;

    /// <summary>Seeds the generator as <c>RandomState(seed)</c> does.</summary>
    /// <param name="seed">The seed.</param>
    public LegacyRandomState(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Size; i++)
        {
            uint previous = _state[i - 1];
            _state[i] = unchecked((1812433253u * (previous ^ (previous >> 30))) + i);
        }
    }

    /// <summary>The next raw word.</summary>
    /// <returns>32 random bits.</returns>
    public uint NextUInt32()
    {
        if (_position == Size) Regenerate();
        uint word = _state[_position++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    /// <summary>A uniform number in [0, 1) from two words a, b: ((a ≫ 5)·2²⁶ + (b ≫ 6))/2⁵³ (<c>random_sample</c>).</summary>
    /// <returns>The number.</returns>
    public double NextDouble()
    {
        double high = NextUInt32() >> 5, low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    private void Regenerate()
    {
        for (int i = 0; i < Size; i++)
        {
            uint joined = (_state[i] & 0x80000000u) | (_state[(i + 1) % Size] & 0x7fffffffu);
            _state[i] = _state[(i + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908b0dfu);
        }
        _position = 0;
    }
}
