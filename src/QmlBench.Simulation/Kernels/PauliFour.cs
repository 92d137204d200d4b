using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>Four vectors, one for each of I, X, Y and Z: rows of a tile, or a row of a one-qubit map.</summary>
/// <remarks>Not a tuple: the constructor of a tuple may stay a call in a long kernel.</remarks>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct PauliFour(Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z)
{
    /// <summary>I.</summary>
    internal readonly Vector512<double> I = i;

    /// <summary>X.</summary>
    internal readonly Vector512<double> X = x;

    /// <summary>Y.</summary>
    internal readonly Vector512<double> Y = y;

    /// <summary>Z.</summary>
    internal readonly Vector512<double> Z = z;

    /// <summary>A row of a map on rows: <c>((m_X·x + m_Y·y) + m_Z·z) + m_I·i</c>, each addition fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<double> Of(Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        Lanes8.MultiplyAdd(I, i, Lanes8.MultiplyAdd(Z, z, Lanes8.MultiplyAdd(Y, y, X * x)));
}
