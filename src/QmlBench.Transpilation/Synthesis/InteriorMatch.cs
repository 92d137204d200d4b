namespace QmlBench.Transpilation.Synthesis;

/// <summary>Completes two-qubit gates and the one-qubit unitaries between them, whose interaction coordinates are a unitary's, to the
/// unitary.</summary>
internal static class InteriorMatch
{
    /// <summary>Larger differences of matrix elements are refined.</summary>
    private const double Tolerance = 1e-13;

    /// <summary>The outer one-qubit unitaries are those of the unitary and the inverse of the interior's own.</summary>
    public static TwoQubitForm Complete(Matrix4 unitary, WeylDecomposition w, TwoQubitForm interior)
    {
        var inner = Nearest(interior.Reassemble(), w);
        var form = new FormBuilder(
            inner.RightFirst.Adjoint * w.RightFirst, inner.RightSecond.Adjoint * w.RightSecond);
        form.Append(interior);
        form.Locals(w.LeftFirst * inner.LeftFirst.Adjoint, w.LeftSecond * inner.LeftSecond.Adjoint);
        var found = form.Finish(unitary);
        return Matrix4.MaxDifferenceUpToPhase(unitary, found.Reassemble()) < Tolerance ? found : LocalRefinement.Run(found, unitary);
    }

    private static WeylDecomposition Nearest(Matrix4 interior, WeylDecomposition w)
    {
        var inner = WeylDecomposition.Of(interior);
        var mirrored = inner.Mirrored(interior);
        return Distance(mirrored, w) < Distance(inner, w) ? mirrored : inner;
    }

    private static double Distance(WeylDecomposition a, WeylDecomposition b) =>
        Math.Abs(a.A - b.A) + Math.Abs(a.B - b.B) + Math.Abs(a.C - b.C);
}
