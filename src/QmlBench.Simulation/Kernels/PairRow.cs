using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>One row of a one-qubit map: the coefficients of I, X, Y and Z.</summary>
internal readonly struct PairRow(Vector512<double> one, Vector512<double> x, Vector512<double> y, Vector512<double> z)
{
    private readonly Vector512<double> _one = one;
    private readonly Vector512<double> _x = x;
    private readonly Vector512<double> _y = y;
    private readonly Vector512<double> _z = z;

    /// <summary><c>((m_X·x + m_Y·y) + m_Z·z) + m_I·one</c>, each addition fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<double> Of(Vector512<double> one, Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
        Lanes8.MultiplyAdd(_one, one, Lanes8.MultiplyAdd(_z, z, Lanes8.MultiplyAdd(_y, y, _x * x)));
}
