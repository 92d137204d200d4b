using System.Numerics;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.Reference;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Programs;

/// Every gate of the catalogue and channels of every size within random circuits, against complex matrices and plain loops.
public class CatalogueTests
{
    private const double Tolerance = 1e-12;
    private const int Parameters = 3;

    public static TheoryData<string> Gates => [.. StandardGates.All.Select(static gate => gate.Name)];

    [Theory]
    [MemberData(nameof(Gates))]
    public void Every_gate_agrees_with_the_naive_reference(string name)
    {
        Assert.True(StandardGates.TryFind(name, out Gate? gate));
        for (int seed = 0; seed < 2; seed++)
        {
            int qubits = Math.Max(gate.QubitCount, 3 + seed);
            AssertNear(RandomCircuits.Around(gate, seed + (10 * name.Length), qubits, Parameters, noise: true), seed);
        }
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public void Every_gate_on_a_state_vector_agrees_with_the_naive_reference(string name)
    {
        Assert.True(StandardGates.TryFind(name, out Gate? gate));
        for (int seed = 0; seed < 2; seed++)
        {
            int qubits = Math.Max(gate.QubitCount, 3 + seed);
            NoisyCircuit circuit = RandomCircuits.Around(gate, seed + (10 * name.Length), qubits, Parameters, noise: false);
            double[] row = RandomCircuits.Rows(seed, 1, Parameters);
            Complex[] amplitudes = StateVectorProgram.Compile(circuit).Run(row).ToArray();
            ComplexMatrix found = ComplexMatrix.Generate(
                amplitudes.Length, amplitudes.Length, (r, c) => amplitudes[r] * Complex.Conjugate(amplitudes[c]));
            AssertNear(new NaiveReference(circuit).State(row), found, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 8)]
    public void Channels_on_three_qubits_agree_with_the_naive_reference(int qubits, int operators) =>
        AssertNear(RandomCircuits.AroundTriple(qubits, qubits, operators, Parameters), qubits);

    [Theory]
    [InlineData(5, 30)]
    [InlineData(6, 24)]
    [InlineData(7, 14)]
    public void Larger_registers_agree_with_the_naive_reference(int qubits, int steps)
    {
        for (int seed = 0; seed < 2; seed++)
            AssertNear(RandomCircuits.Circuit(seed + (300 * qubits), qubits, steps, Parameters, noise: true, records: false), seed);
    }

    private static void AssertNear(NoisyCircuit circuit, int seed)
    {
        double[] row = RandomCircuits.Rows(seed, 1, Parameters);
        DensityState state = DensityProgram.Compile(circuit).Run(row);
        AssertNear(new NaiveReference(circuit).State(row), state.ToMatrix(), $"seed {seed}");
        Assert.Equal(1.0, state.Trace, Tolerance);
    }

    private static void AssertNear(ComplexMatrix expected, ComplexMatrix found, string where)
    {
        double difference = ComplexMatrix.MaxAbsDifference(expected, found);
        Assert.True(difference < Tolerance, $"{where}: {difference}");
    }
}
