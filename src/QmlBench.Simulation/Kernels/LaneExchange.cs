using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QmlBench.Simulation.Kernels;

/// <summary>Exchanges a bit of the place among eight doubles with the choice between two such eights; nothing is computed.</summary>
internal static class LaneExchange
{
    /// <summary>The upper places (those with the bit) of the first eight against the lower places of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Exchange(ref double first, ref double second, int placeBit)
    {
        if (Avx512F.IsSupported) Wide(ref first, ref second, placeBit);
        else OneByOne(ref first, ref second, 1 << placeBit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Wide(ref double first, ref double second, int placeBit)
    {
        Vector512<double> x = Vector512.LoadUnsafe(ref first), y = Vector512.LoadUnsafe(ref second);
        Vector512<long> low = placeBit == 0 ? Vector512.Create(0L, 8, 2, 10, 4, 12, 6, 14)
            : placeBit == 1 ? Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13) : Vector512.Create(0L, 1, 2, 3, 8, 9, 10, 11);
        Vector512<long> high = low + Vector512.Create((long)(1 << placeBit));
        Avx512F.PermuteVar8x64x2(x, low, y).StoreUnsafe(ref first);
        Avx512F.PermuteVar8x64x2(x, high, y).StoreUnsafe(ref second);
    }

    private static void OneByOne(ref double first, ref double second, int bit)
    {
        for (int place = 0; place < 8; place++)
        {
            if ((place & bit) != 0) continue;
            ref double x = ref Unsafe.Add(ref first, place + bit);
            ref double y = ref Unsafe.Add(ref second, place);
            (x, y) = (y, x);
        }
    }
}
