using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics;
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
    [InlineData(16)]
    public void Without_noise_the_values_are_exact(int qubits)
    {
        for (int seed = 0; seed < (qubits < 10 ? 8 : 3); seed++)
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
    public void Channels_on_three_qubits_agree_with_the_exact_engine()
    {
        PauliTransferMatrix damping = StandardChannels.AmplitudeDamping(0.2), rotated = StandardChannels.CoherentUnitary(
            StandardGates.RX.Matrix([0.4]));
        PauliTransferMatrix[] channels =
        [
            StandardChannels.Depolarizing(0.4, 3), damping.Tensor(rotated.Then(damping)).Tensor(StandardChannels.PhaseDamping(0.3)),
        ];
        for (int c = 0; c < channels.Length; c++)
        {
            NoisyCircuitBuilder builder = NoisyCircuit.Builder(4);
            for (int layer = 0; layer < 2; layer++)
            {
                for (int q = 0; q < 4; q++) builder.Gate(StandardGates.RY, [q], [0.5 + q + layer]);
                builder.Gate(StandardGates.CCX, [3, 0, 2]).Channel(channels[c], [2, 0, 3]).Gate(StandardGates.ISwap, [3, 1]);
            }

            Check(builder.Build(), [], 300, c);
        }
    }

    [Fact]
    public void A_cancelled_run_leaves_nothing_behind()
    {
        TrajectoryProgram program = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(13, 2, noise: true));
        double[] row = AnsatzWorkload.Row(13, 2);
        TrajectoryEstimate before = program.Estimate(row, Effects(13), TrajectoryBudget.Fixed(10), Key(1));
        using var source = new CancellationTokenSource();
        source.Cancel();
        foreach (int threads in (int[])[1, 2])
        {
            Assert.ThrowsAny<OperationCanceledException>(() => _ = program.Estimate(
                row, Effects(13), TrajectoryBudget.Fixed(10), Key(1), threads, source.Token));
        }

        TrajectoryEstimate after = program.Estimate(row, Effects(13), TrajectoryBudget.Fixed(10), Key(1));
        Assert.True(before.Values.Span.SequenceEqual(after.Values.Span));
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

    [Fact]
    public void The_weight_of_the_error_free_trajectory_is_exact()
    {
        // W5 at n = 16, 20, 22, 24: 0.264, 0.185, 0.155, 0.130 (notes on large registers).
        foreach ((int qubits, double expected) in ((int, double)[])[(16, 0.264), (20, 0.185), (22, 0.155), (24, 0.130)])
        {
            double p1 = 1.0 - (0.75 * 0.001), p2 = 1.0 - (15.0 / 16.0 * 0.01), e1 = Elementary.Exp(-0.003), e2 = Elementary.Exp(-0.00375);
            double relaxed = 0.5 * (e1 + e2), weight = 1.0;
            for (int i = 0; i < 10 * qubits; i++) weight *= p1;
            for (int i = 0; i < 5 * (qubits - 1); i++) weight *= p2 * relaxed * relaxed;
            double found = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(qubits, 5, noise: true)).ErrorFreeWeight;
            Assert.Equal(weight, found, 1e-12);
            Assert.Equal(expected, found, 5e-4);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Independent_runs_spread_as_the_standard_error_says(bool records)
    {
        const int qubits = 4, runs = 50, trajectories = 64;
        NoisyCircuit circuit = RandomCircuits.Circuit(records ? 3 : 5, qubits, 25, 2, noise: true, records);
        EffectSet effects = EffectSet.Of(Enumerable.Range(0, qubits).Select(q => Observable.Z(q, qubits)), qubits);
        TrajectoryProgram program = TrajectoryProgram.Compile(circuit);
        double[] row = RandomCircuits.Rows(3, 1, 2);
        TrajectoryEstimate[] all =
            [.. Enumerable.Range(0, runs).Select(i => program.Estimate(row, effects, TrajectoryBudget.Fixed(trajectories), Key(1000 + i)))];
        double spread = 0.0, stated = 0.0;
        for (int q = 0; q < qubits; q++)
        {
            double mean = all.Average(e => e.Values.Span[q]);
            spread += all.Sum(e => (e.Values.Span[q] - mean) * (e.Values.Span[q] - mean)) / (runs - 1);
            stated += all.Average(e => e.StandardError(q) * e.StandardError(q));
        }

        Assert.True(stated > 1e-6);
        Assert.Equal(1.0, Math.Sqrt(spread / stated), 0.25);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(13, false)]
    [InlineData(18, false)]
    public void Threads_and_vector_widths_change_no_bit(int qubits, bool records)
    {
        NoisyCircuit circuit = records
            ? RandomCircuits.Circuit(8, qubits, 40, 2, noise: true, records)
            : AnsatzWorkload.Circuit(qubits, 1, noise: true);
        double[] row = records ? RandomCircuits.Rows(3, 1, 2) : AnsatzWorkload.Row(qubits, 1);
        EffectSet effects = Effects(qubits);
        int trajectories = qubits > 15 ? 4 : 70;
        TrajectoryEstimate expected =
            TrajectoryProgram.Compile(circuit, 8).Estimate(row, effects, TrajectoryBudget.Fixed(trajectories), Key(1));
        foreach ((int width, int threads) in ((int, int)[])[(8, 2), (8, 3), (4, 1), (2, 1), (1, 2)])
        {
            TrajectoryEstimate found = TrajectoryProgram.Compile(circuit, width)
                .Estimate(row, effects, TrajectoryBudget.Fixed(trajectories), Key(1), threads);
            Assert.True(expected.Values.Span.SequenceEqual(found.Values.Span));
            Assert.True(expected.Covariance.Span.SequenceEqual(found.Covariance.Span));
        }

        ulong[] shots = TrajectoryProgram.Compile(circuit).Sample(row, trajectories, Key(2));
        foreach (int threads in (int[])[2, 3, 5])
            Assert.Equal(shots, TrajectoryProgram.Compile(circuit).Sample(row, trajectories, Key(2), threads: threads));
    }

    [Fact]
    public void Starting_where_a_trajectory_leaves_the_error_free_one_changes_no_bit()
    {
        const int qubits = 15, trajectories = 30;
        NoisyCircuit circuit = AnsatzWorkload.Circuit(qubits, 3, noise: true);
        double[] row = AnsatzWorkload.Row(qubits, 3);
        EffectSet effects = Effects(qubits);
        var code = new TrajectoryCode(circuit, TrajectoryUse.DiagonalObservables);
        var worker = new TrajectoryWorker(code, qubits, 8);
        BoundGate[] gates = code.Bind(row);
        var reading = new EffectReading(effects);
        var statistics = new TrajectoryStatistics(effects.Count);
        var errors = new DrawnErrors();
        var masks = new PauliMasks[reading.StringCount];
        var strings = new double[reading.StringCount];
        double[] Values()
        {
            var values = new double[effects.Count];
            worker.Run(gates, errors, 1);
            reading.Place(worker.Register.Layout, masks);
            worker.Read(masks, strings, 1);
            reading.Combine(strings, values);
            return values;
        }

        double[] free = Values();
        for (int i = 0; i < trajectories; i++)
        {
            errors.Draw(code.Errors, new(Key(1)), i, atLeastOne: true);
            statistics.Add(Values());
        }

        TrajectoryEstimate found = TrajectoryProgram.Compile(circuit).Estimate(row, effects, TrajectoryBudget.Fixed(trajectories), Key(1));
        double weight = found.ErrorFreeWeight;
        for (int k = 0; k < effects.Count; k++)
            Assert.Equal((weight * free[k]) + ((1.0 - weight) * statistics.Mean(k)), found.Values.Span[k]);
    }

    [Fact]
    public void A_second_estimate_on_the_same_program_gives_the_same_bits()
    {
        TrajectoryProgram program = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(12, 2, noise: true));
        double[] row = AnsatzWorkload.Row(12, 2);
        TrajectoryEstimate[] all =
            [.. Enumerable.Range(0, 2).Select(_ => program.Estimate(row, Effects(12), TrajectoryBudget.Fixed(20), Key(1)))];
        Assert.True(all[0].Values.Span.SequenceEqual(all[1].Values.Span));
        Assert.False(all[0].Values.Span.SequenceEqual(
            program.Estimate(row, Effects(12), TrajectoryBudget.Fixed(20), Key(2)).Values.Span));
    }

    [Fact]
    public void Errors_too_rare_to_be_seen_are_in_the_standard_error()
    {
        // Half of all trajectories have an error, nearly all of them one that Z does not see.
        NoisyCircuit circuit = NoisyCircuit.Builder(1).Channel(StandardChannels.PhaseFlip(0.5), [0])
            .Channel(StandardChannels.BitFlip(0.002), [0]).Build();
        TrajectoryProgram program = TrajectoryProgram.Compile(circuit);
        EffectSet z = EffectSet.Of([Observable.Z(0, 1)], 1);
        for (int seed = 0; seed < 50; seed++)
        {
            TrajectoryEstimate found = program.Estimate(Array.Empty<double>(), z, TrajectoryBudget.Until(0.001, 100_000), Key(seed));
            double unseen = 2.0 * (1.0 - found.ErrorFreeWeight) / found.Trajectories;
            Assert.InRange(found.StandardError(0), unseen, 0.001);
            Assert.InRange((found.Values.Span[0] - 0.996) / found.StandardError(0), -5, 5);
        }
    }

    [Fact]
    public void A_precision_reached_covers_the_value_as_often_as_it_says()
    {
        const int qubits = 4, runs = 400;
        NoisyCircuit circuit = RandomCircuits.Circuit(5, qubits, 25, 2, noise: true, records: false);
        EffectSet effects = EffectSet.Of(Enumerable.Range(0, qubits).Select(q => Observable.Z(q, qubits)), qubits);
        double[] row = RandomCircuits.Rows(3, 1, 2), exact = new double[qubits];
        DensityProgram.Compile(circuit).Expectations(row, 1, effects, exact);
        TrajectoryProgram program = TrajectoryProgram.Compile(circuit);
        int[] within = new int[4];
        for (int run = 0; run < runs; run++)
        {
            TrajectoryEstimate found = program.Estimate(row, effects, TrajectoryBudget.Until(0.05, 10_000), Key(run));
            for (int q = 0; q < qubits; q++)
            {
                double errors = Math.Abs(found.Values.Span[q] - exact[q]) / found.StandardError(q);
                for (int bound = 1; bound < within.Length; bound++) within[bound] += errors <= bound ? 1 : 0;
            }
        }

        // 0.683, 0.954 and 0.997 of a normal distribution, less five of their own standard errors over the runs.
        Assert.InRange(within[1] / (double)(runs * qubits), 0.683 - 0.06, 1);
        Assert.InRange(within[2] / (double)(runs * qubits), 0.954 - 0.03, 1);
        Assert.InRange(within[3] / (double)(runs * qubits), 0.997 - 0.008, 1);
    }

    [Fact]
    public void Rounds_go_on_until_the_error_is_reached()
    {
        TrajectoryProgram program = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(6, 3, noise: true));
        double[] row = AnsatzWorkload.Row(6, 3);
        TrajectoryEstimate reached = program.Estimate(row, Effects(6), TrajectoryBudget.Until(0.02, 100_000), Key(1));
        for (int k = 0; k < reached.Values.Length; k++) Assert.True(reached.StandardError(k) <= 0.02);
        Assert.InRange(reached.Trajectories, 64, 2000);
        TrajectoryEstimate stopped = program.Estimate(row, Effects(6), TrajectoryBudget.Until(1e-9, 100), Key(1));
        Assert.Equal(100, stopped.Trajectories);
        TrajectoryEstimate same = program.Estimate(row, Effects(6), TrajectoryBudget.Fixed(reached.Trajectories), Key(1));
        Assert.True(reached.Values.Span.SequenceEqual(same.Values.Span));
    }

    [Fact]
    public void Marginals_and_confused_readings_agree_with_the_exact_engine()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(41, 5, 30, 2, noise: true, records: false);
        double[] row = RandomCircuits.Rows(1, 1, 2);
        ReadoutConfusion?[] readout = [new(0.1, 0.2), null, new(0.0, 0.3), new(0.05, 0.02), null];
        EffectSet marginal = EffectSet.Marginal(5, [3, 0], readout);
        var exact = new double[4];
        DensityProgram.Compile(circuit).Expectations(row, 1, marginal, exact);
        Assert.Equal(1.0, exact.Sum(), 1e-12);
        TrajectoryEstimate estimate = TrajectoryProgram.Compile(circuit).Estimate(row, marginal, TrajectoryBudget.Fixed(300), Key(7));
        Assert.Equal(1.0, estimate.Values.Span[0] + estimate.Values.Span[1] + estimate.Values.Span[2] + estimate.Values.Span[3], 1e-12);
        for (int k = 0; k < 4; k++) AssertNear(exact[k], estimate, k);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(17)]
    public void Shots_follow_the_recorded_distribution(int seed)
    {
        const int shots = 4000;
        NoisyCircuit circuit = RandomCircuits.Circuit(seed, 3, 30, 2, noise: true, records: true);
        double[] row = RandomCircuits.Rows(seed, 1, 2);
        var exact = new double[8];
        DensityProgram.Compile(circuit).RecordedProbabilities(row, 1, exact);
        ulong[] found = TrajectoryProgram.Compile(circuit).Sample(row, shots, Key(seed));
        AssertShots(exact, found);
    }

    [Fact]
    public void Shots_of_a_circuit_without_measurement_give_all_qubits()
    {
        NoisyCircuit circuit = AnsatzWorkload.Circuit(4, 2, noise: true);
        double[] row = AnsatzWorkload.Row(4, 2);
        var exact = new double[16];
        DensityProgram.Compile(circuit).Probabilities(row, 1, exact);
        AssertShots(exact, TrajectoryProgram.Compile(circuit).Sample(row, 4000, Key(3)));
    }

    [Fact]
    public void Several_shots_of_a_trajectory_follow_the_same_distribution()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(3, 3, 30, 2, noise: true, records: true);
        double[] row = RandomCircuits.Rows(3, 1, 2);
        var exact = new double[8];
        DensityProgram.Compile(circuit).RecordedProbabilities(row, 1, exact);
        ulong[] found = TrajectoryProgram.Compile(circuit).Sample(row, 6001, Key(3), perTrajectory: 3);

        // Shots of one trajectory go together, at worst as one: three times the variance.
        for (int value = 0; value < exact.Length; value++)
        {
            double share = found.Count(f => f == (ulong)value) / 6001.0;
            Assert.Equal(exact[value], share, (5.0 * Math.Sqrt(3.0 * exact[value] * (1.0 - exact[value]) / 6001.0)) + 1e-9);
        }
    }

    [Fact]
    public void A_shared_beginning_gives_the_distribution_of_shots()
    {
        NoisyCircuit circuit = AnsatzWorkload.Circuit(12, 1, noise: true);
        double[] row = AnsatzWorkload.Row(12, 1);
        NoisyCircuit cone = LightCone.Of(circuit, [0, 1]).Cut();
        var exact = new double[1 << cone.QubitCount];
        DensityProgram.Compile(cone).Probabilities(row, 1, exact);
        var marginal = new double[4];
        for (int i = 0; i < exact.Length; i++) marginal[i & 3] += exact[i];
        AssertShots(marginal, [.. TrajectoryProgram.Compile(circuit).Sample(row, 2000, Key(8)).Select(s => s & 3)]);
    }

    [Fact]
    public void A_trajectory_allocates_nothing_once_it_has_run()
    {
        TrajectoryProgram program = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(12, 3, noise: true));
        double[] row = AnsatzWorkload.Row(12, 3);
        EffectSet effects = Effects(12);
        long Bytes(int trajectories)
        {
            // A collection started by another test moves this thread's counter once.
            return Enumerable.Range(0, 3).Min(_ =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                program.Estimate(row, effects, TrajectoryBudget.Fixed(trajectories), Key(4));
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
        }

        Bytes(640);
        long few = Bytes(64);
        Assert.InRange(Bytes(640), 0, few);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        NoisyCircuit circuit = AnsatzWorkload.Circuit(3, 1, noise: true);
        TrajectoryProgram program = TrajectoryProgram.Compile(circuit);
        double[] row = AnsatzWorkload.Row(3, 1);
        Assert.Contains("at least one", Message(() => TrajectoryBudget.Fixed(0)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("NaN", Message(() => TrajectoryBudget.Until(double.NaN, 5)), StringComparison.Ordinal);
        row[2] = double.NaN;
        Assert.Contains(
            "parameter 2 of row 0 is NaN", Message(() => _ = program.Estimate(row, Effects(3), TrajectoryBudget.Fixed(5), Key(1))),
            StringComparison.Ordinal);
        Assert.Contains(
            "observables 4", Message(() => _ = program.Estimate(AnsatzWorkload.Row(3, 1), Effects(4), TrajectoryBudget.Fixed(5), Key(1))),
            StringComparison.Ordinal);
        Assert.Contains(
            "1.72E+10 bytes", Message(() => TrajectoryProgram.Compile(NoisyCircuit.Builder(29).Build())), StringComparison.Ordinal);
        Assert.Contains("1 to 10 qubits", Message(() => EffectSet.Marginal(12, [.. Enumerable.Range(0, 11)])), StringComparison.Ordinal);
        PauliTransferMatrix notPositive = PauliTransferMatrix.Diagonal(1, i => i == 0 ? 1.0 : 1.1);
        Assert.Contains(
            "not completely positive",
            Message(() => TrajectoryProgram.Compile(NoisyCircuit.Builder(1).Channel(notPositive, [0]).Build())), StringComparison.Ordinal);
    }

    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static void AssertShots(double[] exact, ulong[] found)
    {
        for (int value = 0; value < exact.Length; value++)
        {
            double share = found.Count(f => f == (ulong)value) / (double)found.Length;
            double deviation = Math.Sqrt(exact[value] * (1.0 - exact[value]) / found.Length);
            Assert.True(Math.Abs(share - exact[value]) <= (5.0 * deviation) + 1e-9, $"{value}: {share}, exact {exact[value]}");
        }
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
