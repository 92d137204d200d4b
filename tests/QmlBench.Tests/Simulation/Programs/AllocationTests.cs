using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Tests.Simulation.Programs;

/// <summary>A program that has run once binds and runs further rows without allocating.</summary>
public class AllocationTests
{
    private const int Layers = 2;
    private const int Few = 16;
    private const int Many = 80;

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(9)]
    public void One_row_of_a_density_matrix_allocates_nothing(int qubits)
    {
        DensityProgram program = DensityProgram.Compile(AnsatzWorkload.Circuit(qubits, Layers, noise: true));
        var state = new DensityState(qubits);
        double[][] rows = [AnsatzWorkload.Row(qubits, Layers, 1), AnsatzWorkload.Row(qubits, Layers, 2)];
        AssertNothing(run => program.Run(rows[run % 2], state));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(14)]
    public void One_row_of_a_state_vector_allocates_nothing(int qubits)
    {
        StateVectorProgram program = StateVectorProgram.Compile(AnsatzWorkload.Circuit(qubits, Layers, noise: false));
        var state = new StateVector(qubits);
        double[][] rows = [AnsatzWorkload.Row(qubits, Layers, 1), AnsatzWorkload.Row(qubits, Layers, 2)];
        AssertNothing(run => program.Run(rows[run % 2], state));
    }

    // Five qubits run eight rows side by side, six one after another.
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Rows_of_density_matrices_allocate_nothing(int qubits)
    {
        NoisyCircuit circuit = AnsatzWorkload.Circuit(qubits, Layers, noise: true);
        DensityProgram program = DensityProgram.Compile(circuit);
        (EffectSet z, double[] table, int columns) = (Z(qubits), Table(qubits), circuit.Parameters.Length);
        double[] values = new double[Many * 2], outcomes = new double[Many << qubits], states = new double[Many << (2 * qubits)];
        double[] slopes = [.. Enumerable.Repeat(0.5, Many * 2)], gradients = new double[Many * columns * 2];
        double[] zero = EffectSet.Bitstring(qubits, 0);
        AssertNoneByRow(n => program.Expectations(Rows(table, n, columns), n, z, values.AsMemory(0, 2 * n)));
        AssertNoneByRow(n => program.Probabilities(Rows(table, n, columns), n, outcomes.AsMemory(0, n << qubits)));
        AssertNoneByRow(n => program.Observe(
            Rows(table, n, columns), n, z, values.AsMemory(0, 2 * n), outcomes.AsMemory(0, n << qubits)));
        AssertNoneByRow(n => program.EvolveStates(Rows(table, n, columns), n, states.AsMemory(0, n << (2 * qubits))));
        AssertNoneByRow(n => program.EvolveEffects(zero, Rows(table, n, columns), n, states.AsMemory(0, n << (2 * qubits))));
        AssertNoneByRow(n => program.Differentiate(
            Rows(table, n, columns), n, z, slopes.AsMemory(0, 2 * n), values.AsMemory(0, 2 * n), gradients.AsMemory(0, n * columns)));
        AssertNoneByRow(n => program.Jacobian(
            Rows(table, n, columns), n, z, values.AsMemory(0, 2 * n), gradients.AsMemory(0, 2 * n * columns)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void Rows_of_state_vectors_allocate_nothing(int qubits)
    {
        NoisyCircuit circuit = AnsatzWorkload.Circuit(qubits, Layers, noise: false);
        StateVectorProgram program = StateVectorProgram.Compile(circuit);
        (EffectSet z, double[] table, int columns) = (Z(qubits), Table(qubits), circuit.Parameters.Length);
        double[] values = new double[Many * 2], outcomes = new double[Many << qubits], states = new double[2 * Many << qubits];
        double[] slopes = [.. Enumerable.Repeat(0.5, Many * 2)], gradients = new double[Many * columns * 2];
        AssertNoneByRow(n => program.Expectations(Rows(table, n, columns), n, z, values.AsMemory(0, 2 * n)));
        AssertNoneByRow(n => program.Probabilities(Rows(table, n, columns), n, outcomes.AsMemory(0, n << qubits)));
        AssertNoneByRow(n => program.EvolveStates(Rows(table, n, columns), n, states.AsMemory(0, 2 * n << qubits)));
        AssertNoneByRow(n => program.Differentiate(
            Rows(table, n, columns), n, z, slopes.AsMemory(0, 2 * n), values.AsMemory(0, 2 * n), gradients.AsMemory(0, n * columns)));
        AssertNoneByRow(n => program.Jacobian(
            Rows(table, n, columns), n, z, values.AsMemory(0, 2 * n), gradients.AsMemory(0, 2 * n * columns)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Rows_of_recorded_bits_allocate_nothing(int qubits)
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, qubits, ["a"]);
        for (int q = 0; q < qubits; q++) builder.Gate(StandardGates.RY, [q], [Angle.Parameter(0)]);
        for (int q = 0; q < qubits; q++) builder.Measure(q, q, new ReadoutConfusion(0.01, 0.02));
        DensityProgram program = DensityProgram.Compile(builder.Build());
        double[] table = [.. Enumerable.Range(0, Many).Select(static i => 0.1 * i)], outcomes = new double[Many << qubits];
        AssertNoneByRow(n => program.RecordedProbabilities(Rows(table, n, 1), n, outcomes.AsMemory(0, n << qubits)));
    }

    private static EffectSet Z(int qubits) => EffectSet.Of([Observable.Z(0, qubits), Observable.Z(qubits - 1, qubits)], qubits);

    private static double[] Table(int qubits) => [.. Enumerable.Range(1, Many).SelectMany(i => AnsatzWorkload.Row(qubits, Layers, i))];

    private static ReadOnlyMemory<double> Rows(double[] table, int rows, int columns) => table.AsMemory(0, rows * columns);

    private static void AssertNothing(Action<int> run)
    {
        run(0);
        run(1);
        Assert.Equal(0, Allocated(() => run(2)));
    }

    // Better code, made meanwhile, may allocate less for the call itself.
    private static void AssertNoneByRow(Action<int> run)
    {
        run(Many);
        long few = Allocated(() => run(Few));
        Assert.InRange(Allocated(() => run(Many)), 0, few);
    }

    // A collection started by another test moves this thread's counter once; what allocates does so in every round.
    private static long Allocated(Action run) => Enumerable.Range(0, 4).Min(_ =>
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
