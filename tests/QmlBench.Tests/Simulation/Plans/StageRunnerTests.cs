using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Plans;

/// Large states run part by part: the bits of whole sweeps, on any number of threads, and the state of the circuit as written.
public class StageRunnerTests
{
    [Fact]
    public void Parts_give_the_bits_of_whole_sweeps()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(21, 9, 60, 3, noise: true, records: false);
        double[] row = RandomCircuits.Rows(1, 1, 3);
        StraightPlan plan = ((PlanStage)ProgramCompiler.Compile(circuit, keepRecords: false)[0]).Plan;
        Assert.True(plan.Stages.Length > 1);
        Check(plan, row);
    }

    [Fact]
    public void Parts_of_amplitudes_give_the_bits_of_whole_sweeps()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(22, 15, 60, 3, noise: false, records: false);
        double[] row = RandomCircuits.Rows(1, 1, 3);
        var builder = new PlanBuilder(new RegisterShape(true, 15));
        var gates = new GateExpansion(builder);
        foreach (GateStep gate in circuit.Steps.OfType<GateStep>()) gates.Add(gate.Gate, gate.Angles.AsSpan(), gate.Qubits.AsSpan());
        StraightPlan plan = builder.Build(circuit);
        Assert.True(plan.Stages.Length > 1);
        Check(plan, row);
    }

    [Fact]
    public void Reordered_blocks_leave_the_state_of_the_circuit()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(23, 9, 60, 3, noise: false, records: false);
        double[] row = RandomCircuits.Rows(2, 1, 3);
        var mixed = new double[1 << 9];
        var pure = new double[1 << 9];
        DensityProgram.Compile(circuit).Run(row).Probabilities(mixed);
        StateVectorProgram.Compile(circuit).Run(row).Probabilities(pure);
        for (int i = 0; i < pure.Length; i++) Assert.Equal(pure[i], mixed[i], 1e-12);
    }

    [Fact]
    public void A_second_thread_changes_no_bit()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(24, 10, 40, 3, noise: true, records: false);
        double[] row = RandomCircuits.Rows(3, 1, 3);
        DensityState one = new(10), two = new(10);
        DensityProgram program = DensityProgram.Compile(circuit);
        program.Run(row, one);
        program.Run(row, two, threads: 2);
        Assert.True(one.Coefficients.SequenceEqual(two.Coefficients));
    }

    private static void Check(StraightPlan plan, double[] row)
    {
        var runner = new PlanRunner(plan, 1);
        runner.Bind(row, row.Length);
        AlignedBuffer parts = new(plan.Shape.Length), whole = new(plan.Shape.Length);
        plan.Shape.SetZero(parts.Span, 1);
        plan.Shape.SetZero(whole.Span, 1);
        runner.Forward(parts, 1);
        for (int b = 0; b < plan.Blocks.Length; b++) runner.Forward(b, whole, whole);
        Assert.True(parts.Span.SequenceEqual(whole.Span));
    }
}
