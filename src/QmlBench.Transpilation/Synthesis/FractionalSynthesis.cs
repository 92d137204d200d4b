using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Writes two-qubit unitaries with a rotation of any angle about a product of two Paulis (rzz, rxx, ryy, rzx, partial ms): one use per
/// interaction coordinate that is not zero.
/// </summary>
/// <remarks>
/// exp(i(aXX + bYY + cZZ)) is the product of its three commuting factors, and each is the rotation with one-qubit unitaries around it. Fewer
/// do not suffice: one use is (a, 0, 0), and two have c = 0, as two CX with anything between them have. Angles lie in (0, π/2], which is
/// the native range of rzz on IBM's Heron: a minus sign is a Pauli on either side.
/// </remarks>
internal sealed class FractionalSynthesis : PairSynthesis
{
    private readonly Gate _gate;
    private readonly double[] _before;
    private readonly Matrix2 _first, _second;

    /// <param name="gate">A gate whose last angle θ makes it exp(−iθ/2·P⊗Q).</param>
    /// <param name="before">The angles before θ.</param>
    /// <param name="first">V with V·P·V† = X.</param>
    /// <param name="second">V with V·Q·V† = X.</param>
    private FractionalSynthesis(Gate gate, double[] before, Matrix2 first, Matrix2 second) =>
        (_gate, _before, _first, _second) = (gate, before, first, second);

    /// <summary>The synthesis of a gate, or null if it is no such rotation.</summary>
    public static FractionalSynthesis? For(Gate gate) => gate.Name switch
    {
        "rzz" => new(gate, [], Matrix2.H, Matrix2.H),
        "rxx" => new(gate, [], Matrix2.Identity, Matrix2.Identity),
        "ryy" => new(gate, [], Matrix2.Sdg, Matrix2.Sdg),
        "rzx" => new(gate, [], Matrix2.H, Matrix2.Identity),
        "ms" => new(gate, [0, 0], Matrix2.Identity, Matrix2.Identity),
        _ => null
    };

    public override int CountOf(WeylDecomposition w) =>
        (w.A < CountTolerance ? 0 : 1) + (w.B < CountTolerance ? 0 : 1) + (Math.Abs(w.C) < CountTolerance ? 0 : 1);

    public override TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w)
    {
        var form = new FormBuilder(w.RightFirst, w.RightSecond);
        Rotate(form, w.A, Matrix2.Identity);
        Rotate(form, w.B, Matrix2.S);
        Rotate(form, w.C, Matrix2.H);
        form.Locals(w.LeftFirst, w.LeftSecond);
        return form.Finish(unitary);
    }

    /// <summary>exp(i·angle·PP) with P = V·X·V†.</summary>
    private void Rotate(FormBuilder form, double angle, in Matrix2 frame)
    {
        if (Math.Abs(angle) < CountTolerance)
            return;
        // exp(i·a·XX) is the rotation by −2a: for a > 0 by 2a, with a Z before and after.
        var sign = angle > 0 ? Matrix2.Z : Matrix2.Identity;
        form.Locals(_first.Adjoint * sign * frame.Adjoint, _second.Adjoint * frame.Adjoint);
        form.Use(new(_gate, [.. _before, 2 * Math.Abs(angle)]), frame * sign * _first, frame * _second);
    }
}
