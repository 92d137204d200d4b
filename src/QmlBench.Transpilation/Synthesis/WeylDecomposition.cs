using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// U = e^(i·Phase) · (Left) · exp(i(A·XX + B·YY + C·ZZ)) · (Right), with Left and Right products of one-qubit unitaries and
/// π/4 ≥ A ≥ B ≥ |C| (the Weyl chamber; where A = π/4 also C ≥ 0).
/// </summary>
/// <remarks>
/// In the magic basis a product of SU(2) matrices is real orthogonal and exp(i(…)) diagonal, so UᵀU has the diagonal's squares as
/// eigenvalues (Kraus and Cirac, Phys. Rev. A 63, 062309; Zhang et al., Phys. Rev. A 67, 042313). Its commuting real and imaginary
/// parts are diagonalised together, which needs no special case for degenerate spectra.
/// </remarks>
internal sealed record WeylDecomposition(
    double A, double B, double C, Matrix2 LeftFirst, Matrix2 LeftSecond, Matrix2 RightFirst, Matrix2 RightSecond, double Phase)
{
    /// <summary>Differences below this count as equality when a point is put on a face of the chamber.</summary>
    private const double FaceTolerance = 1e-11;

    /// <summary>Columns: Φ+, iΦ−, iΨ+, Ψ−.</summary>
    private static readonly Matrix4 _magic = Magic();
    private static readonly Matrix4 _magicAdjoint = _magic.Adjoint();

    /// <summary>The decomposition of any 4×4 unitary.</summary>
    public static WeylDecomposition Of(Matrix4 unitary)
    {
        var special = _magicAdjoint * unitary * _magic;
        var square = special.Transpose() * special;
        var (re, im) = Parts(square);
        var p = SimultaneousDiagonalisation.Run(re, im);
        MakeProper(p);
        var angles = HalfAngles(square, p);
        var k1 = FirstFactor(special, p, angles);
        return Assemble(k1, angles, p, unitary);
    }

    /// <summary>exp(i(a·XX + b·YY + c·ZZ)).</summary>
    public static Matrix4 Canonical(double a, double b, double c)
    {
        var (s0, c0) = Elementary.SinCos(a - b + c);
        var (s1, c1) = Elementary.SinCos(b + c - a);
        var (s2, c2) = Elementary.SinCos(a + b - c);
        var (s3, c3) = Elementary.SinCos(-a - b - c);
        Complex even = new(0.5 * (c0 + c1), 0.5 * (s0 + s1)), evenOff = new(0.5 * (c0 - c1), 0.5 * (s0 - s1));
        Complex odd = new(0.5 * (c2 + c3), 0.5 * (s2 + s3)), oddOff = new(0.5 * (c2 - c3), 0.5 * (s2 - s3));
        return Matrix4.Of((r, col) => (r ^ col) switch
        {
            0 => r is 0 or 3 ? even : odd,
            3 => r is 0 or 3 ? evenOff : oddOff,
            _ => 0
        });
    }

    /// <summary>
    /// The same unitary at the point on the other side of the face A = π/4, (π/2 − A, B, −C): for A near π/4 both points are near one
    /// another's neighbours, and which is in the chamber is decided by rounding.
    /// </summary>
    public WeylDecomposition Mirrored(Matrix4 unitary)
    {
        var point = new ChamberWalk(A, B, C, LeftFirst, LeftSecond, RightFirst, RightSecond);
        point.Mirror();
        return At(point, unitary);
    }

    /// <summary>The product of all factors, for checking.</summary>
    public Matrix4 Reassemble()
    {
        var (sin, cos) = Elementary.SinCos(Phase);
        return new Complex(cos, sin) * (Matrix4.Kron(LeftFirst, LeftSecond) * Canonical(A, B, C) * Matrix4.Kron(RightFirst, RightSecond));
    }

    private static (double[] Real, double[] Imaginary) Parts(Matrix4 symmetric)
    {
        double[] re = new double[16], im = new double[16];
        for (var r = 0; r < 4; r++)
            for (var c = 0; c < 4; c++)
            {
                // UᵀU is symmetric up to rounding: use the mean of both halves.
                var mean = 0.5 * (symmetric[r, c] + symmetric[c, r]);
                re[4 * r + c] = mean.Real;
                im[4 * r + c] = mean.Imaginary;
            }
        return (re, im);
    }

    private static void MakeProper(double[] p)
    {
        if (Determinant(p) > 0)
            return;
        for (var k = 0; k < 4; k++)
            p[4 * k] = -p[4 * k];
    }

    private static double[] HalfAngles(Matrix4 square, double[] p)
    {
        var angles = new double[4];
        for (var j = 0; j < 4; j++)
        {
            var value = Complex.Zero;
            for (var r = 0; r < 4; r++)
                for (var c = 0; c < 4; c++)
                    value += p[4 * r + j] * p[4 * c + j] * square[r, c];
            angles[j] = 0.5 * Elementary.Atan2(value.Imaginary, value.Real);
        }
        return angles;
    }

    /// <summary>K₁ = U·P·diag(e^(−iθ)), real orthogonal; θ₀ moves by π where that makes its determinant +1.</summary>
    private static double[] FirstFactor(Matrix4 special, double[] p, double[] angles)
    {
        var k1 = new double[16];
        for (var j = 0; j < 4; j++)
        {
            var (sin, cos) = Elementary.SinCos(-angles[j]);
            Complex turn = new(cos, sin);
            for (var r = 0; r < 4; r++)
            {
                var sum = Complex.Zero;
                for (var k = 0; k < 4; k++)
                    sum += special[r, k] * p[4 * k + j];
                k1[4 * r + j] = (sum * turn).Real;
            }
        }
        if (Determinant(k1) > 0)
            return k1;
        angles[0] += Math.PI;
        for (var r = 0; r < 4; r++)
            k1[4 * r] = -k1[4 * r];
        return k1;
    }

    private static WeylDecomposition Assemble(double[] k1, double[] t, double[] p, Matrix4 unitary)
    {
        var left = KroneckerFactors.Of(_magic * Real(k1, transpose: false) * _magicAdjoint);
        var right = KroneckerFactors.Of(_magic * Real(p, transpose: true) * _magicAdjoint);
        var point = new ChamberWalk(
            0.25 * (t[0] - t[1] + t[2] - t[3]), 0.25 * (t[1] + t[2] - t[0] - t[3]), 0.25 * (t[0] + t[1] - t[2] - t[3]),
            left.First, left.Second, right.First, right.Second);
        point.Fold(FaceTolerance);
        return At(point, unitary);
    }

    private static WeylDecomposition At(ChamberWalk point, Matrix4 unitary)
    {
        var found = new WeylDecomposition(
            point.A, point.B, point.C, point.LeftFirst, point.LeftSecond, point.RightFirst, point.RightSecond, 0);
        var overlap = Matrix4.Overlap(found.Reassemble(), unitary);
        return found with { Phase = Elementary.Atan2(overlap.Imaginary, overlap.Real) };
    }

    private static Matrix4 Real(double[] m, bool transpose) => Matrix4.Of((r, c) => transpose ? m[4 * c + r] : m[4 * r + c]);

    private static double Determinant(double[] m)
    {
        double Minor(int r0, int r1, int c0, int c1) => m[4 * r0 + c0] * m[4 * r1 + c1] - m[4 * r0 + c1] * m[4 * r1 + c0];
        return Minor(0, 1, 0, 1) * Minor(2, 3, 2, 3) - Minor(0, 1, 0, 2) * Minor(2, 3, 1, 3) + Minor(0, 1, 0, 3) * Minor(2, 3, 1, 2)
            + Minor(0, 1, 1, 2) * Minor(2, 3, 0, 3) - Minor(0, 1, 1, 3) * Minor(2, 3, 0, 2) + Minor(0, 1, 2, 3) * Minor(2, 3, 0, 1);
    }

    private static Matrix4 Magic()
    {
        var h = Math.Sqrt(0.5);
        Complex i = new(0, h);
        Complex[] columns = [h, 0, 0, h, i, 0, 0, -i, 0, i, i, 0, 0, h, -h, 0];
        return Matrix4.Of((r, c) => columns[4 * c + r]);
    }
}
