using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
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
        Assert.Equal(KernelWorkload.NoisyReference.FirstOffDiagonal, kernel[1], 1e-11);
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
        Assert.Equal(GradientWorkload.Reference[qubits].Norm, Math.Sqrt(gradient.Sum(g => g * g)), 1e-11);
    }
}
