using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>What stands between the two rz of a one-qubit unitary on one target.</summary>
/// <remarks>
/// A quarter turn about x (sx, gpi2(0), rx(π/2)) always; a half turn (x, gpi(0), rx(π)) where there is one; and where a pulse may have any
/// angle about any axis of the equator (prx), one pulse for everything: rz(λ) sx rz(θ+π) sx rz(φ+π) = prx(θ, π/2) between rz(λ) and rz(φ).
/// </remarks>
internal sealed class PulseSet
{
    private static readonly NativePulse[] _halves =
    [
        new(StandardGates.SX, []), new(StandardGates.GPI2, [0]), new(StandardGates.PRX, [Math.PI / 2, 0]), new(StandardGates.RX, [Math.PI / 2])
    ];

    private static readonly NativePulse[] _fulls =
    [
        new(StandardGates.X, []), new(StandardGates.GPI, [0]), new(StandardGates.PRX, [Math.PI, 0]), new(StandardGates.RX, [Math.PI])
    ];

    private readonly NativePulse[] _full;
    private readonly bool _anyAngle;

    private PulseSet(NativePulse half, NativePulse[] full, bool anyAngle) => (Half, _full, _anyAngle) = (half, full, anyAngle);

    /// <summary>The quarter turn.</summary>
    public NativePulse Half { get; }

    /// <summary>The pulses of a target, or null if it lacks rz or a quarter turn.</summary>
    public static PulseSet? Of(Target target)
    {
        bool Native(NativePulse pulse) => target.Device.Basis.Contains(pulse.Gate.Name) && target.NativeGates.Contains(pulse.Gate);
        if (!target.NativeGates.Contains(StandardGates.RZ) || _halves.FirstOrDefault(Native) is not { } half)
            return null;
        var full = _fulls.FirstOrDefault(Native);
        return new(half, full is null ? [half, half] : [full], half.Gate.Equals(StandardGates.PRX));
    }

    /// <summary>The pulses of a form in time order, an rz to add after them, and the phase by which they differ from sx and x.</summary>
    public (NativePulse[] Pulses, double Turn, double Phase) Middle(in PulseForm form)
    {
        NativePulse[] pulses = form.Kind switch
        {
            PulseKind.None => [],
            PulseKind.Half => [Half],
            PulseKind.Full => _full,
            _ when _anyAngle => [new(StandardGates.PRX, [form.Middle - Math.PI, Math.PI / 2])],
            _ => [Half, new(StandardGates.RZ, [form.Middle]), Half]
        };
        var turn = form.Kind == PulseKind.TwoHalves && _anyAngle ? -Math.PI : 0;
        return (pulses, turn, Difference(pulses, turn, form));
    }

    /// <summary>Number of pulses of a form; rz are none.</summary>
    public int CountOf(in PulseForm form) => form.Kind switch
    {
        PulseKind.None => 0,
        PulseKind.Full => _full.Length,
        PulseKind.Half => 1,
        _ => CountOfGeneral
    };

    /// <summary>Number of pulses that serve every one-qubit unitary.</summary>
    public int CountOfGeneral => _anyAngle ? 1 : 2;

    /// <summary>
    /// Rz(φ)·Ry(θ)·Rz(λ) in pulses whatever the angles, in time order: rz(λ), these, rz(φ + <c>Turn</c>), with the phase by which the
    /// product falls short of it.
    /// </summary>
    public ((Gate Gate, Angle[] Angles)[] Pulses, double Turn, double Phase) General(Angle theta)
    {
        if (_anyAngle)
            return ([(StandardGates.PRX, [theta, Math.PI / 2])], 0, 0);
        var half = Half.Matrix();
        // The same for all angles: taken at θ = 1.
        var built = Matrix2.RZ(Math.PI) * half * Matrix2.RZ(1 + Math.PI) * half;
        return ([(Half.Gate, Half.Angles), (StandardGates.RZ, [theta + Math.PI]), (Half.Gate, Half.Angles)], Math.PI,
            PhaseBetween(built, Matrix2.RY(1)));
    }

    private static double Difference(NativePulse[] pulses, double turn, in PulseForm form)
    {
        var product = Matrix2.Identity;
        foreach (var pulse in pulses)
            product = pulse.Matrix() * product;
        product = Matrix2.RZ(turn) * product;
        return PulseForm.Wrap(PhaseBetween(product, (form with { First = 0, Last = 0 }).Matrix()));
    }

    /// <summary>The phase of <paramref name="wanted"/> against <paramref name="product"/>, which equal each other but for it.</summary>
    private static double PhaseBetween(in Matrix2 product, in Matrix2 wanted)
    {
        var overlap = Complex.Conjugate(product.M00) * wanted.M00 + Complex.Conjugate(product.M01) * wanted.M01
            + Complex.Conjugate(product.M10) * wanted.M10 + Complex.Conjugate(product.M11) * wanted.M11;
        return Elementary.Atan2(overlap.Imaginary, overlap.Real);
    }
}
