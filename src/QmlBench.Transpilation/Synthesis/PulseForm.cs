using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>The pulse between the first and the last rz of a one-qubit unitary in the basis rz, sx, x.</summary>
internal enum PulseKind : byte
{
    /// <summary>Nothing: the unitary is a rotation about z.</summary>
    None,

    /// <summary>One sx.</summary>
    Half,

    /// <summary>One x.</summary>
    Full,

    /// <summary>sx, rz(middle), sx.</summary>
    TwoHalves
}

/// <summary>
/// A one-qubit unitary as rz(First), pulses, rz(Last) in time order, times e^(i·Phase): at most two sx.
/// </summary>
/// <remarks>
/// Rz(φ)Ry(θ)Rz(λ) is rz(λ+φ) at θ = 0; rz(λ−π/2) sx rz(φ+π/2) at π/2; rz(λ−φ+π) x at π; else rz(λ) sx rz(θ+π) sx rz(φ+π).
/// Angles are wrapped to [−π, π) and those below 1e-12 are 0. The phase is read off the reassembled matrix, so it holds whatever
/// wrapping did.
/// </remarks>
internal readonly record struct PulseForm(PulseKind Kind, double First, double Middle, double Last, double Phase)
{
    private const double AngleTolerance = 1e-12;
    private const double HalfPi = Math.PI / 2;

    public int Pulses => Kind switch { PulseKind.None => 0, PulseKind.TwoHalves => 2, _ => 1 };

    public static PulseForm Of(in Matrix2 u)
    {
        var angles = EulerAngles.Of(u);
        var form = Shape(angles.Theta, angles.Phi, angles.Lambda);
        var built = form.Matrix();
        var overlap = Complex.Conjugate(built.M00) * u.M00 + Complex.Conjugate(built.M01) * u.M01
            + Complex.Conjugate(built.M10) * u.M10 + Complex.Conjugate(built.M11) * u.M11;
        return form with { Phase = Elementary.Atan2(overlap.Imaginary, overlap.Real) };
    }

    /// <summary>The product of the pulses and rotations, without <see cref="Phase"/>.</summary>
    public Matrix2 Matrix()
    {
        var middle = Kind switch
        {
            PulseKind.None => Matrix2.Identity,
            PulseKind.Half => Matrix2.SX,
            PulseKind.Full => Matrix2.X,
            _ => Matrix2.SX * Matrix2.RZ(Middle) * Matrix2.SX
        };
        return Matrix2.RZ(Last) * middle * Matrix2.RZ(First);
    }

    /// <summary>The angle in [−π, π); below 1e-12 exactly 0.</summary>
    public static double Wrap(double angle)
    {
        var wrapped = angle - 2 * Math.PI * Math.Floor((angle + Math.PI) / (2 * Math.PI));
        if (wrapped >= Math.PI - AngleTolerance)
            wrapped -= 2 * Math.PI;
        return Math.Abs(wrapped) < AngleTolerance ? 0 : Math.Max(wrapped, -Math.PI);
    }

    private static PulseForm Shape(double theta, double phi, double lambda)
    {
        if (Math.Abs(theta) < AngleTolerance)
            return new(PulseKind.None, Wrap(phi + lambda), 0, 0, 0);
        if (Math.Abs(theta - Math.PI) < AngleTolerance)
            return new(PulseKind.Full, Wrap(lambda - phi + Math.PI), 0, 0, 0);
        if (Math.Abs(theta - HalfPi) < AngleTolerance)
            return new(PulseKind.Half, Wrap(lambda - HalfPi), 0, Wrap(phi + HalfPi), 0);
        return new(PulseKind.TwoHalves, Wrap(lambda), Wrap(theta + Math.PI), Wrap(phi + Math.PI), 0);
    }
}
