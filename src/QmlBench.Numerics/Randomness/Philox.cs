using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QmlBench.Numerics.Randomness;

/// <summary>The counter-based generator Philox4x32-10: a keyed bijection of 128-bit counters onto 128 random bits.</summary>
/// <remarks>Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011). Checked with the vectors of
/// Random123.</remarks>
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

    /// <summary>Four consecutive blocks, written as eight 64-bit words: words 0 (low) and 1, then 2 (low) and 3 of each block.</summary>
    internal static void FourBlocks(ulong key, ulong counterHigh, ulong counterLow, Span<ulong> destination)
    {
        if (Avx2.IsSupported)
        {
            FourBlocksSideBySide(key, counterHigh, counterLow, destination);
            return;
        }
        for (int i = 0; i < 4; i++)
        {
            var (a, b, c, d) = Block(key, counterHigh, unchecked(counterLow + (ulong)i));
            (destination[2 * i], destination[(2 * i) + 1]) = (a | ((ulong)b << 32), c | ((ulong)d << 32));
        }
    }

    /// <summary>The same on integers in vectors: one 32-bit word in the lower half of each 64-bit lane, whatever is in the upper
    /// half.</summary>
    private static void FourBlocksSideBySide(ulong key, ulong counterHigh, ulong counterLow, Span<ulong> destination)
    {
        var c0 = unchecked(Vector256.Create(counterLow) + Vector256.Create(0UL, 1, 2, 3));
        Vector256<ulong> c1 = c0 >>> 32, c2 = Vector256.Create(counterHigh), c3 = c2 >>> 32;
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        Vector256<uint> multiplierA = Vector256.Create(MultiplierA), multiplierB = Vector256.Create(MultiplierB);
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> a = Avx2.Multiply(c0.AsUInt32(), multiplierA), b = Avx2.Multiply(c2.AsUInt32(), multiplierB);
            (c0, c1, c2, c3) = ((b >>> 32) ^ c1 ^ Vector256.Create((ulong)k0), b, (a >>> 32) ^ c3 ^ Vector256.Create((ulong)k1), a);
            unchecked
            {
                k0 += WeylA;
                k1 += WeylB;
            }
        }
        var lower = Vector256.Create(0xffff_ffffUL);
        Vector256<ulong> first = (c0 & lower) | (c1 << 32), second = (c2 & lower) | (c3 << 32);
        for (int i = 0; i < 4; i++) (destination[2 * i], destination[(2 * i) + 1]) = (first.GetElement(i), second.GetElement(i));
    }
}
