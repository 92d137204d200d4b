using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>A ⊗-product of two one-qubit unitaries and a phase: e^(i·Phase) · (Second ⊗ First).</summary>
internal readonly record struct KroneckerFactors(Matrix2 First, Matrix2 Second, double Phase)
{
    /// <summary>Splits a matrix that is a product; both factors get determinant 1.</summary>
    /// <remarks>Works on the largest element, so no division is by a small number.</remarks>
    public static KroneckerFactors Of(Matrix4 m)
    {
        var (row, column) = LargestElement(m);
        int r1 = row & 1, c1 = column & 1, r2 = row & 2, c2 = column & 2;
        var first = ToSpecial(new(m[r2, c2], m[r2, c2 + 1], m[r2 + 1, c2], m[r2 + 1, c2 + 1]));
        var second = ToSpecial(new(m[r1, c1], m[r1, c1 + 2], m[r1 + 2, c1], m[r1 + 2, c1 + 2]));
        var overlap = Matrix4.Overlap(Matrix4.Kron(first, second), m);
        return new(first, second, Elementary.Atan2(overlap.Imaginary, overlap.Real));
    }

    private static (int Row, int Column) LargestElement(Matrix4 m)
    {
        var best = 0;
        for (var i = 1; i < 16; i++)
            if (Matrix2.SquaredAbs(m.Elements[i]) > Matrix2.SquaredAbs(m.Elements[best]) + 1e-9)
                best = i;
        return (best >> 2, best & 3);
    }

    private static Matrix2 ToSpecial(in Matrix2 m)
    {
        var det = m.Determinant;
        var size = Math.Sqrt(Math.Sqrt(Matrix2.SquaredAbs(det)));
        var (sin, cos) = Elementary.SinCos(-0.5 * Elementary.Atan2(det.Imaginary, det.Real));
        return new Complex(cos / size, sin / size) * m;
    }
}
