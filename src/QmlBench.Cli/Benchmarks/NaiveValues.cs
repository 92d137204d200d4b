using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Reference;

namespace QmlBench.Cli.Benchmarks;

/// <summary>What the workloads ask, from the naive reference.</summary>
internal sealed class NaiveValues(NoisyCircuit circuit)
{
    /// <summary>Largest difference from the engine that rounding explains.</summary>
    public const double Tolerance = 1e-12;

    private readonly NaiveReference _reference = new(circuit);

    /// <summary>Whether the reference is quick enough for a register.</summary>
    public static bool Reaches(int qubits) => qubits <= NaiveReference.MostQubits;

    /// <summary>The probabilities of all outcomes.</summary>
    public double[] Probabilities(double[] row)
    {
        ComplexMatrix state = _reference.State(row);
        return [.. Enumerable.Range(0, state.Rows).Select(i => state[i, i].Real)];
    }

    /// <summary>⟨Z₀⟩.</summary>
    public double Z0(double[] row) => Z0Of(Probabilities(row));

    /// <summary>⟨Z₀⟩ from the probabilities of all outcomes.</summary>
    public static double Z0Of(ReadOnlySpan<double> probabilities) => ZOf(probabilities, 0);

    /// <summary>⟨Z_q⟩ from the probabilities of all outcomes: those with qubit q in 0 less those with it in 1.</summary>
    public static double ZOf(ReadOnlySpan<double> probabilities, int qubit)
    {
        double zeros = 0.0, ones = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (((i >> qubit) & 1) == 0) zeros += probabilities[i];
            else ones += probabilities[i];
        }

        return zeros - ones;
    }

    /// <summary>The gradient of ⟨Z₀⟩ by the parameter-shift rule, exact for rotations about a Pauli whose noise does not depend on the
    /// angle.</summary>
    public double[] GradientOfZ0(double[] row) =>
        [.. Enumerable.Range(0, row.Length).Select(j => 0.5 * (Z0(Shifted(row, j, Math.PI / 2)) - Z0(Shifted(row, j, -Math.PI / 2))))];

    private static double[] Shifted(double[] row, int index, double by)
    {
        double[] shifted = [.. row];
        shifted[index] += by;
        return shifted;
    }
}
