using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>One row of a one-qubit map: the coefficients of I, X, Y and Z.</summary>
internal readonly struct PairRow(Vector512<double> one, Vector512<double> x, Vector512<double> y, Vector512<double> z)
{
    internal readonly Vector512<double> One = one;
    internal readonly Vector512<double> X = x;
    internal readonly Vector512<double> Y = y;
    internal readonly Vector512<double> Z = z;

    /// <summary><c>((m_X·x + m_Y·y) + m_Z·z) + m_I·one</c>, each addition fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<double> Of(Vector512<double> one, Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        Lanes8.MultiplyAdd(One, one, Lanes8.MultiplyAdd(Z, z, Lanes8.MultiplyAdd(Y, y, X * x)));
}
