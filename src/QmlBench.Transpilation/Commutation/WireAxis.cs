using System.Numerics;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Commutation;

/// <summary>
/// The direction n such that a unitary acts on one of its wires through 1 and n·σ alone: z for a control or a diagonal, x for the target of
/// cx, the rotation axis of a one-qubit unitary.
/// </summary>
/// <remarks>Unitaries whose axes agree on every wire they share commute, because all operators involved do. n and −n are the
/// same.</remarks>
internal readonly record struct WireAxis(double X, double Y, double Z)
{
    private const double Tolerance = 1e-9;

    private static readonly WireAxis _z = new(0, 0, 1);

    /// <summary>The axis of measurements and diagonals.</summary>
    public static WireAxis AlongZ => _z;

    public bool Agrees(WireAxis other)
    {
        double x = Y * other.Z - Z * other.Y, y = Z * other.X - X * other.Z, z = X * other.Y - Y * other.X;
        return x * x + y * y + z * z < Tolerance * Tolerance;
    }

    /// <summary>The axis of a step on its wire at a position, or null if it has none there.</summary>
    public static WireAxis? Of(Step step, int position) => !step.IsFree ? null : step switch
    {
        TurnStep or PairTurnStep => _z,
        LocalStep local => OfLocal(local.Unitary),
        PairStep pair => OfPair(pair.Unitary, position),
        _ => null
    };

    private static WireAxis? OfLocal(in Matrix2 u)
    {
        Span<Complex> x = [0.5 * (u.M01 + u.M10)], y = [0.5 * Complex.ImaginaryOne * (u.M01 - u.M10)], z = [0.5 * (u.M00 - u.M11)];
        return Direction(x, y, z);
    }

    private static WireAxis? OfPair(Matrix4 u, int position)
    {
        Span<Complex> x = stackalloc Complex[4], y = stackalloc Complex[4], z = stackalloc Complex[4];
        int bit = 1 << position, other = 3 ^ bit;
        for (var i = 0; i < 4; i++)
        {
            int r = (i & 1) * other, c = (i >> 1) * other;
            Complex u00 = u[r, c], u01 = u[r, c | bit], u10 = u[r | bit, c], u11 = u[r | bit, c | bit];
            x[i] = 0.5 * (u01 + u10);
            y[i] = 0.5 * Complex.ImaginaryOne * (u01 - u10);
            z[i] = 0.5 * (u00 - u11);
        }
        return Direction(x, y, z);
    }

    /// <summary>n with (x, y, z) = n ⊗ m for real n, from the Gram matrix of the three; z where all vanish.</summary>
    private static WireAxis? Direction(ReadOnlySpan<Complex> x, ReadOnlySpan<Complex> y, ReadOnlySpan<Complex> z)
    {
        double xx = Gram(x, x).Real, yy = Gram(y, y).Real, zz = Gram(z, z).Real;
        var sum = xx + yy + zz;
        if (sum < Tolerance * Tolerance)
            return _z;
        Complex xy = Gram(x, y), xz = Gram(x, z), yz = Gram(y, z);
        var n = xx >= yy && xx >= zz ? new WireAxis(xx, xy.Real, xz.Real)
            : yy >= zz ? new WireAxis(xy.Real, yy, yz.Real) : new WireAxis(xz.Real, yz.Real, zz);
        var length = Math.Sqrt(n.X * n.X + n.Y * n.Y + n.Z * n.Z);
        n = new(n.X / length, n.Y / length, n.Z / length);
        var rest = Square(xx - sum * n.X * n.X) + Square(yy - sum * n.Y * n.Y) + Square(zz - sum * n.Z * n.Z)
            + Matrix2.SquaredAbs(xy - sum * n.X * n.Y) + Matrix2.SquaredAbs(xz - sum * n.X * n.Z)
            + Matrix2.SquaredAbs(yz - sum * n.Y * n.Z);
        return rest < Square(1e-12) ? n : null;
    }

    private static double Square(double value) => value * value;

    private static Complex Gram(ReadOnlySpan<Complex> a, ReadOnlySpan<Complex> b)
    {
        var sum = Complex.Zero;
        for (var i = 0; i < a.Length; i++)
            sum += Complex.Conjugate(a[i]) * b[i];
        return sum;
    }
}
