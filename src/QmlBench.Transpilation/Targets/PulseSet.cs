using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>How one-qubit unitaries are made on one qubit: the rotation about z, and the best pulses for each kind of form.</summary>
/// <remarks>
/// A form is rz, pulses, rz. Its pulses are a quarter turn, a half turn, or two quarter turns with an rz between, and each may be made by any
/// native gate that turns by that angle; where a gate turns by any angle (prx, rx, phxz, u3), one does for two. Among what is live on
/// the qubit the smallest product of errors wins, then the smallest number of pulses. Errors do not depend on angles, so this is decided
/// once per qubit. Without a gate for rz (<see cref="Turn"/> is null) rotations about z are kept as the direction of the axes of later pulses.
/// </remarks>
internal sealed class PulseSet
{
    private static readonly Gate[] _turns = [StandardGates.RZ, StandardGates.U1, StandardGates.P];

    private readonly PulseChoice _half, _full, _two;

    private PulseSet(Gate? turn, PulseChoice half, PulseChoice full, PulseChoice two) => (Turn, _half, _full, _two) = (turn, half, full, two);

    /// <summary>The gate for rotations about z: rz, or u1 or p, which are rz with a phase; null if there is none.</summary>
    public Gate? Turn { get; }

    /// <summary>−ln(1 − error) of a quarter turn.</summary>
    public double Cost => _half.Cost;

    /// <summary>The pulses of a qubit; null if it has no quarter turn, or neither rz nor pulses that can carry rotations about z.</summary>
    public static PulseSet? Of(Target target, int qubit)
    {
        bool IsBasis(Gate gate) => target.Device.Basis.Contains(gate.Name) && target.NativeGates.Contains(gate);
        bool IsLive(Gate gate) => IsBasis(gate) && target.Supports(gate, qubit);
        // A qubit that is out of order is compiled for only where the user puts something on it.
        return Of(IsLive, target, qubit) ?? Of(IsBasis, target, qubit);
    }

    private static PulseSet? Of(Func<Gate, bool> has, Target target, int qubit)
    {
        double Cost(Gate gate) => SuccessProduct.Cost(target.Error(gate, qubit) ?? 0);
        PulseChoice Single(NativePulse pulse) => new([pulse], null, null, Cost(pulse.Gate));
        var turn = _turns.FirstOrDefault(g => target.NativeGates.Contains(g) && target.Supports(g, qubit))
            ?? _turns.FirstOrDefault(target.NativeGates.Contains);
        bool Carries(NativePulse pulse) => turn is not null || pulse.AxisAngle >= 0 || pulse.TakesTurns;
        PulseChoice[] quarters = [.. NativePulse.QuarterTurns.Where(p => has(p.Gate) && Carries(p)).Select(Single)];
        if (PulseChoice.Best(quarters) is not { } half)
            return null;
        var quarter = half.Fixed[0];
        PulseChoice twice = new([quarter, quarter], null, null, 2 * half.Cost);
        PulseChoice between = new([], null, quarter, 2 * half.Cost);
        var fulls = NativePulse.HalfTurns.Where(p => has(p.Gate) && Carries(p)).Select(Single).Append(twice);
        var any = NativePulse.AnyTurns.Where(g => has(g) && Carries(NativePulse.Turn(g, 0)))
            .Select(g => new PulseChoice([], g, null, Cost(g))).Append(between);
        return new(turn, half, PulseChoice.Best(fulls)!, PulseChoice.Best(any)!);
    }

    /// <summary>Number of pulses that serve every one-qubit unitary.</summary>
    public int CountOfGeneral => _two.Count;

    /// <summary>Pulses that rotate about z by an angle without a gate for it: two half turns about axes half the angle apart.</summary>
    public NativePulse[] HalfTurn => _full.Fixed;

    /// <summary>Number of pulses of a form; rotations about z are none.</summary>
    public int CountOf(in PulseForm form) => form.Kind switch
    {
        PulseKind.None => 0,
        PulseKind.Half => _half.Count,
        PulseKind.Full => _full.Count,
        _ => _two.Count
    };

    /// <summary>The pulses of a form in time order, rotations about z to add before and after them, and the phase by which all that differs
    /// from the form.</summary>
    public (NativePulse[] Pulses, double Before, double After, double Phase) Middle(in PulseForm form)
    {
        if (form.Kind == PulseKind.None)
            return ([], 0, 0, 0);
        var choice = form.Kind switch { PulseKind.Half => _half, PulseKind.Full => _full, _ => _two };
        var (pulses, before, after) = choice.For(form.Middle);
        return (pulses, before, after, Difference(pulses, before, after, (form with { First = 0, Last = 0 }).Matrix()));
    }

    /// <summary>The same for Ry(θ), whatever θ is.</summary>
    public (NativePulse[] Pulses, double Before, double After, Angle Phase) General(Angle theta)
    {
        var (pulses, before, after) = _two.For(theta + Math.PI);
        // The phase is taken at θ = 1, and is the same for all but phxz, which is e^(ix/2) times a rotation.
        var sample = Difference(_two.For(1 + Math.PI).Pulses, before, after + Math.PI, Matrix2.RY(1));
        return (pulses, before, after + Math.PI, _two.Any is { Name: "phxz" } ? sample + 0.5 - 0.5 * theta : sample);
    }

    /// <summary>The phase φ with wanted = e^(iφ) · rz(after) · pulses · rz(before).</summary>
    private static double Difference(NativePulse[] pulses, double before, double after, in Matrix2 wanted)
    {
        var product = Matrix2.RZ(before);
        foreach (var pulse in pulses)
            product = pulse.Matrix() * product;
        product = Matrix2.RZ(after) * product;
        var overlap = Complex.Conjugate(product.M00) * wanted.M00 + Complex.Conjugate(product.M01) * wanted.M01
            + Complex.Conjugate(product.M10) * wanted.M10 + Complex.Conjugate(product.M11) * wanted.M11;
        return PulseForm.Wrap(Elementary.Atan2(overlap.Imaginary, overlap.Real));
    }
}
