using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>One row of parameters: a coefficient is one double, the same for all elements.</summary>
internal readonly struct SharedCoefficients<TVector, TLanes> : ICoefficients<TVector, TLanes>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <inheritdoc/>
    public static int Period => TLanes.Width;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Get(ref double table, int index, int lane) => TLanes.Broadcast(Unsafe.Add(ref table, index));
}
