using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>U = e^(i·phase) · Rz(phi) · Ry(theta) · Rz(lambda), with theta in [0, π].</summary>
internal readonly record struct EulerAngles(double Theta, double Phi, double Lambda)
{
    /// <summary>The angles of a unitary. Where theta is 0 or π only a sum or difference is fixed; lambda is then 0.</summary>
    public static EulerAngles Of(in Matrix2 u)
    {
        var cos = Math.Sqrt(Matrix2.SquaredAbs(u.M00));
        var sin = Math.Sqrt(Matrix2.SquaredAbs(u.M10));
        var theta = 2 * Elementary.Atan2(sin, cos);
        var det = u.Determinant;
        var twicePhase = Elementary.Atan2(det.Imaginary, det.Real);
        if (sin < 1e-14)
            return new(theta, 2 * Elementary.Atan2(u.M11.Imaginary, u.M11.Real) - twicePhase, 0);
        var lower = Elementary.Atan2(u.M10.Imaginary, u.M10.Real);
        if (cos < 1e-14)
            return new(theta, 2 * lower - twicePhase, 0);
        var corner = Elementary.Atan2(u.M11.Imaginary, u.M11.Real);
        return new(theta, corner + lower - twicePhase, corner - lower);
    }
}
