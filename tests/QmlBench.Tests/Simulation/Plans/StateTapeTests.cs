using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Programs;

namespace QmlBench.Tests.Simulation.Plans;

public class StateTapeTests
{
    private const int Parameters = 6;

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(7, 8)]
    [InlineData(20, 1)]
    public void A_tiny_budget_gives_the_same_bits_and_keeps_no_more_than_it_says(int states, int lanes)
    {
        StraightPlan plan = Plan(false);
        double[] table = RandomCircuits.Rows(3, lanes, Parameters);
        long budget = (long)states * lanes * plan.Shape.Length * sizeof(double);
        Assert.True(plan.Blocks.Length > 30);
        Assert.Equal(states, StateTape.PlacesFor(plan, lanes, budget));
        (double[] State, double[] Effect, double[] Slopes) whole = Run(plan, lanes, table, long.MaxValue);
        (double[] State, double[] Effect, double[] Slopes) few = Run(plan, lanes, table, budget);
        Assert.Equal(whole.State, few.State);
        Assert.Equal(whole.Effect, few.Effect);
        Assert.Equal(whole.Slopes, few.Slopes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void States_are_those_before_the_blocks_within_the_runs_of_the_binomial_rule(bool pure)
    {
        StraightPlan plan = Plan(pure);
        var runner = new PlanRunner(plan, 1);
        runner.Bind(RandomCircuits.Rows(3, 1, Parameters), Parameters);
        StateTape whole = Forward(runner, long.MaxValue);
        Assert.Equal(plan.Blocks.Length + 1, whole.StatesMade);
        foreach (int places in new[] { 4, 5, 6, 9, 16 })
        {
            StateTape few = Forward(runner, (long)places * plan.Shape.Length * sizeof(double));
            Assert.Equal(whole.Last.Span.ToArray(), few.Last.Span.ToArray());
            for (int b = plan.Blocks.Length - 1; b >= 0; b--) Assert.Equal(whole.Before(b).Span.ToArray(), few.Before(b).Span.ToArray());
            Assert.Equal(places, few.StatesMade);
            Assert.InRange(few.BlocksRun, plan.Blocks.Length, Runs(places - 1, plan.Blocks.Length + 1) * plan.Blocks.Length);
            // The way back has given states up; the last one is there all the same.
            Assert.Equal(whole.Last.Span.ToArray(), few.Last.Span.ToArray());
            Assert.Equal(places, few.StatesMade);
        }

        Assert.Equal(plan.Blocks.Length, whole.BlocksRun);
    }

    [Fact]
    public void Of_states_too_many_to_stay_near_every_second_is_kept_and_no_block_runs_more_than_twice()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(4, 8, 60, Parameters, noise: true, records: false);
        StraightPlan plan = ((PlanStage)ProgramCompiler.Compile(circuit, keepRecords: false)[0]).Plan;
        var runner = new PlanRunner(plan, 1);
        runner.Bind(RandomCircuits.Rows(3, 1, Parameters), Parameters);
        int blocks = plan.Blocks.Length;
        Assert.True((blocks + 1L) * plan.Shape.Length * sizeof(double) > 4 << 20);
        Assert.Equal((blocks / 2) + 2, StateTape.PlacesFor(plan, 1, long.MaxValue));
        StateTape tape = Forward(runner, long.MaxValue), few = Forward(runner, 0);
        for (int sweep = 0; sweep < 2; sweep++)
            for (int b = blocks; b >= 0; b--) Assert.Equal(few.Before(b).Span.ToArray(), tape.Before(b).Span.ToArray());
        Assert.InRange(tape.StatesMade, blocks / 2, (blocks / 2) + 2);
        Assert.InRange(tape.BlocksRun, blocks, 2 * blocks + 1);
    }

    [Fact]
    public void However_small_the_budget_four_states_are_kept_and_the_bytes_said_are_those()
    {
        Assert.Equal(StateTape.LeastKept, StateTape.PlacesFor(Plan(false), 1, 0));
        NoisyCircuit circuit = RandomCircuits.Circuit(3, 12, 120, 2, noise: true, records: false);
        DensityProgram program = DensityProgram.Compile(circuit);
        Assert.Equal(6.0 * program.StateBytes, program.GradientBytes);
    }

    // Runs r of each block with f free places beside the first state: C(f + r, f) states at least.
    private static int Runs(int free, int states)
    {
        int runs = 1;
        for (double most = free + 1; most < states; most = most * (free + runs) / runs) runs++;
        return runs;
    }

    private static StraightPlan Plan(bool pure)
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(9, 4, 110, Parameters, noise: !pure, records: false);
        if (!pure) return ((PlanStage)ProgramCompiler.Compile(circuit, keepRecords: false)[0]).Plan;
        var builder = new PlanBuilder(new RegisterShape(true, 4));
        var gates = new GateExpansion(builder);
        foreach (GateStep gate in circuit.Steps.OfType<GateStep>()) gates.Add(gate.Gate, gate.Angles.AsSpan(), gate.Qubits.AsSpan());
        return builder.Build(circuit);
    }

    private static StateTape Forward(PlanRunner runner, long budget)
    {
        var tape = new StateTape(runner, budget);
        runner.Plan.Shape.SetZero(tape.Begin().Span, 1);
        tape.Forward();
        return tape;
    }

    private static (double[] State, double[] Effect, double[] Slopes) Run(StraightPlan plan, int lanes, double[] table, long budget)
    {
        var runner = new PlanRunner(plan, lanes);
        runner.Bind(table, Parameters);
        var worker = new GradientWorker(runner, budget);
        double[] state = [];
        // Twice: the second run begins with what the first one left.
        for (int run = 0; run < 2; run++)
        {
            worker.Forward();
            state = worker.State.Span.ToArray();
            RandomCircuits.Rows(6, plan.Shape.Length, lanes).CopyTo(worker.Effect.Span);
            worker.Backward();
        }

        return (state, worker.Effect.Span.ToArray(), worker.Slopes);
    }
}
