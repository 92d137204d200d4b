using QmlBench.Circuits.Gates;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Writes two-qubit unitaries with the Sycamore gate syc = fsim(π/2, π/6), at most four uses.</summary>
/// <remarks>
/// syc = D·SWAP with D = exp(iγ·ZZ), γ = 5π/24, up to one-qubit unitaries. So n uses reach U where n uses of D reach U·SWAPⁿ. What n uses
/// of exp(iγ·XX) reach is known (Peterson, Bishop and Javadi-Abhari, "Optimal synthesis into fixed XX interactions", Quantum 6, 696):
/// <list type="bullet">
/// <item>two: C = 0 and A + B ≤ 2γ;</item>
/// <item>three: A + B + |C| ≤ 3γ and |C| ≤ γ, which for U itself is A + B + |C| ≥ 3(π/4 − γ) = π/8;</item>
/// <item>four: everything.</item>
/// </list>
/// Two: e^(iγXX)·(Rz(t)⊗Rz(s))·e^(iγXX) keeps the parity of the bits and turns the even states by p − q and the odd ones by p + q, where
/// sin(p ± q) = sin 2γ · cos((t ∓ s)/2). Three: M = e^(iγ·nσ⊗mσ) is split off so that Im Tr(C²·M†²) = 0, the condition for C = 0 of Shende,
/// Bullock and Markov (Phys. Rev. A 70, 012310), which is linear in d = (n₁m₁, n₂m₂, n₃m₃).
/// </remarks>
internal sealed class SycamoreSynthesis : PairSynthesis
{
    private const double QuarterPi = Math.PI / 4;
    private const double Gamma = 5 * Math.PI / 24;

    private static readonly PairUse _use = new(StandardGates.Syc);
    private static readonly WeylDecomposition _weyl = WeylDecomposition.Of(_use.Matrix);

    /// <summary>D = syc · SWAP.</summary>
    private static readonly PairUse _diagonal = _use.AfterSwap();
    private static readonly WeylDecomposition _split = WeylDecomposition.Of(_diagonal.Matrix);

    public static SycamoreSynthesis Instance { get; } = new();

    public override int CountOf(WeylDecomposition w)
    {
        if (w.A < CountTolerance)
            return 0;
        if (QuarterPi - w.B < CountTolerance && Math.Abs(Math.Abs(w.C) - Math.Abs(_weyl.C)) < CountTolerance)
            return 1;
        if (Math.Abs(w.C) < CountTolerance && w.A + w.B < 2 * Gamma + CountTolerance)
            return 2;
        return w.A + w.B + Math.Abs(w.C) > 3 * (QuarterPi - Gamma) - CountTolerance ? 3 : 4;
    }

    public override TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w)
    {
        var uses = CountOf(w);
        if (uses == 0)
            return new FormBuilder(w.LeftFirst * w.RightFirst, w.LeftSecond * w.RightSecond).Finish(unitary);
        var turned = SwapExchange.Before(unitary, uses);
        var target = uses % 2 == 0 ? w : WeylDecomposition.Of(turned);
        return SwapExchange.Apply(InDiagonals(turned, target, uses), _use, unitary);
    }

    /// <summary>A unitary in a given number of D.</summary>
    private static TwoQubitForm InDiagonals(Matrix4 unitary, WeylDecomposition w, int uses)
    {
        var form = new FormBuilder(Matrix2.Identity, Matrix2.Identity);
        if (uses == 1)
            form.Use(_diagonal);
        else if (uses == 2)
            Two(form, w.A, w.B);
        else
            More(form, w, uses);
        return InteriorMatch.Complete(unitary, w, form.Finish(Matrix4.Identity));
    }

    private static void Two(FormBuilder form, double p, double q)
    {
        double odd = HalfAngle(p + q), even = HalfAngle(p - q);
        Rotation(form);
        form.Locals(Matrix2.RZ(even + odd), Matrix2.RZ(even - odd));
        Rotation(form);
    }

    /// <summary>arccos(sin x / sin 2γ).</summary>
    private static double HalfAngle(double x)
    {
        var cos = Math.Clamp(Elementary.Sin(x) / Elementary.Sin(2 * Gamma), -1, 1);
        return Elementary.Atan2(Math.Sqrt((1 - cos) * (1 + cos)), cos);
    }

    /// <summary>exp(iγ·XX) as D between one-qubit unitaries.</summary>
    private static void Rotation(FormBuilder form)
    {
        form.Locals(_split.RightFirst.Adjoint, _split.RightSecond.Adjoint);
        form.Use(_diagonal, _split.LeftFirst.Adjoint, _split.LeftSecond.Adjoint);
    }

    /// <summary>C = (C·M†)·M, where the first factor takes one use less.</summary>
    private static void More(FormBuilder form, WeylDecomposition target, int uses)
    {
        var (rest, first, second) = RotationSplit.Of(target, uses - 1, Gamma);
        form.Locals(first.Adjoint, second.Adjoint);
        Rotation(form);
        form.Locals(first, second);
        form.Append(InDiagonals(rest, WeylDecomposition.Of(rest), uses - 1));
    }
}
