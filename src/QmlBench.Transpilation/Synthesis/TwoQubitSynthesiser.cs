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
internal sealed class TwoQubitSynthesiser : PairSynthesis
{
    private const double QuarterPi = Math.PI / 4;

    private readonly PairUse _use;
    private readonly Frame _plain, _forward, _backward;

    private TwoQubitSynthesiser(PairUse use, WeylDecomposition g)
    {
        _use = use;
        _plain = new(g.RightFirst.Adjoint, g.RightSecond.Adjoint, g.LeftFirst.Adjoint, g.LeftSecond.Adjoint);
        _forward = FrameOf(Matrix4.CX01, g);
        _backward = FrameOf(Matrix4.CX10, g);
    }

    /// <summary>exp(iπ/4·XX) or a CX, up to a phase, as (After) · G · (Before).</summary>
    private sealed record Frame(Matrix2 BeforeFirst, Matrix2 BeforeSecond, Matrix2 AfterFirst, Matrix2 AfterSecond);

    /// <summary>A synthesiser for G.</summary>
    /// <exception cref="ArgumentException">G is not locally equivalent to CX.</exception>
    public static TwoQubitSynthesiser For(PairUse use)
    {
        var g = WeylDecomposition.Of(use.Matrix);
        if (Uses(g) != 1)
            throw new ArgumentException("The gate is not locally equivalent to cx, so its synthesis does not apply.", nameof(use));
        return new(use, g);
    }

    /// <summary>How many uses of a CX-like gate a unitary needs: 0 to 3.</summary>
    public static int Uses(WeylDecomposition w)
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

    public override int CountOf(WeylDecomposition w) => Uses(w);

    public override TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w) => Synthesise(unitary, w, Uses(w));

    /// <summary>The unitary in a given number of uses, at least what it needs: 0, 1, 2 or 3 (one only where it needs one).</summary>
    public TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w, int uses)
    {
        var draft = new Draft(this, w);
        switch (uses)
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
        private readonly FormBuilder _form = new(w.RightFirst, w.RightSecond);

        public void Locals(Matrix2 first, Matrix2 second) => _form.Locals(first, second);

        public void Controlled() => Use(owner._forward);

        public void Reversed() => Use(owner._backward);

        public void Use(Frame frame)
        {
            Locals(frame.BeforeFirst, frame.BeforeSecond);
            _form.Use(owner._use, frame.AfterFirst, frame.AfterSecond);
        }

        public TwoQubitForm Finish(Matrix4 unitary, WeylDecomposition target)
        {
            Locals(target.LeftFirst, target.LeftSecond);
            return _form.Finish(unitary);
        }
    }
}
