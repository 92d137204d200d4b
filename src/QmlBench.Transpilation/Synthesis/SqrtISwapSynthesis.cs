using QmlBench.Circuits.Gates;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Writes two-qubit unitaries with √iSWAP: two uses where A ≥ B + |C| (79 % of random unitaries), never more than three.</summary>
/// <remarks>
/// Huang et al., "Quantum instruction set design for performance", arXiv:2105.06074: the interior of two uses in closed form (Eqs. 4–8), and
/// for the other unitaries one use that carries the rest into the region of two. The closed form loses digits at the region's edges; there
/// the result is refined.
/// </remarks>
internal sealed class SqrtISwapSynthesis : PairSynthesis
{
    private const double EighthPi = Math.PI / 8;

    private static readonly PairUse _use = new(StandardGates.SqrtISwap);

    public static SqrtISwapSynthesis Instance { get; } = new();

    public override int CountOf(WeylDecomposition w)
    {
        if (w.A < CountTolerance)
            return 0;
        if (Math.Abs(w.A - EighthPi) < CountTolerance && Math.Abs(w.B - EighthPi) < CountTolerance && Math.Abs(w.C) < CountTolerance)
            return 1;
        return Slack(w) > -CountTolerance ? 2 : 3;
    }

    public override TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w) => CountOf(w) switch
    {
        0 => new FormBuilder(w.LeftFirst * w.RightFirst, w.LeftSecond * w.RightSecond).Finish(unitary),
        1 => InteriorMatch.Complete(unitary, w, One()),
        2 => InteriorMatch.Complete(unitary, w, Two(w.A, w.B, w.C)),
        _ => Three(unitary, w)
    };

    private static double Slack(WeylDecomposition w) => w.A - w.B - Math.Abs(w.C);

    private static TwoQubitForm One()
    {
        var form = new FormBuilder(Matrix2.Identity, Matrix2.Identity);
        form.Use(_use);
        return form.Finish(_use.Matrix);
    }

    /// <summary>√iSWAP · (Rz(−γ)Rx(−α)Rz(−γ) ⊗ Rx(−β)) · √iSWAP.</summary>
    /// <remarks>
    /// cos α and cos β are cos 2x − cos 2y + cos 2z ± 2√C with C = sin(x+y−z)·sin(x−y+z)·sin(x+y+z)·sin(x−y−z); written as
    /// sin²(α/2) = sin(x+y)·sin(x−y) + sin²z − √C (β: +√C) nothing is lost near the identity and near iSWAP.
    /// </remarks>
    private static TwoQubitForm Two(double x, double y, double z)
    {
        var root = Math.Sqrt(Math.Max(0, Elementary.Sin(x + y - z) * Elementary.Sin(x - y + z)
            * Elementary.Sin(x + y + z) * Elementary.Sin(x - y - z)));
        var sinZ = Elementary.Sin(z);
        var sum = Elementary.Sin(x + y) * Elementary.Sin(x - y) + sinZ * sinZ;
        double alpha = Twice(sum - root), beta = Twice(sum + root), gamma = Gamma(x, y, z);
        var form = new FormBuilder(Matrix2.Identity, Matrix2.Identity);
        form.Use(_use, Matrix2.RZ(-gamma) * Matrix2.RX(-alpha) * Matrix2.RZ(-gamma), Matrix2.RX(-beta));
        form.Use(_use);
        return form.Finish(Matrix4.Identity);
    }

    /// <summary>The angle whose half has this squared sine.</summary>
    private static double Twice(double squaredSine)
    {
        var square = Math.Clamp(squaredSine, 0, 1);
        return 2 * Elementary.Atan2(Math.Sqrt(square), Math.Sqrt(1 - square));
    }

    /// <summary>cos γ = ±√(t / (t + cos 2x·cos 2y·cos 2z)) with t = 4(cos x·cos z·sin y)² and the sign of z.</summary>
    private static double Gamma(double x, double y, double z)
    {
        var along = 2 * Elementary.Cos(x) * Elementary.Cos(z) * Elementary.Sin(y);
        var across = Math.Sqrt(Math.Max(0, Elementary.Cos(2 * x) * Elementary.Cos(2 * y) * Elementary.Cos(2 * z)));
        return across == 0 && along == 0 ? Math.PI / 2 : Elementary.Atan2(across, z < 0 ? -along : along);
    }

    /// <summary>U = L·C(x,y,z)·R with C(x,y,z) = C(x,y,z − δ)·C(δ), where C(δ) is one use and the rest takes two.</summary>
    private static TwoQubitForm Three(Matrix4 unitary, WeylDecomposition w)
    {
        var (dx, dy, dz) = Step(w);
        var last = WeylDecomposition.Canonical(dx, dy, dz);
        var rest = WeylDecomposition.Canonical(w.A - dx, w.B - dy, w.C - dz);
        var form = new FormBuilder(w.RightFirst, w.RightSecond);
        form.Append(InteriorMatch.Complete(last, WeylDecomposition.Of(last), One()));
        form.Append(Instance.Synthesise(rest, WeylDecomposition.Of(rest)));
        form.Locals(w.LeftFirst, w.LeftSecond);
        return form.Finish(unitary);
    }

    /// <summary>The step of π/8 in two coordinates after which the rest lies deepest in the region of two uses.</summary>
    private static (double X, double Y, double Z) Step(WeylDecomposition w)
    {
        (double X, double Y, double Z) best = default;
        var deepest = double.NegativeInfinity;
        foreach (var (sx, sy, sz) in _steps)
        {
            (double x, double y, double z) = (sx * EighthPi, sy * EighthPi, sz * EighthPi);
            var walk = new ChamberWalk(w.A - x, w.B - y, w.C - z, Matrix2.Identity, Matrix2.Identity, Matrix2.Identity, Matrix2.Identity);
            walk.Fold(0);
            var slack = walk.A - walk.B - Math.Abs(walk.C);
            if (slack <= deepest + 1e-13)
                continue;
            (best, deepest) = ((x, y, z), slack);
        }
        return best;
    }

    private static readonly (int, int, int)[] _steps =
    [
        (1, 1, 0), (1, 0, 1), (1, 0, -1), (0, 1, 1), (0, 1, -1), (1, -1, 0),
        (-1, 1, 0), (-1, 0, 1), (-1, 0, -1), (0, -1, 1), (0, -1, -1), (-1, -1, 0)
    ];
}
