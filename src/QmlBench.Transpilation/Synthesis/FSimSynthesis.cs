using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Writes two-qubit unitaries with fsim(θ, φ) of any angles: one use where two coordinates are equal in size, else two.</summary>
/// <remarks>
/// fsim(θ, φ) is exp(i(x(XX + YY) + zZZ)) with x = −θ/2 and z = −φ/4, up to one-qubit unitaries. A second use between two X on the first
/// qubit is exp(i·x'(XX − YY)) and commutes with the first: (x + x', x − x', z) is any point.
/// </remarks>
internal sealed class FSimSynthesis : PairSynthesis
{
    public static FSimSynthesis Instance { get; } = new();

    public override int CountOf(WeylDecomposition w) => w.A < CountTolerance ? 0 : Single(w) is null ? 2 : 1;

    public override TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w)
    {
        var form = new FormBuilder(Matrix2.Identity, Matrix2.Identity);
        if (w.A < CountTolerance)
            return new FormBuilder(w.LeftFirst * w.RightFirst, w.LeftSecond * w.RightSecond).Finish(unitary);
        if (Single(w) is { } single)
            form.Use(single);
        else
        {
            form.Use(Use(0.5 * (w.A + w.B), w.C));
            form.Locals(Matrix2.X, Matrix2.Identity);
            form.Use(Use(0.5 * (w.A - w.B), 0));
        }
        return InteriorMatch.Complete(unitary, w, form.Finish(Matrix4.Identity));
    }

    private static PairUse? Single(WeylDecomposition w)
    {
        if (w.A - w.B < CountTolerance)
            return Use(w.A, w.C);
        return w.B - Math.Abs(w.C) < CountTolerance ? Use(w.B, w.C < 0 ? -w.A : w.A) : null;
    }

    private static PairUse Use(double x, double z) => new(StandardGates.FSim, -2 * x, -4 * z);
}
