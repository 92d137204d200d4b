using System.Runtime.InteropServices;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Plans;

/// Neither the width of vectors nor the number of threads changes a bit.
public class PlanRunnerTests
{
    private const int Parameters = 4;
    private static readonly int[] Widths = [2, 4, 8];

    [Theory]
    [InlineData(false, 2, 1)]
    [InlineData(false, 3, 1)]
    [InlineData(false, 4, 1)]
    [InlineData(false, 5, 1)]
    [InlineData(false, 1, 8)]
    [InlineData(false, 3, 8)]
    [InlineData(true, 1, 1)]
    [InlineData(true, 2, 1)]
    [InlineData(true, 3, 1)]
    [InlineData(true, 5, 1)]
    [InlineData(true, 8, 1)]
    [InlineData(true, 1, 8)]
    [InlineData(true, 4, 8)]
    public void Every_vector_width_gives_the_same_bits_forward_and_backward(bool isPure, int qubits, int lanes)
    {
        StraightPlan plan = Plan(isPure, qubits, 40);
        double[] table = RandomCircuits.Rows(5, lanes, Parameters);
        (double[] State, double[] Effect, double[] Slopes) reference = Differentiate(plan, lanes, 1, table);
        foreach (int width in Widths)
        {
            (double[] State, double[] Effect, double[] Slopes) other = Differentiate(plan, lanes, width, table);
            AssertSameBits(reference.State, other.State);
            AssertSameBits(reference.Effect, other.Effect);
            AssertSameBits(reference.Slopes, other.Slopes);
        }
    }

    // From 9 mixed or 14 pure qubits on, blocks run part after part of the state.
    [Theory]
    [InlineData(false, 8, false)]
    [InlineData(false, 9, true)]
    [InlineData(true, 12, false)]
    [InlineData(true, 14, true)]
    [InlineData(true, 15, true)]
    public void Every_vector_width_gives_the_same_bits_in_parts(bool isPure, int qubits, bool hasParts)
    {
        StraightPlan plan = Plan(isPure, qubits, 30);
        Assert.Equal(hasParts, plan.Stages.Any(static stage => !stage.IsWhole));
        double[] reference = Forward(plan, 1);
        foreach (int width in Widths) AssertSameBits(reference, Forward(plan, width));
    }

    // Threads share states of 2^19 doubles and more: 10 mixed, 18 pure qubits.
    [Theory]
    [InlineData(8, false)]
    [InlineData(10, true)]
    public void Every_number_of_threads_gives_the_same_bits_of_a_mixed_state(int qubits, bool isShared)
    {
        DensityProgram program = DensityProgram.Compile(Circuit(false, qubits, 25));
        double[] row = RandomCircuits.Rows(5, 1, Parameters);
        DensityState reference = program.Run(row), state = new(qubits);
        Assert.Equal(isShared, PlanRunner.SharesState(reference.Coefficients.Length));
        for (int threads = 2; threads <= 3; threads++)
        {
            program.Run(row, state, threads);
            AssertSameBits(reference.Coefficients, state.Coefficients);
        }
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(16, false)]
    [InlineData(18, true)]
    public void Every_number_of_threads_gives_the_same_bits_of_a_pure_state(int qubits, bool isShared)
    {
        StateVectorProgram program = StateVectorProgram.Compile(Circuit(true, qubits, 25));
        double[] row = RandomCircuits.Rows(5, 1, Parameters);
        StateVector reference = program.Run(row), state = new(qubits);
        Assert.Equal(isShared, PlanRunner.SharesState(2 * reference.Real.Length));
        for (int threads = 2; threads <= 3; threads++)
        {
            program.Run(row, state, threads);
            AssertSameBits(reference.Real, state.Real);
            AssertSameBits(reference.Imaginary, state.Imaginary);
        }
    }

    private static NoisyCircuit Circuit(bool isPure, int qubits, int steps) =>
        RandomCircuits.Circuit(qubits + 40, qubits, steps, Parameters, noise: !isPure, records: false);

    private static StraightPlan Plan(bool isPure, int qubits, int steps)
    {
        NoisyCircuit circuit = Circuit(isPure, qubits, steps);
        return isPure
            ? StateVectorProgram.Compile(circuit).Plan
            : ((PlanStage)ProgramCompiler.Compile(circuit, keepRecords: false)[0]).Plan;
    }

    private static double[] Forward(StraightPlan plan, int width)
    {
        var runner = new PlanRunner(plan, 1, width);
        runner.Bind(RandomCircuits.Rows(5, 1, Parameters), Parameters);
        var state = new AlignedBuffer(plan.Shape.Length);
        plan.Shape.SetZero(state.Span, 1);
        runner.Forward(state, threads: 1);
        return state.Span.ToArray();
    }

    private static (double[] State, double[] Effect, double[] Slopes) Differentiate(
        StraightPlan plan, int lanes, int width, double[] table)
    {
        var runner = new PlanRunner(plan, lanes, width);
        runner.Bind(table, Parameters);
        var worker = new GradientWorker(runner);
        worker.Forward();
        double[] state = worker.State.Span.ToArray();
        RandomCircuits.Rows(6, plan.Shape.Length, lanes).CopyTo(worker.Effect.Span);
        worker.Backward();
        return (state, worker.Effect.Span.ToArray(), worker.Slopes);
    }

    private static void AssertSameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> found)
    {
        Assert.Equal(expected.Length, found.Length);
        int same = MemoryMarshal.Cast<double, long>(expected).CommonPrefixLength(MemoryMarshal.Cast<double, long>(found));
        if (same < expected.Length) Assert.Fail($"Element {same}: {expected[same]:R} {found[same]:R}");
    }
}
