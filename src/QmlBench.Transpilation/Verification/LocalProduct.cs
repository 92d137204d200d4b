using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>A two-qubit unitary that is two one-qubit unitaries, or these after a swap.</summary>
/// <param name="First">What acts on the first wire, last in time.</param>
/// <param name="Second">What acts on the second wire.</param>
/// <param name="IsSwap">Whether the wires are exchanged before.</param>
/// <param name="Deviation">Largest difference of matrix elements.</param>
internal readonly record struct LocalProduct(Matrix2 First, Matrix2 Second, bool IsSwap, double Deviation)
{
    private const double QuarterPi = Math.PI / 4;

    /// <summary>Coordinates only choose what to try; whether it holds is decided by the matrices.</summary>
    private const double Near = 1e-6;

    /// <summary>The factors if the unitary is such a product, element by element up to a phase; else null.</summary>
    public static LocalProduct? Of(PairStep pair, double tolerance)
    {
        var w = pair.Weyl;
        var isSwap = Math.Abs(w.C) > QuarterPi - Near;
        if (w.A > Near && !isSwap)
            return null;
        var whole = isSwap ? pair.Unitary * Matrix4.Swap : pair.Unitary;
        var factors = KroneckerFactors.Of(whole);
        var (sin, cos) = Numerics.Elementary.SinCos(factors.Phase);
        var product = new System.Numerics.Complex(cos, sin) * Matrix4.Kron(factors.First, factors.Second);
        var worst = 0.0;
        for (var i = 0; i < 16; i++)
            worst = Math.Max(worst, Math.Sqrt(Matrix2.SquaredAbs(product.Elements[i] - whole.Elements[i])));
        return worst > tolerance ? null : new(factors.First, factors.Second, isSwap, worst);
    }
}
