using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Writes any two-qubit unitary with the fewest uses of a gate that is locally equivalent to CX (cx, cz, ecr, rzz(π/2), ms(¼) …).
/// </summary>
/// <remarks>
/// Minimal counts by the interaction coordinates (Vidal and Dawson, Phys. Rev. A 69, 010301; Shende, Markov, Bullock,
/// Phys. Rev. A 69, 062321): 0 at the origin, 1 at (π/4, 0, 0), 2 on c = 0, else 3. Written with CX between the two qubits:
/// <list type="bullet">
/// <item>two: CX₁₂ · exp(iaX₁)exp(icZ₂) · CX₁₂ = exp(i(aXX + cZZ)), because CX takes X₁ to XX and Z₂ to ZZ;</item>
/// <item>three: exp(i(aXX + bYY + cZZ)) = e^(iπ/4) · S₁ · CX₂₁ · Rz₁(π/2 − 2c) Ry₂(π/2 − 2b) · CX₁₂ · Ry₂(2a − π/2) · CX₂₁ · S₂†, from
/// CX₂₁CX₁₂CX₂₁ = SWAP and SWAP = e^(−iπ/4)exp(iπ/4(XX + YY + ZZ)) (after Vatan and Williams, Phys. Rev. A 69, 032315).</item>
/// </list>
/// Each CX is then G with one-qubit unitaries, found once from G's own decomposition. Matrices here act on (first, second) in G's native
/// direction.
/// </remarks>
internal sealed class TwoQubitSynthesiser
{
    private const double QuarterPi = Math.PI / 4;

    /// <summary>Coordinates closer than this are on the face; the error a count made smaller may cost is its square.</summary>
    internal const double CountTolerance = 1e-10;

    private readonly Frame _plain, _forward, _backward;

    private TwoQubitSynthesiser(Matrix4 gate, WeylDecomposition g)
    {
        Gate = gate;
        _plain = new(g.RightFirst.Adjoint, g.RightSecond.Adjoint, g.LeftFirst.Adjoint, g.LeftSecond.Adjoint);
        _forward = FrameOf(Matrix4.CX01, g);
        _backward = FrameOf(Matrix4.CX10, g);
    }

    /// <summary>The gate G.</summary>
    public Matrix4 Gate { get; }

    /// <summary>exp(iπ/4·XX) or a CX, up to a phase, as (After) · G · (Before).</summary>
    private sealed record Frame(Matrix2 BeforeFirst, Matrix2 BeforeSecond, Matrix2 AfterFirst, Matrix2 AfterSecond);

    /// <summary>A synthesiser for G.</summary>
    /// <exception cref="ArgumentException">G is not locally equivalent to CX.</exception>
    public static TwoQubitSynthesiser For(Matrix4 gate)
    {
        var g = WeylDecomposition.Of(gate);
        if (CountOf(g) != 1)
            throw new ArgumentException("The gate is not locally equivalent to cx, so its synthesis does not apply.", nameof(gate));
        return new(gate, g);
    }

    /// <summary>How many uses of a CX-like gate the unitary needs: 0 to 3.</summary>
    public static int CountOf(WeylDecomposition w)
    {
        if (Math.Abs(w.C) > CountTolerance)
            return 3;
        if (w.A < CountTolerance)
            return 0;
        return w.B < CountTolerance && w.A > QuarterPi - CountTolerance ? 1 : 2;
    }

    /// <summary>How many uses the unitary needs together with a swap of its qubits: a swap adds π/4 to every coordinate.</summary>
    public static int CountWithSwap(WeylDecomposition w)
    {
        // π/4 − A ≥ 0, π/4 − B ≥ 0 and π/4 − |C| ≥ 0 are the new coordinates up to order and signs.
        double a = QuarterPi - w.A, b = QuarterPi - w.B, c = QuarterPi - Math.Abs(w.C);
        if (a > CountTolerance)
            return 3;
        if (c < CountTolerance)
            return 0;
        return b < CountTolerance && c > QuarterPi - CountTolerance ? 1 : 2;
    }

    public TwoQubitForm Synthesise(Matrix4 unitary) => Synthesise(unitary, WeylDecomposition.Of(unitary));

    public TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w)
    {
        var draft = new Draft(this, w);
        switch (CountOf(w))
        {
            case 0:
                break;
            case 1:
                draft.Use(_plain);
                break;
            case 2:
                Two(draft, w.A, w.B);
                break;
            default:
                Three(draft, w.A, w.B, w.C);
                break;
        }
        return draft.Finish(unitary, w);
    }

    private static void Two(Draft draft, double a, double b)
    {
        // exp(i(aXX + bYY)) from exp(i(aXX + bZZ)): a quarter turn about x takes ZZ to YY.
        var turn = Matrix2.RX(Math.PI / 2);
        draft.Locals(turn.Adjoint, turn.Adjoint);
        draft.Controlled();
        draft.Locals(Matrix2.RX(-2 * a), Matrix2.RZ(-2 * b));
        draft.Controlled();
        draft.Locals(turn, turn);
    }

    private static void Three(Draft draft, double a, double b, double c)
    {
        draft.Locals(Matrix2.Identity, Matrix2.Sdg);
        draft.Reversed();
        draft.Locals(Matrix2.Identity, Matrix2.RY(2 * a - Math.PI / 2));
        draft.Controlled();
        draft.Locals(Matrix2.RZ(Math.PI / 2 - 2 * c), Matrix2.RY(Math.PI / 2 - 2 * b));
        draft.Reversed();
        draft.Locals(Matrix2.S, Matrix2.Identity);
    }

    private static Frame FrameOf(Matrix4 cx, WeylDecomposition g)
    {
        var w = WeylDecomposition.Of(cx);
        return new(g.RightFirst.Adjoint * w.RightFirst, g.RightSecond.Adjoint * w.RightSecond,
            w.LeftFirst * g.LeftFirst.Adjoint, w.LeftSecond * g.LeftSecond.Adjoint);
    }

    /// <summary>Collects locals between uses of G in time order.</summary>
    private sealed class Draft(TwoQubitSynthesiser owner, WeylDecomposition w)
    {
        private readonly List<Matrix2> _first = [w.RightFirst], _second = [w.RightSecond];

        public void Locals(Matrix2 first, Matrix2 second)
        {
            _first[^1] = first * _first[^1];
            _second[^1] = second * _second[^1];
        }

        public void Controlled() => Use(owner._forward);

        public void Reversed() => Use(owner._backward);

        public void Use(Frame frame)
        {
            Locals(frame.BeforeFirst, frame.BeforeSecond);
            _first.Add(frame.AfterFirst);
            _second.Add(frame.AfterSecond);
        }

        public TwoQubitForm Finish(Matrix4 unitary, WeylDecomposition target)
        {
            Locals(target.LeftFirst, target.LeftSecond);
            var form = new TwoQubitForm([.. _first], [.. _second], 0);
            var overlap = Matrix4.Overlap(form.Reassemble(owner.Gate), unitary);
            return form with { Phase = Elementary.Atan2(overlap.Imaginary, overlap.Real) };
        }
    }
}
