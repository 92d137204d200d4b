using System.Numerics;
using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>A 4×4 complex matrix on two qubits: the unitary of a two-qubit block.</summary>
/// <remarks>
/// Index = bit of the first qubit + 2 · bit of the second (the first operand is the least significant bit). Immutable by
/// convention: no method writes into a matrix it was given.
/// </remarks>
internal sealed class Matrix4
{
    private readonly Complex[] _m;
    private WeylDecomposition? _weyl;
    private Matrix4? _exchanged;

    private Matrix4(Complex[] elements) => _m = elements;

    /// <summary>Interaction coordinates and local factors of the unitary; computed once.</summary>
    public WeylDecomposition Weyl => _weyl ??= WeylDecomposition.Of(this);

    public Complex this[int row, int column] => _m[4 * row + column];

    public ReadOnlySpan<Complex> Elements => _m;

    public static readonly Matrix4 Identity = Of(static (r, c) => r == c ? 1 : 0);
    public static readonly Matrix4 Swap = Of(static (r, c) => ((r & 1) << 1 | r >> 1) == c ? 1 : 0);

    /// <summary>Controlled X, control on the first qubit.</summary>
    public static readonly Matrix4 CX01 = Of(static (r, c) => ((c & 1) == 1 ? c ^ 2 : c) == r ? 1 : 0);

    /// <summary>Controlled X, control on the second qubit.</summary>
    public static readonly Matrix4 CX10 = Of(static (r, c) => ((c & 2) == 2 ? c ^ 1 : c) == r ? 1 : 0);

    public static Matrix4 Of(Func<int, int, Complex> element)
    {
        var m = new Complex[16];
        for (var i = 0; i < 16; i++)
            m[i] = element(i >> 2, i & 3);
        return new(m);
    }

    public static Matrix4 OfGate(Gate gate, ReadOnlySpan<double> angles)
    {
        var matrix = gate.Matrix(angles);
        return Of((r, c) => matrix[r, c]);
    }

    /// <summary>second ⊗ first: <paramref name="first"/> on the least significant qubit.</summary>
    public static Matrix4 Kron(in Matrix2 first, in Matrix2 second)
    {
        Span<Complex> a = [first.M00, first.M01, first.M10, first.M11];
        Span<Complex> b = [second.M00, second.M01, second.M10, second.M11];
        var m = new Complex[16];
        for (var r = 0; r < 4; r++)
            for (var c = 0; c < 4; c++)
                m[4 * r + c] = b[(r >> 1) * 2 + (c >> 1)] * a[(r & 1) * 2 + (c & 1)];
        return new(m);
    }

    public static Matrix4 operator *(Matrix4 a, Matrix4 b)
    {
        var m = new Complex[16];
        for (var r = 0; r < 4; r++)
            for (var c = 0; c < 4; c++)
                m[4 * r + c] = a._m[4 * r] * b._m[c] + a._m[4 * r + 1] * b._m[4 + c]
                    + a._m[4 * r + 2] * b._m[8 + c] + a._m[4 * r + 3] * b._m[12 + c];
        return new(m);
    }

    public static Matrix4 operator *(Complex scale, Matrix4 a) => Of((r, c) => scale * a[r, c]);

    public Matrix4 Adjoint() => Of((r, c) => Complex.Conjugate(_m[4 * c + r]));

    public Matrix4 Transpose() => Of((r, c) => _m[4 * c + r]);

    /// <summary>The same operation with the two qubits named the other way round.</summary>
    public Matrix4 Exchanged() => _exchanged ??= Of((r, c) => _m[4 * ((r & 1) << 1 | r >> 1) + ((c & 1) << 1 | c >> 1)]);

    /// <summary>|Tr(A†B)|²/16 subtracted from 1: 0 where A and B differ by a phase.</summary>
    public static double Distance(Matrix4 a, Matrix4 b)
    {
        var overlap = Overlap(a, b);
        return 1 - Matrix2.SquaredAbs(overlap) / 16;
    }

    /// <summary>Tr(A†B).</summary>
    public static Complex Overlap(Matrix4 a, Matrix4 b)
    {
        var overlap = Complex.Zero;
        for (var i = 0; i < 16; i++)
            overlap += Complex.Conjugate(a._m[i]) * b._m[i];
        return overlap;
    }

    /// <summary>Largest element of |A − e^(iφ)B| for the phase φ that aligns them.</summary>
    public static double MaxDifferenceUpToPhase(Matrix4 a, Matrix4 b)
    {
        var overlap = Overlap(b, a);
        var size = Math.Sqrt(Matrix2.SquaredAbs(overlap));
        var phase = size == 0 ? Complex.One : overlap / size;
        var worst = 0.0;
        for (var i = 0; i < 16; i++)
            worst = Math.Max(worst, Matrix2.SquaredAbs(a._m[i] - phase * b._m[i]));
        return Math.Sqrt(worst);
    }

    public bool IsDiagonal(double tolerance)
    {
        for (var i = 0; i < 16; i++)
            if (i % 5 != 0 && Matrix2.SquaredAbs(_m[i]) > tolerance * tolerance)
                return false;
        return true;
    }
}
