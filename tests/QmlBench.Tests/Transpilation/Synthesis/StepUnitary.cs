using System.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Tests.Transpilation.Synthesis;

/// <summary>Unitaries of steps on few wires, and steps drawn at random.</summary>
internal static class StepUnitary
{
    /// <summary>Columns of the unitary, symbols at the values.</summary>
    public static Complex[][] Of(int wires, IEnumerable<Step> steps, params double[] values)
    {
        Step[] bound = [.. steps.Select(s => s.Bind(values))];
        return [.. Enumerable.Range(0, 1 << wires).Select(column =>
        {
            (Complex, Complex)[] basis = [.. Enumerable.Range(0, wires).Select(q => (column >> q & 1) == 0 ? (Complex.One, Complex.Zero) : (Complex.Zero, Complex.One))];
            CheckState state = new(wires, basis);
            foreach (Step step in bound)
                if (step is LocalStep local)
                    state.Apply(local.Qubits[0], local.Unitary);
                else
                    state.Apply(step.Qubits[0], step.Qubits[1], ((PairStep)step).Unitary.Elements);
            return state.Amplitudes.ToArray();
        })];
    }

    /// <summary>Largest difference of elements, after the phase that aligns the two.</summary>
    public static double DifferenceUpToPhase(Complex[][] a, Complex[][] b)
    {
        Complex overlap = a.Zip(b).Aggregate(Complex.Zero, (s, c) => c.First.Zip(c.Second).Aggregate(s, (t, e) => t + Complex.Conjugate(e.Second) * e.First));
        Complex phase = overlap / overlap.Magnitude;
        return a.Zip(b).Max(c => c.First.Zip(c.Second).Max(e => (e.First - phase * e.Second).Magnitude));
    }

    /// <summary>Clifford steps, and rotations by any angle about X, Z and ZZ in between.</summary>
    public static List<Step> Random(int wires, int count, RandomStream stream, double rotations, Func<int, int, bool>? coupled = null)
    {
        Matrix2[] locals = [Matrix2.H, Matrix2.S, Matrix2.SX, Matrix2.Y];
        Matrix4[] pairs = [Matrix4.CX01, Matrix4.CX10, WeylDecomposition.Canonical(0, 0, Math.PI / 4)];
        var steps = new List<Step>();
        while (steps.Count < count)
        {
            int a = stream.NextInt(wires), b = stream.NextInt(wires), kind = stream.NextInt(3);
            bool turned = stream.NextDouble() < rotations, pair = kind > 0 && a != b && coupled?.Invoke(a, b) != false;
            double angle = 6 * stream.NextDouble() - 3;
            steps.Add(pair
                ? new PairStep([a, b], turned ? WeylDecomposition.Canonical(0, 0, angle) : pairs[stream.NextInt(3)])
                : new LocalStep([a], turned ? kind == 0 ? Matrix2.RZ(angle) : Matrix2.RX(angle) : locals[stream.NextInt(4)]));
        }
        return steps;
    }
}
