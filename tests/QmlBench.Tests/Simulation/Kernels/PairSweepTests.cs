using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Tests.Simulation.Kernels;

/// Blocks of two qubits in one pass: the bits of the chains one after another and then the permutation, forward and backward.
public class PairSweepTests
{
    [Theory]
    [InlineData(4, 1, true)]
    [InlineData(5, 1, false)]
    [InlineData(7, 1, true)]
    [InlineData(3, 8, true)]
    [InlineData(4, 8, false)]
    public void A_ladder_has_the_same_bits_in_every_width(int qubits, int lanes, bool noise) =>
        Check(AnsatzWorkload.Circuit(qubits, 2, noise), lanes, AnsatzWorkload.Row(qubits, 2));

    /// Every form of the lower chain (nothing, diagonal with and without a shift, anything), on neighbours and on qubits apart.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    public void Every_form_of_the_lower_chain_has_the_same_bits(int low, int high)
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(5, 0, ["a", "b", "c"]);
        for (int q = 0; q < 5; q++) builder.Gate(StandardGates.RY, [q], [Angle.Parameter(0)]);
        PauliTransferMatrix?[] channels =
            [null, StandardChannels.Depolarizing(0.1, 1), StandardChannels.ThermalRelaxation(100e-6, 80e-6, 5e-6)];
        foreach (PauliTransferMatrix? channel in channels)
        {
            builder.Gate(StandardGates.CX, [low, high]);
            if (channel is not null) builder.Channel(channel, [low]);
            builder.Gate(StandardGates.RX, [high], [Angle.Parameter(1)]).Gate(StandardGates.CX, [high, low]);
            builder.Gate(StandardGates.RZ, [low], [Angle.Parameter(2)]).Gate(StandardGates.RY, [high], [Angle.Parameter(0)]);
        }

        Check(builder.Build(), 1, [0.3, 1.1, -0.7]);
    }

    private static void Check(NoisyCircuit circuit, int lanes, double[] row)
    {
        StraightPlan plan = ((PlanStage)ProgramCompiler.Compile(circuit, keepRecords: false)[0]).Plan;
        Assert.Contains(plan.Blocks, static b => b.IsPair);
        double[] table = [.. Enumerable.Range(0, lanes).SelectMany(lane => row.Select(v => v + (0.01 * lane)))];
        (double[] State, double[] Effect, double[] Slopes) expected = Run(plan, lanes, 4, table, row.Length);
        (double[] State, double[] Effect, double[] Slopes) actual = Run(plan, lanes, 8, table, row.Length);
        Assert.Equal(expected.State, actual.State);
        Assert.Equal(expected.Effect, actual.Effect);
        Assert.Equal(expected.Slopes, actual.Slopes);
        Assert.Contains(actual.Slopes, static s => s != 0.0);
    }

    private static (double[] State, double[] Effect, double[] Slopes) Run(
        StraightPlan plan, int lanes, int width, double[] table, int parameters)
    {
        var runner = new PlanRunner(plan, lanes, width);
        runner.Bind(table, parameters);
        var worker = new GradientWorker(runner);
        worker.Forward();
        double[] state = worker.State.Span.ToArray();
        RandomCircuits.Rows(7, plan.Shape.Length, lanes).CopyTo(worker.Effect.Span);
        worker.BackwardToStart();
        return (state, worker.Effect.Span.ToArray(), worker.Slopes);
    }
}
