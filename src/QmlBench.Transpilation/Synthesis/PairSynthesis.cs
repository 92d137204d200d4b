namespace QmlBench.Transpilation.Synthesis;

/// <summary>Writes any two-qubit unitary with the fewest uses of one native gate, or of one family of gates.</summary>
/// <remarks>Matrices act on (first, second) in the gate's native direction.</remarks>
internal abstract class PairSynthesis
{
    /// <summary>Coordinates closer than this are on the face of the chamber; what a count made smaller may cost is of its size.</summary>
    internal const double CountTolerance = 3e-11;

    /// <summary>How many uses the unitary needs: a function of its interaction coordinates.</summary>
    public abstract int CountOf(WeylDecomposition w);

    /// <summary>The unitary, of which <paramref name="w"/> is the decomposition, in <see cref="CountOf"/> uses.</summary>
    public abstract TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w);

    public TwoQubitForm Synthesise(Matrix4 unitary) => Synthesise(unitary, unitary.Weyl);
}
