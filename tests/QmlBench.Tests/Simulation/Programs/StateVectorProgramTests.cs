using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Programs;

public class StateVectorProgramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Values_and_gradients_agree_with_the_density_program(int qubits)
    {
        const int rows = 5, parameters = 4;
        for (int seed = 0; seed < 10; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + (1000 * qubits), qubits, 25, parameters, noise: false, records: false);
            double[] table = RandomCircuits.Rows(seed, rows, parameters);
            EffectSet effects = EffectSet.Of(
                [Observable.Z(0, qubits), Observable.X(qubits - 1, qubits) + (0.5 * Observable.Y(0, qubits))], qubits);
            double[] slopes = RandomCircuits.Rows(7, rows, effects.Count);
            var expected = (Values: new double[rows * effects.Count], Gradient: new double[rows * parameters],
                Jacobian: new double[rows * effects.Count * parameters], Outcomes: new double[rows << qubits]);
            var actual = (Values: new double[rows * effects.Count], Gradient: new double[rows * parameters],
                Jacobian: new double[rows * effects.Count * parameters], Outcomes: new double[rows << qubits]);
            DensityProgram density = DensityProgram.Compile(circuit);
            StateVectorProgram pure = StateVectorProgram.Compile(circuit);
            density.Differentiate(table, rows, effects, slopes, expected.Values, expected.Gradient);
            density.Jacobian(table, rows, effects, expected.Values, expected.Jacobian);
            density.Probabilities(table, rows, expected.Outcomes);
            pure.Differentiate(table, rows, effects, slopes, actual.Values, actual.Gradient);
            pure.Jacobian(table, rows, effects, actual.Values, actual.Jacobian);
            pure.Probabilities(table, rows, actual.Outcomes);
            AssertNear(expected.Values, actual.Values, 1e-12);
            AssertNear(expected.Gradient, actual.Gradient, 1e-10);
            AssertNear(expected.Jacobian, actual.Jacobian, 1e-11);
            AssertNear(expected.Outcomes, actual.Outcomes, 1e-12);
            Assert.Equal(1.0, density.Run(table.AsSpan(0, parameters)).Fidelity(pure.Run(table.AsSpan(0, parameters)).ToArray()), 1e-12);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Rows_side_by_side_give_the_bits_of_rows_alone(int qubits)
    {
        const int rows = 9, parameters = 3;
        NoisyCircuit circuit = RandomCircuits.Circuit(qubits, qubits, 40, parameters, noise: false, records: false);
        double[] table = RandomCircuits.Rows(qubits, rows, parameters);
        StateVectorProgram program = StateVectorProgram.Compile(circuit);
        EffectSet effects = EffectSet.Of([Observable.Z(0, qubits), Observable.X(qubits - 1, qubits)], qubits);
        double[] slopes = RandomCircuits.Rows(99, rows, 2);
        var values = new double[rows * 2];
        var gradients = new double[rows * parameters];
        program.Differentiate(table, rows, effects, slopes, values, gradients, threads: 2);
        for (int row = 0; row < rows; row++)
        {
            var value = new double[2];
            var gradient = new double[parameters];
            program.Differentiate(table.AsMemory(row * parameters, parameters), 1, effects, slopes.AsMemory(row * 2, 2), value, gradient);
            Assert.Equal(values[(row * 2)..((row + 1) * 2)], value);
            Assert.Equal(gradients[(row * parameters)..((row + 1) * parameters)], gradient);
        }
    }

    [Fact]
    public void Noise_is_refused()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(1).Reset(0).Build();
        Assert.Contains("density program", Assert.Throws<ArgumentException>(
            () => StateVectorProgram.Compile(circuit)).Message, StringComparison.Ordinal);
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
