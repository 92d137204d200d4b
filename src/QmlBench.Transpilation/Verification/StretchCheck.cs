using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>Runs steps and what replaces them on one random product state, with random values of the parameters.</summary>
internal static class StretchCheck
{
    private const double Tolerance = 1e-9;
    private static readonly StreamKey _key = StreamKey.Root(0, "stretch check");

    /// <summary>φ with old = e^(iφ) · new.</summary>
    /// <exception cref="InvalidOperationException">They differ by more than a phase: a fault of the compiler.</exception>
    public static double Phase(Circuit source, int wires, IReadOnlyList<Step> old, IReadOnlyList<Step> written)
    {
        var stream = _key.Open();
        var product = CheckState.RandomProduct(wires, stream);
        var values = new double[source.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = 2 * Math.PI * (stream.NextDouble() - 0.5);
        var overlap = Complex.Zero;
        ReadOnlySpan<Complex> before = Image(wires, product, old, values), after = Image(wires, product, written, values);
        for (var i = 0; i < before.Length; i++)
            overlap += Complex.Conjugate(after[i]) * before[i];
        var size = Math.Sqrt(Matrix2.SquaredAbs(overlap));
        if (Math.Abs(1 - size) > Tolerance)
            throw new InvalidOperationException($"Bug in QmlBench: steps written anew differ from the old ones: overlap {size}.");
        return Elementary.Atan2(overlap.Imaginary, overlap.Real);
    }

    private static ReadOnlySpan<Complex> Image(
        int wires, (Complex, Complex)[] product, IReadOnlyList<Step> steps, double[] values)
    {
        var state = new CheckState(wires, product);
        foreach (var step in steps)
            if (step.Bind(values) is LocalStep local)
                state.Apply(local.Qubits[0], local.Unitary);
            else
                state.Apply(step.Qubits[0], step.Qubits[1], ((PairStep)step.Bind(values)).Unitary.Elements);
        return state.Amplitudes;
    }
}
