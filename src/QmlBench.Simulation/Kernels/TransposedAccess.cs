using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>The lower qubit is qubit 0: its four digits are neighbours, against two times four choices.</summary>
internal readonly struct TransposedAccess : IPairAccess
{
    /// <inheritdoc/>
    public static bool IsPacked => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> I, Vector512<double> X, Vector512<double> Y, Vector512<double> Z) Load(
        ref double place, nint low, nint gap)
    {
        ref double second = ref Unsafe.Add(ref place, gap);
        return TransposedTransfer.Transposed(
            TransposedTransfer.Both(ref place, ref second, 0), TransposedTransfer.Both(ref place, ref second, low),
            TransposedTransfer.Both(ref place, ref second, 2 * low), TransposedTransfer.Both(ref place, ref second, 3 * low));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Read(ref double place, nint gap) => Vector512.LoadUnsafe(ref place);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFour(
        Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z, ref double place, nint low, nint gap)
    {
        ref double second = ref Unsafe.Add(ref place, gap);
        (Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) = TransposedTransfer.Transposed(i, x, y, z);
        TransposedTransfer.Part(a, ref place, ref second, 0);
        TransposedTransfer.Part(b, ref place, ref second, low);
        TransposedTransfer.Part(c, ref place, ref second, 2 * low);
        TransposedTransfer.Part(d, ref place, ref second, 3 * low);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, ref double place, nint gap) => value.StoreUnsafe(ref place);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unpack(ref double packed, ref double target, PairPlace to)
    {
        for (int group = 0; group < 4; group++)
        {
            ref double from = ref Unsafe.Add(ref packed, group * 4 * Lanes8.Width);
            StoreFour(
                Vector512.LoadUnsafe(ref from), Vector512.LoadUnsafe(ref from, 8), Vector512.LoadUnsafe(ref from, 16),
                Vector512.LoadUnsafe(ref from, 24), ref Unsafe.Add(ref target, group * to.High), to.Low, to.Gap);
        }
    }
}
