using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.Reference;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Programs;

public class DensityProgramTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_noisy_circuits_agree_with_the_naive_reference(int qubits)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, qubits, 18, 3, noise: true, records: false);
            double[] row = RandomCircuits.Rows(seed, 1, 3);
            DensityState state = DensityProgram.Compile(circuit).Run(row);
            AssertNear(new NaiveReference(circuit).State(row), state.ToMatrix(), $"seed {seed}");
            Assert.Equal(1.0, state.Trace, Tolerance);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Measurements_resets_and_conditions_agree_with_the_naive_reference(int qubits)
    {
        for (int seed = 100; seed < 125; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, qubits, 20, 2, noise: true, records: true);
            double[] row = RandomCircuits.Rows(seed, 1, 2);
            SortedDictionary<ulong, ComplexMatrix> branches = new NaiveReference(circuit).Branches(row);
            DensityProgram program = DensityProgram.Compile(circuit);
            AssertNear(branches.Values.Aggregate((a, b) => a + b), program.Run(row).ToMatrix(), $"seed {seed}");

            var recorded = new double[8];
            program.RecordedProbabilities(row, 1, recorded);
            for (ulong value = 0; value < 8; value++)
            {
                double expected = branches.TryGetValue(value, out ComplexMatrix? rho) ? rho.Trace().Real : 0.0;
                Assert.True(Math.Abs(expected - recorded[value]) < Tolerance, $"seed {seed}, record {value}: {expected} {recorded[value]}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Rows_side_by_side_give_the_bits_of_rows_alone(int qubits)
    {
        const int rows = 11, parameters = 4;
        NoisyCircuit circuit = RandomCircuits.Circuit(qubits, qubits, 30, parameters, noise: true, records: false);
        double[] table = RandomCircuits.Rows(qubits, rows, parameters);
        DensityProgram program = DensityProgram.Compile(circuit);
        EffectSet effects = Observables(qubits);
        int n = effects.Count;
        var values = new double[rows * n];
        var gradients = new double[rows * parameters];
        double[] slopes = RandomCircuits.Rows(99, rows, n);
        program.Differentiate(table, rows, effects, slopes, values, gradients, threads: 2);

        for (int row = 0; row < rows; row++)
        {
            var value = new double[n];
            var gradient = new double[parameters];
            program.Differentiate(table.AsMemory(row * parameters, parameters), 1, effects, slopes.AsMemory(row * n, n), value, gradient);
            Assert.Equal(values[(row * n)..((row + 1) * n)], value);
            Assert.Equal(gradients[(row * parameters)..((row + 1) * parameters)], gradient);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void Gradients_agree_with_central_differences(int qubits, bool records)
    {
        const int parameters = 4;
        const double step = 1e-4;
        for (int seed = 0; seed < 12; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + (50 * qubits), qubits, 25, parameters, noise: true, records);
            double[] row = RandomCircuits.Rows(seed, 1, parameters);
            DensityProgram program = DensityProgram.Compile(circuit);
            EffectSet effects = Observables(qubits);
            var values = new double[effects.Count];
            var jacobian = new double[effects.Count * parameters];
            program.Jacobian(row, 1, effects, values, jacobian);
            for (int j = 0; j < parameters; j++)
            {
                double[] slope = Richardson(program, effects, row, j, step);
                for (int k = 0; k < effects.Count; k++)
                    Assert.True(Math.Abs(slope[k] - jacobian[(k * parameters) + j]) < 1e-9,
                        $"seed {seed}, parameter {j}: {slope[k]} {jacobian[(k * parameters) + j]}");
            }
        }
    }

    [Fact]
    public void Derivatives_of_more_branches_than_fit_are_refused()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(6, 16, ["theta"]);
        for (int i = 0; i < 16; i++) builder.Gate(StandardGates.RY, [i % 6], [Angle.Parameter(0)]).Measure(i % 6, i);
        builder.Gate(StandardGates.X, [0], [], new Condition([.. Enumerable.Range(0, 16)], 1UL));
        DensityProgram program = DensityProgram.Compile(builder.Build());
        Assert.False(program.CanDifferentiate);
        EffectSet effects = EffectSet.Of([Observable.Z(0, 6)], 6);
        var message = Assert.Throws<InvalidOperationException>(
            () => program.Jacobian(new double[1], 1, effects, new double[1], new double[1])).Message;
        Assert.Contains("keep the states of all branches", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_through_conditions_are_those_of_the_teleported_rotation()
    {
        // RY(θ)|0⟩ on qubit 0 is teleported to qubit 2: X and Z follow on what was read, so ⟨Z₂⟩ = cos θ.
        NoisyCircuit circuit = NoisyCircuit.Builder(3, 2, ["theta"])
            .Gate(StandardGates.RY, [0], [Angle.Parameter(0)])
            .Gate(StandardGates.H, [1]).Gate(StandardGates.CX, [1, 2]).Gate(StandardGates.CX, [0, 1]).Gate(StandardGates.H, [0])
            .Measure(0, 0).Measure(1, 1)
            .Gate(StandardGates.X, [2], [], Condition.Bit(1)).Gate(StandardGates.Z, [2], [], Condition.Bit(0))
            .Build();
        DensityProgram program = DensityProgram.Compile(circuit);
        Assert.False(program.IsStraight);
        EffectSet effects = EffectSet.Of([Observable.Z(2, 3), Observable.X(2, 3)], 3);
        double[] rows = [.. Enumerable.Range(0, 11).Select(i => 0.3 * i)];
        var values = new double[22];
        var jacobian = new double[22];
        program.Jacobian(rows, 11, effects, values, jacobian, threads: 2);
        for (int i = 0; i < 11; i++)
        {
            Assert.Equal(Math.Cos(rows[i]), values[2 * i], 1e-12);
            Assert.Equal(Math.Sin(rows[i]), values[(2 * i) + 1], 1e-12);
            Assert.Equal(-Math.Sin(rows[i]), jacobian[2 * i], 1e-12);
            Assert.Equal(Math.Cos(rows[i]), jacobian[(2 * i) + 1], 1e-12);
        }
    }

    [Fact]
    public void States_forward_times_effects_backward_is_the_probability_of_the_whole_circuit()
    {
        NoisyCircuit first = RandomCircuits.Circuit(3, 3, 20, 2, noise: true, records: false);
        NoisyCircuit second = RandomCircuits.Circuit(4, 3, 20, 2, noise: true, records: false);
        double[] x = RandomCircuits.Rows(1, 5, 2), y = RandomCircuits.Rows(2, 4, 2);
        ReadoutConfusion?[] readout = [new(0.02, 0.05), null, new(0.01, 0.03)];
        var states = new double[5 * 64];
        var effects = new double[4 * 64];
        var kernel = new double[20];
        DensityProgram.Compile(first).EvolveStates(x, 5, states);
        DensityProgram.Compile(second).EvolveEffects(EffectSet.Bitstring(3, 0, readout), y, 4, effects);
        KernelProduct.Multiply(states, effects, 64, kernel, threads: 2);

        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                NoisyCircuitBuilder builder = NoisyCircuit.Builder(3, 3);
                foreach (
                    (NoisyCircuit half, double[] row) in new[] { (first, x[(2 * i)..((2 * i) + 2)]), (second, y[(2 * j)..((2 * j) + 2)]) })
                {
                    foreach (NoisyStep step in half.Steps)
                        builder.Append(step is GateStep gate
                            ? gate with { Angles = [.. gate.Angles.Select(a => QmlBench.Circuits.Angle.Of(a.Evaluate(row)))] } : step);
                }

                for (int q = 0; q < 3; q++) builder.Measure(q, q, readout[q]);
                var recorded = new double[8];
                DensityProgram.Compile(builder.Build()).RecordedProbabilities(Array.Empty<double>(), 1, recorded);
                Assert.Equal(recorded[0], kernel[(i * 4) + j], Tolerance);
            }
        }
    }

    [Fact]
    public void Records_of_rows_side_by_side_have_the_bits_of_rows_alone()
    {
        for (int seed = 500; seed < 510; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, 3, 20, 2, noise: true, records: true);
            double[] table = RandomCircuits.Rows(seed, 5, 2);
            DensityProgram program = DensityProgram.Compile(circuit);
            var together = new double[40];
            var alone = new double[40];
            program.RecordedProbabilities(table, 5, together);
            for (int row = 0; row < 5; row++) program.RecordedProbabilities(table.AsMemory(2 * row, 2), 1, alone.AsMemory(8 * row, 8));
            Assert.Equal(alone, together);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void A_row_allocates_nothing_once_the_program_has_run(int qubits)
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(77, qubits, 30, 3, noise: true, records: false);
        double[] row = RandomCircuits.Rows(1, 1, 3);
        DensityProgram program = DensityProgram.Compile(circuit);
        var state = new DensityState(qubits);
        for (int i = 0; i < 3; i++) program.Run(row, state);
        // A collection started by another test moves this thread's counter once; a row that allocates does so in every round.
        long least = Enumerable.Range(0, 10).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++) program.Run(row, state);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0L, least);
    }

    private static EffectSet Observables(int qubits) => EffectSet.Of(
        [Observable.Z(0, qubits), Observable.X(
            qubits - 1, qubits) + (0.5 * Observable.Y(0, qubits)), Observable.Parse(new string('Z', qubits), qubits)], qubits);

    private static double[] Richardson(DensityProgram program, EffectSet effects, double[] row, int parameter, double step)
    {
        double[] Central(double h)
        {
            double[] up = [.. row], down = [.. row];
            up[parameter] += h;
            down[parameter] -= h;
            var values = new double[2 * effects.Count];
            program.Expectations(new[] { up, down }.SelectMany(r => r).ToArray(), 2, effects, values);
            return [.. Enumerable.Range(0, effects.Count).Select(k => (values[k] - values[effects.Count + k]) / (2 * h))];
        }

        double[] wide = Central(20 * step), narrow = Central(10 * step);
        return [.. wide.Zip(narrow, (w, n) => ((4 * n) - w) / 3)];
    }

    private static void AssertNear(ComplexMatrix expected, ComplexMatrix actual, string where) =>
        Assert.True(
            ComplexMatrix.MaxAbsDifference(expected, actual) < Tolerance, $"{where}: {ComplexMatrix.MaxAbsDifference(expected, actual)}");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_loss_is_asked_once_a_row_with_the_values_of_the_row(int threads)
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(12, 3, 30, 4, noise: true, records: false);
        double[] table = RandomCircuits.Rows(2, 11, 4);
        var effects = EffectSet.Of([Observable.Parse("ZZI", 3), Observable.Parse("XIY", 3)], 3);
        DensityProgram program = DensityProgram.Compile(circuit);
        double[] expected = new double[22], values = new double[22], gradients = new double[44], known = new double[44];
        program.Expectations(table, 11, effects, expected);
        int[] asked = new int[11];
        program.Differentiate(table, 11, effects, Square, values, gradients, threads);
        Assert.Equal(expected, values);
        Assert.All(asked, static times => Assert.Equal(1, times));
        double[] slopes = [.. expected.Select(static v => 2 * v)];
        program.Differentiate(table, 11, effects, slopes, values, known, threads);
        Assert.Equal(known, gradients);

        void Square(int row, ReadOnlySpan<double> found, Span<double> target)
        {
            Interlocked.Increment(ref asked[row]);
            for (int k = 0; k < 2; k++)
            {
                Assert.Equal(expected[(2 * row) + k], found[k]);
                target[k] = 2 * found[k];
            }
        }
    }
}
