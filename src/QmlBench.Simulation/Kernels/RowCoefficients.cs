using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>Eight rows of parameters side by side: a coefficient is eight doubles, one per row.</summary>
internal readonly struct RowCoefficients<TVector, TLanes> : ICoefficients<TVector, TLanes>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>Rows that are run together, whatever the vector width.</summary>
    internal const int Rows = 8;

    /// <inheritdoc/>
    public static int Period => Rows;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Get(ref double table, int index, int lane) => TLanes.Load(ref table, (nuint)((index * Rows) + lane));
}
