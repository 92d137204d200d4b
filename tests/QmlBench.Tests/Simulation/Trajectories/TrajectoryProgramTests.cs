using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Tests.Simulation.Trajectories;

public class TrajectoryProgramTests
{
    private static StreamKey Key(long index) => StreamKey.Root(5, "shots").Derive("test", index);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void Without_noise_the_values_are_exact(int qubits)
    {
        for (int seed = 0; seed < 8; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + (77 * qubits), qubits, 40, 3, noise: false, records: false);
            double[] row = RandomCircuits.Rows(seed, 1, 3);
            EffectSet effects = Effects(qubits);
            var expected = new double[effects.Count];
            StateVectorProgram.Compile(circuit).Expectations(row, 1, effects, expected);
            TrajectoryEstimate estimate = TrajectoryProgram.Compile(circuit).Estimate(row, effects, TrajectoryBudget.Fixed(3), Key(seed));
            Assert.Equal(1.0, estimate.ErrorFreeWeight);
            Assert.Equal(0, estimate.Trajectories);
            for (int k = 0; k < expected.Length; k++)
            {
                Assert.Equal(expected[k], estimate.Values.Span[k], 1e-12);
                Assert.Equal(0.0, estimate.StandardError(k));
            }
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(6, true)]
    public void Random_noisy_circuits_agree_with_the_exact_engine(int qubits, bool records)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + (991 * qubits), qubits, 25, 3, noise: true, records);
            double[] row = RandomCircuits.Rows(seed, 1, 3);
            Check(circuit, row, 400, seed);
        }
    }

    [Fact]
    public void Every_standard_channel_agrees_with_the_exact_engine()
    {
        PauliTransferMatrix[] channels =
        [
            StandardChannels.Depolarizing(0.3, 1), StandardChannels.Depolarizing(4.0 / 3.0, 1), StandardChannels.AmplitudeDamping(0.3),
            StandardChannels.PhaseDamping(0.4), StandardChannels.GeneralizedAmplitudeDamping(0.4, 0.3), StandardChannels.BitFlip(0.7),
            StandardChannels.ThermalRelaxation(100, 80, 40, 0.2), StandardChannels.ThermalRelaxation(100, 170, 40, 0.1),
            StandardChannels.ThermalRelaxation(100, 200, 60), StandardChannels.Reset(0.2, 0.3), StandardChannels.Reset(),
            StandardChannels.Pauli(1, (1, 0.1), (2, 0.2), (3, 0.3)), StandardChannels.Dephasing(),
        ];
        for (int c = 0; c < channels.Length; c++)
        {
            NoisyCircuitBuilder builder = NoisyCircuit.Builder(2);
            for (int layer = 0; layer < 3; layer++)
            {
                builder.Gate(StandardGates.RY, [0], [0.7 + layer]).Gate(StandardGates.RX, [1], [0.4]).Gate(StandardGates.CX, [0, 1]);
                builder.Channel(channels[c], [layer % 2]).Channel(StandardChannels.Depolarizing(0.1, 2), [1, 0]);
            }

            Check(builder.Build(), [], 500, c);
        }
    }

    [Fact]
    public void The_workload_agrees_with_its_exact_values()
    {
        NoisyCircuit circuit = AnsatzWorkload.Circuit(8, 5, noise: true);
        EffectSet effects = EffectSet.Of(Enumerable.Range(0, 8).Select(q => Observable.Z(q, 8)), 8);
        TrajectoryProgram program = TrajectoryProgram.Compile(circuit);
        TrajectoryEstimate estimate = program.Estimate(AnsatzWorkload.Row(8, 5), effects, TrajectoryBudget.Fixed(500), Key(0));
        double[] exact = [0.37060813769657, 0.04994531865225, 0.05207951811381, -0.03634136135283, -0.05570287464317];
        for (int q = 0; q < exact.Length; q++) AssertNear(exact[q], estimate, q);
    }

    private static EffectSet Effects(int qubits) => EffectSet.Of(
        [
            .. Enumerable.Range(0, qubits).Select(q => Observable.Z(q, qubits)),
            Observable.X(qubits - 1, qubits) + (0.5 * Observable.Y(0, qubits)),
            Observable.Parse(new string('Y', qubits), qubits),
        ],
        qubits);

    private static void Check(NoisyCircuit circuit, double[] row, int trajectories, int seed)
    {
        EffectSet effects = Effects(circuit.QubitCount);
        var exact = new double[effects.Count];
        DensityProgram.Compile(circuit).Expectations(row, 1, effects, exact);
        TrajectoryEstimate estimate =
            TrajectoryProgram.Compile(circuit).Estimate(row, effects, TrajectoryBudget.Fixed(trajectories), Key(seed));
        for (int k = 0; k < exact.Length; k++) AssertNear(exact[k], estimate, k);
    }

    private static void AssertNear(double exact, TrajectoryEstimate estimate, int k)
    {
        double difference = Math.Abs(exact - estimate.Values.Span[k]), error = estimate.StandardError(k);
        Assert.True(difference <= (5.0 * error) + 1e-10, $"observable {k}: {estimate.Values.Span[k]} ± {error}, exact {exact}");
    }
}
