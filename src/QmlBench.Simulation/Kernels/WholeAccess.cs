using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>Eight choices are neighbours in the state.</summary>
internal readonly struct WholeAccess : IPairAccess
{
    /// <inheritdoc/>
    public static bool IsPacked => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> I, Vector512<double> X, Vector512<double> Y, Vector512<double> Z) Load(
        ref double place, nint low, nint gap) =>
        (Vector512.LoadUnsafe(ref place), Vector512.LoadUnsafe(ref Unsafe.Add(ref place, low)),
            Vector512.LoadUnsafe(ref Unsafe.Add(ref place, 2 * low)), Vector512.LoadUnsafe(ref Unsafe.Add(ref place, 3 * low)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Read(ref double place, nint gap) => Vector512.LoadUnsafe(ref place);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFour(
        Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z, ref double place, nint low, nint gap)
    {
        i.StoreUnsafe(ref place);
        x.StoreUnsafe(ref Unsafe.Add(ref place, low));
        y.StoreUnsafe(ref Unsafe.Add(ref place, 2 * low));
        z.StoreUnsafe(ref Unsafe.Add(ref place, 3 * low));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, ref double place, nint gap) => value.StoreUnsafe(ref place);

    /// <inheritdoc/>
    public static void Unpack(ref double packed, ref double target, PairPlace to)
    {
        // Rows are written where they belong.
    }
}
