namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// A two-qubit unitary as uses of one fixed two-qubit gate G with one-qubit unitaries around them: locals, G, locals, G, … locals.
/// </summary>
/// <param name="First">One-qubit unitaries of the first qubit in time order; one more than there are uses.</param>
/// <param name="Second">The same for the second qubit.</param>
/// <param name="Phase">Global phase: the unitary is e^(i·Phase) times the product.</param>
internal sealed record TwoQubitForm(Matrix2[] First, Matrix2[] Second, double Phase)
{
    /// <summary>How often G is used.</summary>
    public int Uses => First.Length - 1;

    /// <summary>The product, with the phase.</summary>
    public Matrix4 Reassemble(Matrix4 gate)
    {
        var product = Matrix4.Kron(First[0], Second[0]);
        for (var i = 1; i < First.Length; i++)
            product = Matrix4.Kron(First[i], Second[i]) * (gate * product);
        var (sin, cos) = Numerics.Elementary.SinCos(Phase);
        return new System.Numerics.Complex(cos, sin) * product;
    }
}
