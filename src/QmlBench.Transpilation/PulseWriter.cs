using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Targets;

namespace QmlBench.Transpilation;

/// <summary>Writes one-qubit unitaries as native pulses, and the rotations about z that gather on every wire between them.</summary>
/// <remarks>
/// With a gate for rz, a rotation is written before the next pulse. Without one it is never written where that can be helped: it turns the
/// axes of later pulses, pulse(φ)·rz(t) = rz(t)·pulse(φ − t), and passes diagonal gates, measurements and delays.
/// </remarks>
internal sealed class PulseWriter(NativeBuilder builder, NativeBasis basis, int wires)
{
    private readonly Angle[] _turn = new Angle[wires];

    /// <summary>Adds a rotation about z to a wire.</summary>
    public void AddTurn(int qubit, Angle angle) => _turn[qubit] += angle;

    /// <summary>Forgets what has gathered on a wire: a reset or a measurement of bitstrings alone follows.</summary>
    public void DropTurn(int qubit) => _turn[qubit] = Angle.Zero;

    /// <summary>Whether the wire has no gate for rz, so that rotations are carried along.</summary>
    public bool Carries(int qubit) => basis.Pulses(qubit).Turn is null;

    /// <summary>What has gathered on a wire that carries it.</summary>
    public Angle Carried(int qubit) => _turn[qubit];

    /// <summary>A one-qubit unitary.</summary>
    public void Unitary(int qubit, in PulseForm form)
    {
        var (pulses, before, after, phase) = basis.Pulses(qubit).Middle(form);
        builder.AddPhase(form.Phase + phase);
        _turn[qubit] += form.First + before;
        if (form.Kind != PulseKind.None)
            Write(qubit, pulses, form.Last + after);
    }

    /// <summary>Rz(last)·Ry(theta)·Rz(first) with symbols for angles.</summary>
    public void Euler(int qubit, Angle first, Angle theta, Angle last)
    {
        var (pulses, before, after, phase) = basis.Pulses(qubit).General(theta);
        builder.AddPhase(phase);
        _turn[qubit] += first + before;
        Write(qubit, pulses, last + after);
    }

    private void Write(int qubit, NativePulse[] pulses, Angle after)
    {
        var set = basis.Pulses(qubit);
        if (pulses is [{ TakesTurns: true } whole] && (set.Turn is null || after.IsConstant))
            Whole(qubit, whole, after);
        else if (set.Turn is null)
            Turned(qubit, pulses, after);
        else
        {
            WriteTurn(qubit);
            foreach (var pulse in pulses)
                Pulse(qubit, set, pulse, null);
            _turn[qubit] = after;
        }
    }

    /// <summary>The same under a condition, where a phase has no effect.</summary>
    public void Conditional(int qubit, in PulseForm form, Condition condition)
    {
        WriteTurn(qubit);
        var set = basis.Pulses(qubit);
        var (pulses, before, after, _) = set.Middle(form);
        Rz(qubit, form.First + before, condition);
        foreach (var pulse in pulses)
            Pulse(qubit, set, pulse, condition);
        Rz(qubit, form.Last + after, condition);
    }

    /// <summary>Writes the rotation that has gathered on a wire.</summary>
    public void WriteTurn(int qubit)
    {
        var angle = _turn[qubit];
        _turn[qubit] = Angle.Zero;
        Rz(qubit, angle, null);
    }

    /// <summary>rz(angle) in the gate the qubit has for it, with its phase; nothing for the angle 0.</summary>
    public void Rz(int qubit, Angle any, Condition? condition)
    {
        var angle = NativeAngle.Tidy(any, out var turns);
        // rz(θ + 2πk) = (−1)^k rz(θ).
        if ((turns & 1) != 0 && condition is null)
            builder.AddPhase(Math.PI);
        if (angle.IsConstant && angle.Constant == 0)
            return;
        var turn = basis.Pulses(qubit).Turn;
        if (turn is null)
            HalfTurns(qubit, angle, condition);
        else
            builder.Add(turn, [angle], [qubit], condition);
        // p(θ) and u1(θ) are e^(iθ/2)·rz(θ).
        if (turn is not null && !turn.Equals(StandardGates.RZ) && condition is null)
            builder.AddPhase(-0.5 * angle);
    }

    private void Pulse(int qubit, PulseSet set, NativePulse pulse, Condition? condition)
    {
        if (pulse.Gate.Equals(StandardGates.RZ) && !StandardGates.RZ.Equals(set.Turn))
            Rz(qubit, pulse.Angles[0], condition);
        else
            builder.Add(pulse.Gate, pulse.Angles, [qubit], condition);
    }

    /// <summary>A pulse that takes the rotations about z before and after it into its angles.</summary>
    private void Whole(int qubit, NativePulse pulse, Angle after)
    {
        if (!_turn[qubit].IsConstant && !Carries(qubit))
            WriteTurn(qubit);
        var before = _turn[qubit];
        builder.Add(pulse.Gate, pulse.WithTurns(before, after), [qubit]);
        // p instead of rz on both sides.
        builder.AddPhase(-0.5 * (before + after));
        _turn[qubit] = Angle.Zero;
    }

    /// <summary>Pulses whose axes are turned by what has gathered.</summary>
    private void Turned(int qubit, NativePulse[] pulses, Angle after)
    {
        foreach (var pulse in pulses)
            if (pulse.Gate.Equals(StandardGates.RZ))
                _turn[qubit] += pulse.Angles[0];
            else
                builder.Add(pulse.Gate, pulse.WithAxis(-_turn[qubit]), [qubit]);
        _turn[qubit] += after;
    }

    /// <summary>rz(t) as half turns about two axes t/2 apart, or as one pulse that takes rotations about z.</summary>
    private void HalfTurns(int qubit, Angle angle, Condition? condition)
    {
        var half = basis.Pulses(qubit).HalfTurn;
        if (half is [{ TakesTurns: true } whole])
        {
            builder.Add(whole.Gate, NativePulse.Turn(whole.Gate, 0).WithTurns(0, angle), [qubit], condition);
            if (condition is null)
                builder.AddPhase(-0.5 * angle);
            return;
        }
        foreach (var axis in (Angle[])[Angle.Zero, 0.5 * angle])
            foreach (var pulse in half)
                builder.Add(pulse.Gate, pulse.WithAxis(axis), [qubit], condition);
        // A half turn is −i·gpi(φ) unless it is gpi itself, and gpi(t/2)·gpi(0) = rz(t).
        if (condition is null && !half[0].Gate.Equals(StandardGates.GPI))
            builder.AddPhase(Math.PI);
    }
}
