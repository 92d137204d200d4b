using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Programs;

namespace QmlBench.Tests.Simulation.Plans;

public class PlanRunnerTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(1, 8)]
    [InlineData(3, 8)]
    public void Every_vector_width_gives_the_same_bits(int qubits, int lanes)
    {
        const int parameters = 4;
        NoisyCircuit circuit = RandomCircuits.Circuit(qubits + 40, qubits, 40, parameters, noise: true, records: false);
        StraightPlan plan = ((PlanStage)ProgramCompiler.Compile(circuit, keepRecords: false)[0]).Plan;
        double[] table = RandomCircuits.Rows(5, lanes, parameters);
        (double[] State, double[] Effect, double[] Slopes) reference = Run(plan, lanes, 1, table, parameters);
        foreach (int width in new[] { 2, 4, 8 })
        {
            (double[] State, double[] Effect, double[] Slopes) other = Run(plan, lanes, width, table, parameters);
            Assert.Equal(reference.State, other.State);
            Assert.Equal(reference.Effect, other.Effect);
            Assert.Equal(reference.Slopes, other.Slopes);
        }
    }

    private static (
        double[] State, double[] Effect, double[] Slopes) Run(StraightPlan plan, int lanes, int width, double[] table, int parameters)
    {
        var runner = new PlanRunner(plan, lanes, width);
        runner.Bind(table, parameters);
        var worker = new GradientWorker(runner);
        worker.Forward();
        double[] state = worker.State.Span.ToArray();
        RandomCircuits.Rows(6, plan.Shape.Length, lanes).CopyTo(worker.Effect.Span);
        worker.Backward();
        return (state, worker.Effect.Span.ToArray(), worker.Slopes);
    }
}
