using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Programs;

/// <summary>Derivatives in reverse mode against the general parameter-shift rule, which has no error of its own.</summary>
/// <remarks>
/// A value is a trigonometric polynomial in each angle of each gate, with frequencies k/2 up to 2. In φ = θ/2 its R = 4 frequencies are
/// whole, so f′(φ) = Σ_m (−1)^(m−1)/(4R sin²(x_m/2)) f(φ + x_m), x_m = (2m − 1)π/(2R), m = 1..2R (Wierichs, Izaac, Wang and Lin,
/// "General parameter-shift rules for quantum gradients", Quantum 6, 677 (2022), eq. 27).
/// </remarks>
public class ParameterShiftTests
{
    private const int Frequencies = 4;
    private const int Shifts = 2 * Frequencies;
    private const int Parameters = 3;
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(3, true)]
    public void Reverse_mode_agrees_with_parameter_shift(int qubits, bool records)
    {
        EffectSet effects = EffectSet.Of(
            [Observable.Z(0, qubits), Observable.X(qubits - 1, qubits) + (0.5 * Observable.Y(0, qubits))], qubits);
        for (int seed = 0; seed < 5; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + (60 * qubits), qubits, 25, Parameters, noise: true, records);
            double[] row = RandomCircuits.Rows(seed, 1, Parameters);
            Angle[] angles = [.. circuit.Steps.OfType<GateStep>().SelectMany(static gate => gate.Angles)];
            double[] own = [.. angles.Select(angle => angle.Evaluate(row))];
            DensityProgram separated = DensityProgram.Compile(Separated(circuit, angles.Length));
            double[] shifted = Shifted(separated, own, effects);
            AssertNear(shifted, Reverse(separated, own, effects), $"seed {seed}, each angle");
            AssertNear(Chained(shifted, angles, row, effects.Count), Reverse(DensityProgram.Compile(circuit), row, effects), $"seed {seed}");
        }
    }

    // The same circuit with a parameter of its own for each angle of each gate.
    private static NoisyCircuit Separated(NoisyCircuit circuit, int angles)
    {
        int next = 0;
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(
            circuit.QubitCount, circuit.ClbitCount, Enumerable.Range(0, angles).Select(static i => $"a{i}"));
        foreach (NoisyStep step in circuit.Steps)
            builder.Append(step is GateStep gate ? gate with { Angles = [.. gate.Angles.Select(_ => Angle.Parameter(next++))] } : step);
        return builder.Build();
    }

    private static double[] Reverse(DensityProgram program, double[] row, EffectSet effects)
    {
        var jacobian = new double[effects.Count * row.Length];
        program.Jacobian(row, 1, effects, new double[effects.Count], jacobian);
        return jacobian;
    }

    private static double[] Shifted(DensityProgram program, double[] row, EffectSet effects)
    {
        var table = new double[row.Length * Shifts * row.Length];
        for (int r = 0; r < row.Length * Shifts; r++)
        {
            row.CopyTo(table, r * row.Length);
            table[(r * row.Length) + (r / Shifts)] += 2 * Place(r % Shifts);
        }

        var values = new double[row.Length * Shifts * effects.Count];
        program.Expectations(table, row.Length * Shifts, effects, values);
        var jacobian = new double[effects.Count * row.Length];
        for (int r = 0; r < row.Length * Shifts; r++)
        {
            for (int k = 0; k < effects.Count; k++)
                jacobian[(k * row.Length) + (r / Shifts)] += 0.5 * Weight(r % Shifts) * values[(r * effects.Count) + k];
        }

        return jacobian;
    }

    private static double Place(int m) => ((2 * m) + 1) * Math.PI / Shifts;

    private static double Weight(int m)
    {
        double sine = Math.Sin(Place(m) / 2);
        return (m % 2 == 0 ? 1 : -1) / (4 * Frequencies * sine * sine);
    }

    // ∂/∂t_j = Σ_a ∂/∂a · ∂a/∂t_j.
    private static double[] Chained(double[] byAngle, Angle[] angles, double[] row, int effects)
    {
        var jacobian = new double[effects * row.Length];
        for (int k = 0; k < effects; k++)
        {
            for (int a = 0; a < angles.Length; a++)
                angles[a].AddGradient(row, byAngle[(k * angles.Length) + a], jacobian.AsSpan(k * row.Length, row.Length));
        }

        return jacobian;
    }

    private static void AssertNear(double[] expected, double[] found, string where)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) < Tolerance, $"{where}, entry {i}: {expected[i]} {found[i]}");
    }
}
