using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Tests.Simulation.Workloads;

/// The speed workloads give the values that other programs published for them.
public class WorkloadTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void W1_agrees(int qubits)
    {
        DensityState state = DensityProgram.Compile(AnsatzWorkload.Circuit(qubits, AnsatzWorkload.Layers, noise: true))
            .Run(AnsatzWorkload.Row(qubits, AnsatzWorkload.Layers));
        Assert.Equal(AnsatzWorkload.NoisyReference[qubits], state.Coefficients[3], 1e-14);
        Assert.Equal(1.0, state.Trace, 1e-14);
    }

    [Fact]
    public void W2_and_W3_agree()
    {
        double[] row = AnsatzWorkload.Row(10, AnsatzWorkload.Layers);
        EffectSet z = EffectSet.Of([Observable.Z(0, 10)], 10);
        var pure = new double[1];
        StateVectorProgram.Compile(AnsatzWorkload.Circuit(10, AnsatzWorkload.Layers, noise: false)).Expectations(row, 1, z, pure);
        Assert.Equal(AnsatzWorkload.PureReference[10], pure[0], 1e-13);
    }

    [Fact]
    public void W4_agrees()
    {
        EffectSet z = EffectSet.Of([Observable.Z(0, AnsatzWorkload.BatchQubits)], AnsatzWorkload.BatchQubits);
        var values = new double[AnsatzWorkload.BatchRows];
        var probabilities = new double[AnsatzWorkload.BatchRows << AnsatzWorkload.BatchQubits];
        DensityProgram.Compile(AnsatzWorkload.Circuit(AnsatzWorkload.BatchQubits, AnsatzWorkload.BatchLayers, noise: true))
            .Observe(AnsatzWorkload.BatchTable(), AnsatzWorkload.BatchRows, z, values, probabilities);
        Assert.Equal(AnsatzWorkload.BatchReference, values.Sum(), 1e-11);
        Assert.Equal(AnsatzWorkload.BatchRows, probabilities.Sum(), 1e-10);
    }

    [Fact]
    public void L2_agrees()
    {
        const int n = KernelWorkload.NoisyQubits, size = 1 << (2 * n), rows = KernelWorkload.Rows;
        double[] table = KernelWorkload.Table(n);
        var states = new double[rows * size];
        var effects = new double[rows * size];
        var kernel = new double[rows * rows];
        DensityProgram.Compile(KernelWorkload.Half(n, noise: true, inverse: false)).EvolveStates(table, rows, states);
        DensityProgram.Compile(
            KernelWorkload.Half(n, noise: true, inverse: true)).EvolveEffects(EffectSet.Bitstring(n, 0), table, rows, effects);
        KernelProduct.Multiply(states, effects, size, kernel);
        Assert.Equal(KernelWorkload.NoisyReference.Sum, kernel.Sum(), 1e-7);
        Assert.Equal(KernelWorkload.NoisyReference.Trace, Enumerable.Range(0, rows).Sum(i => kernel[(i * rows) + i]), 1e-8);
        foreach ((int i, int j, double value) in KernelWorkload.NoisyEntries) Assert.Equal(value, kernel[(i * rows) + j], 1e-11);
    }

    [Fact]
    public void L3_agrees()
    {
        const int n = KernelWorkload.PureQubits, size = 2 << n, rows = KernelWorkload.Rows;
        var states = new double[rows * size];
        var kernel = new double[rows * rows];
        StateVectorProgram.Compile(
            KernelWorkload.Half(n, noise: false, inverse: false)).EvolveStates(KernelWorkload.Table(n), rows, states);
        KernelProduct.MultiplyPure(states, states, size, kernel);
        Assert.Equal(KernelWorkload.PureReference.Sum, kernel.Sum(), 1e-8);
        Assert.Equal(KernelWorkload.PureReference.FirstOffDiagonal, kernel[1], 1e-13);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void L4_agrees(int qubits)
    {
        double[] row = GradientWorkload.Row(qubits);
        var value = new double[1];
        var gradient = new double[row.Length];
        DensityProgram.Compile(GradientWorkload.Circuit(qubits))
            .Differentiate(row, 1, EffectSet.Of([Observable.Z(0, qubits)], qubits), new[] { 1.0 }, value, gradient);
        Assert.Equal(GradientWorkload.Reference[qubits].Value, value[0], 1e-11);
        ImmutableArray<double> slopes = GradientWorkload.Reference[qubits].FirstSlopes;
        for (int j = 0; j < slopes.Length; j++) Assert.Equal(slopes[j], gradient[j], 1e-11);
        Assert.Equal(GradientWorkload.Reference[qubits].Norm, Math.Sqrt(gradient.Sum(g => g * g)), 1e-11);
    }

    // ⟨Z₀⟩ to ⟨Z₄⟩ depend on the first ten qubits alone, of any register: a ladder widens a cone by one qubit a layer.
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(22)]
    [InlineData(24)]
    public void The_first_values_of_W5_agree_exactly(int qubits)
    {
        const int layers = AnsatzWorkload.TrajectoryLayers, asked = 5;
        NoisyCircuit cut = LightCone.Of(AnsatzWorkload.Circuit(qubits, layers, noise: true), Enumerable.Range(0, asked)).Cut();
        Assert.Equal(Math.Min(qubits, 10), cut.QubitCount);
        DensityState state = DensityProgram.Compile(cut).Run(AnsatzWorkload.Row(qubits, layers));
        double[] exact = AnsatzWorkload.TrajectoryReference[qubits];
        for (int q = 0; q < asked; q++) Assert.Equal(exact[q], state.Expectation(Observable.Z(q, cut.QubitCount)), 1e-13);
    }

    [Fact]
    public void All_values_of_W5_on_12_qubits_lie_within_five_standard_errors()
    {
        const int qubits = 12, layers = AnsatzWorkload.TrajectoryLayers;
        double[] exact = AnsatzWorkload.TrajectoryReference[qubits];
        Assert.Equal(qubits, exact.Length);
        EffectSet z = EffectSet.Of(Enumerable.Range(0, qubits).Select(q => Observable.Z(q, qubits)), qubits);
        TrajectoryEstimate found = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(qubits, layers, noise: true)).Estimate(
            AnsatzWorkload.Row(qubits, layers), z, TrajectoryBudget.Fixed(300), StreamKey.Root(5, "shots"));
        for (int q = 0; q < qubits; q++)
        {
            Assert.InRange(found.StandardError(q), 1e-4, 0.02);
            Assert.Equal(exact[q], found.Values.Span[q], 5 * found.StandardError(q));
        }
    }
}
