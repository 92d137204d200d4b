using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>A two-qubit unitary as native two-qubit gates with one-qubit unitaries around them: locals, gate, locals, … locals.</summary>
/// <param name="First">One-qubit unitaries of the first qubit in time order; one more than there are gates.</param>
/// <param name="Second">The same for the second qubit.</param>
/// <param name="Pairs">The two-qubit gates in time order.</param>
/// <param name="Phase">Global phase: the unitary is e^(i·Phase) times the product.</param>
internal sealed record TwoQubitForm(Matrix2[] First, Matrix2[] Second, PairUse[] Pairs, double Phase)
{
    /// <summary>How many two-qubit gates there are.</summary>
    public int Uses => Pairs.Length;

    /// <summary>The product, with the phase.</summary>
    public Matrix4 Reassemble()
    {
        var product = Matrix4.Kron(First[0], Second[0]);
        for (var i = 1; i < First.Length; i++)
            product = Matrix4.Kron(First[i], Second[i]) * (Pairs[i - 1].Matrix * product);
        var (sin, cos) = Elementary.SinCos(Phase);
        return new Complex(cos, sin) * product;
    }

    /// <summary>The same with the phase at which the product overlaps most with a unitary.</summary>
    public TwoQubitForm AlignedWith(Matrix4 unitary)
    {
        var form = this with { Phase = 0 };
        var overlap = Matrix4.Overlap(form.Reassemble(), unitary);
        return form with { Phase = Elementary.Atan2(overlap.Imaginary, overlap.Real) };
    }
}
