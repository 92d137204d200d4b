using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>One double: processors without vectors, and registers too small to fill one.</summary>
internal readonly struct Lanes1 : ILanes<double>
{
    /// <inheritdoc/>
    public static int Width => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Load(ref double source, nuint offset) => Unsafe.Add(ref source, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double value, ref double target, nuint offset) => Unsafe.Add(ref target, offset) = value;

    /// <inheritdoc/>
    public static double Broadcast(double value) => value;

    /// <inheritdoc/>
    public static double Add(double left, double right) => left + right;

    /// <inheritdoc/>
    public static double Subtract(double left, double right) => left - right;

    /// <inheritdoc/>
    public static double Multiply(double left, double right) => left * right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double left, double right, double addend) => Math.FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplySubtract(double left, double right, double addend) => Math.FusedMultiplyAdd(-left, right, addend);
}
