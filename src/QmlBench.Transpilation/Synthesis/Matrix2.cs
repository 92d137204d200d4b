using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>A 2×2 complex matrix by value: what a run of one-qubit gates multiplies to.</summary>
/// <remarks>Row and column 0 stand for |0⟩. Products are written in matrix order: <c>b * a</c> applies a first.</remarks>
internal readonly record struct Matrix2(Complex M00, Complex M01, Complex M10, Complex M11)
{
    private static readonly double HalfRoot = Math.Sqrt(0.5);

    public static readonly Matrix2 Identity = new(1, 0, 0, 1);
    public static readonly Matrix2 X = new(0, 1, 1, 0);
    public static readonly Matrix2 Y = new(0, -Complex.ImaginaryOne, Complex.ImaginaryOne, 0);
    public static readonly Matrix2 Z = new(1, 0, 0, -1);
    public static readonly Matrix2 H = new(HalfRoot, HalfRoot, HalfRoot, -HalfRoot);
    public static readonly Matrix2 S = new(1, 0, 0, Complex.ImaginaryOne);
    public static readonly Matrix2 Sdg = new(1, 0, 0, -Complex.ImaginaryOne);
    public static readonly Matrix2 SX = new(new(0.5, 0.5), new(0.5, -0.5), new(0.5, -0.5), new(0.5, 0.5));

    public Complex Determinant => M00 * M11 - M01 * M10;

    public Matrix2 Adjoint => new(Complex.Conjugate(M00), Complex.Conjugate(M10), Complex.Conjugate(M01), Complex.Conjugate(M11));

    /// <summary>diag(e^(−iθ/2), e^(iθ/2)).</summary>
    public static Matrix2 RZ(double theta)
    {
        var (sin, cos) = Elementary.SinCos(0.5 * theta);
        return new(new(cos, -sin), 0, 0, new(cos, sin));
    }

    /// <summary>The real rotation [[cos θ/2, −sin θ/2], [sin θ/2, cos θ/2]].</summary>
    public static Matrix2 RY(double theta)
    {
        var (sin, cos) = Elementary.SinCos(0.5 * theta);
        return new(cos, -sin, sin, cos);
    }

    /// <summary>exp(−iθX/2).</summary>
    public static Matrix2 RX(double theta)
    {
        var (sin, cos) = Elementary.SinCos(0.5 * theta);
        return new(cos, new(0, -sin), new(0, -sin), cos);
    }

    public static Matrix2 operator *(in Matrix2 a, in Matrix2 b) => new(
        a.M00 * b.M00 + a.M01 * b.M10, a.M00 * b.M01 + a.M01 * b.M11,
        a.M10 * b.M00 + a.M11 * b.M10, a.M10 * b.M01 + a.M11 * b.M11);

    public static Matrix2 operator *(Complex scale, in Matrix2 a) => new(scale * a.M00, scale * a.M01, scale * a.M10, scale * a.M11);

    public bool IsDiagonal(double tolerance) => SquaredAbs(M01) <= tolerance * tolerance && SquaredAbs(M10) <= tolerance * tolerance;

    public bool IsAntidiagonal(double tolerance) => SquaredAbs(M00) <= tolerance * tolerance && SquaredAbs(M11) <= tolerance * tolerance;

    /// <summary>1 − |Tr(A†B)|²/4: 0 exactly where A and B differ by a phase.</summary>
    public static double Distance(in Matrix2 a, in Matrix2 b)
    {
        var overlap = Complex.Conjugate(a.M00) * b.M00 + Complex.Conjugate(a.M01) * b.M01
            + Complex.Conjugate(a.M10) * b.M10 + Complex.Conjugate(a.M11) * b.M11;
        return 1 - 0.25 * SquaredAbs(overlap);
    }

    public bool IsIdentityUpToPhase(double tolerance) =>
        IsDiagonal(tolerance) && SquaredAbs(M00 - M11) <= tolerance * tolerance;

    internal static double SquaredAbs(Complex value) => value.Real * value.Real + value.Imaginary * value.Imaginary;
}
