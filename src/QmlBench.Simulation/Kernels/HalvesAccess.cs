using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>The lower qubit is qubit 1: two times four choices are neighbours.</summary>
internal readonly struct HalvesAccess : IPairAccess
{
    /// <inheritdoc/>
    public static bool IsPacked => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> I, Vector512<double> X, Vector512<double> Y, Vector512<double> Z) Load(
        ref double place, nint low, nint gap) =>
        (Read(ref place, gap), Read(ref Unsafe.Add(ref place, low), gap), Read(ref Unsafe.Add(ref place, 2 * low), gap),
            Read(ref Unsafe.Add(ref place, 3 * low), gap));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Read(ref double place, nint gap) =>
        Vector512.Create(Vector256.LoadUnsafe(ref place), Vector256.LoadUnsafe(ref Unsafe.Add(ref place, gap)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFour(
        Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z, ref double place, nint low, nint gap)
    {
        Store(i, ref place, gap);
        Store(x, ref Unsafe.Add(ref place, low), gap);
        Store(y, ref Unsafe.Add(ref place, 2 * low), gap);
        Store(z, ref Unsafe.Add(ref place, 3 * low), gap);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, ref double place, nint gap)
    {
        value.GetLower().StoreUnsafe(ref place);
        value.GetUpper().StoreUnsafe(ref Unsafe.Add(ref place, gap));
    }

    /// <inheritdoc/>
    public static void Unpack(ref double packed, ref double target, PairPlace to)
    {
        // Rows are written where they belong.
    }
}
