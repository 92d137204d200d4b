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
    public static void Store(Vector512<double> value, ref double place, nint gap) => value.StoreUnsafe(ref place);

    /// <inheritdoc/>
    public static void Unpack(ref double packed, ref double target, PairPlace to)
    {
        // Rows are written where they belong.
    }
}
