namespace QmlBench.Numerics.Randomness;

/// <summary>The counter-based generator Philox4x32-10: a keyed bijection of 128-bit counters onto 128 random bits.</summary>
/// <remarks>Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011). Checked with the vectors of Random123.</remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57, WeylA = 0x9E3779B9, WeylB = 0xBB67AE85;

    /// <summary>One block.</summary>
    /// <param name="key">The 64-bit key; word 0 is the lower half.</param>
    /// <param name="counterHigh">Words 2 (lower half) and 3 of the counter.</param>
    /// <param name="counterLow">Words 0 (lower half) and 1 of the counter.</param>
    /// <returns>The four output words in order.</returns>
    public static (uint First, uint Second, uint Third, uint Fourth) Block(ulong key, ulong counterHigh, ulong counterLow)
    {
        uint c0 = (uint)counterLow, c1 = (uint)(counterLow >> 32), c2 = (uint)counterHigh, c3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)MultiplierA * c0, b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            unchecked
            {
                k0 += WeylA;
                k1 += WeylB;
            }
        }
        return (c0, c1, c2, c3);
    }
}
