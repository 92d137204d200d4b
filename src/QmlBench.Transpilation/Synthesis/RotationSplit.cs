using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Splits M = exp(iγ·nσ⊗mσ) off a canonical unitary C(a, b, c) so that the rest takes one rotation by γ less.
/// </summary>
/// <remarks>
/// For two rotations left, C must be 0: with M² = cos 2γ + i·sin 2γ·nσ⊗mσ and C² = w₀ + Σ wₖ·σₖ⊗σₖ, Im Tr(C²·M†²) = 0 reads
/// Σ dₖRₖ = cot 2γ·sin 2a·sin 2b·sin 2c with dₖ = nₖmₖ and Rₖ = Re wₖ (R₁ = cos 2a·sin 2b·sin 2c and so on). Solutions are taken on the
/// lines between two axes, d = (±(1 − t), 0, t) and (0, ±(1 − t), t) with nₖ = √|dₖ| = |mₖ|, and on rays λd within; of these the one is used
/// whose rest has the smallest A + B. For three left the region has volume, and M along an axis serves.
/// </remarks>
internal static class RotationSplit
{
    /// <summary>The rest C·M† and the frames V, W with V·X·V† = nσ and W·X·W† = mσ.</summary>
    public static (Matrix4 Remainder, Matrix2 First, Matrix2 Second) Of(WeylDecomposition w, int left, double gamma)
    {
        var canonical = WeylDecomposition.Canonical(w.A, w.B, w.C);
        (Matrix4, Matrix2, Matrix2)? best = null;
        var smallest = double.PositiveInfinity;
        foreach (var (n, m) in left == 2 ? OnTheFace(w.A, w.B, w.C, gamma) : _axes)
        {
            Matrix2 first = FromX(n), second = FromX(m);
            var rest = canonical * (Matrix4.Kron(first, second) * WeylDecomposition.Canonical(-gamma, 0, 0)
                * Matrix4.Kron(first.Adjoint, second.Adjoint));
            var size = Size(WeylDecomposition.Of(rest), left);
            if (size >= smallest - 1e-13)
                continue;
            smallest = size;
            best = (rest, first, second);
        }
        return best ?? throw new InvalidOperationException("Bug in QmlBench: no rotation can be split off this unitary.");
    }

    /// <summary>Slopes below this fix nothing; solutions this far out are on the edge.</summary>
    private const double Singular = 1e-13, Edge = 1e-6;

    private static readonly Direction[] _directions = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];

    private static readonly (Direction, Direction)[] _axes =
        [.. _directions.SelectMany(d => ((Direction, Direction)[])[(d, d), (d, new(-d.X, -d.Y, -d.Z))])];

    /// <summary>How deep a rest lies in the region of what is left; off the face C = 0, where that is asked, the distance comes first.</summary>
    private static double Size(WeylDecomposition w, int left)
    {
        var off = Math.Abs(w.C);
        return left == 2 && off > 1e-12 ? 10 + off : w.A + w.B + off;
    }

    private static IEnumerable<(Direction, Direction)> OnTheFace(double a, double b, double c, double gamma)
    {
        var (sa, ca) = Elementary.SinCos(2 * a);
        var (sb, cb) = Elementary.SinCos(2 * b);
        var (sc, cc) = Elementary.SinCos(2 * c);
        var (sg, cg) = Elementary.SinCos(2 * gamma);
        double x = ca * sb * sc, y = sa * cb * sc, z = sa * sb * cc, wanted = cg / sg * sa * sb * sc;
        // The condition is homogeneous: near the identity all of it is tiny.
        var scale = Math.Max(Math.Max(Math.Abs(x), Math.Abs(y)), Math.Abs(z));
        if (scale < 1e-200)
            scale = 1;
        (x, y, z, wanted) = (x / scale, y / scale, z / scale, wanted / scale);
        foreach (var sign in (double[])[1, -1])
            foreach (var (other, axis) in ((double, int)[])[(x, 0), (y, 1)])
                foreach (var t in Between(sign * other, z, wanted))
                    yield return Mixed(axis, sign * (1 - Math.Abs(t)), t);
        foreach (var (d, n) in _tilts)
            if (d.X * x + d.Y * y + d.Z * z is var along && Math.Abs(along) > Singular && Math.Abs(wanted / along) <= 1 + Edge)
                yield return Tilted(d, n, Math.Clamp(wanted / along, -1, 1));
        foreach (var pair in _axes)
            yield return pair;
    }

    /// <summary>All t in [−1, 1] with (1 − |t|)·first + t·last = wanted.</summary>
    private static IEnumerable<double> Between(double first, double last, double wanted)
    {
        foreach (var sign in (double[])[1, -1])
        {
            var slope = last - sign * first;
            var t = Math.Abs(slope) < Singular ? double.NaN : (wanted - first) / slope;
            if (sign * t is >= -Edge and <= 1 + Edge)
                yield return sign * Math.Clamp(sign * t, 0, 1);
        }
    }

    /// <summary>d along one of the first two axes and the third, of sizes that add up to 1.</summary>
    private static (Direction, Direction) Mixed(int axis, double along, double third)
    {
        double p = Math.Sqrt(Math.Abs(along)), q = Math.Sqrt(Math.Abs(third));
        double r = along < 0 ? -p : p, s = third < 0 ? -q : q;
        return axis == 0 ? (new(p, 0, q), new(r, 0, s)) : (new(0, p, q), new(0, r, s));
    }

    /// <summary>λd, with n for d and m between n and the direction across it on which d has no part.</summary>
    private static (Direction, Direction) Tilted(Direction d, Direction across, double lambda)
    {
        double x = Math.Sqrt(d.X), y = Math.Sqrt(Math.Abs(d.Y)), z = Math.Sqrt(Math.Abs(d.Z)), rest = Math.Sqrt(1 - lambda * lambda);
        Direction m = new(
            lambda * x + rest * across.X, lambda * (d.Y < 0 ? -y : y) + rest * across.Y, lambda * (d.Z < 0 ? -z : z) + rest * across.Z);
        return (new(x, y, z), m);
    }

    /// <summary>Points on the lines between axes, with the axis across.</summary>
    private static readonly (Direction, Direction)[] _tilts =
    [
        (new(0, 0, 1), new(1, 0, 0)), (new(0, 1, 0), new(1, 0, 0)), (new(1, 0, 0), new(0, 0, 1)),
        .. from t in (double[])[0.25, 0.5, 0.75]
           from s in (double[])[1, -1]
           from pair in ((Direction, Direction)[])
               [
                   (new(t, s * (1 - t), 0), new(0, 0, 1)), (new(t, 0, s * (1 - t)), new(0, 1, 0)), (new(0, t, s * (1 - t)), new(1, 0, 0))
               ]
           select pair
    ];

    private static Matrix2 FromX(Direction n) => n.FromZ() * Matrix2.H;
}
