using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;
using QmlBench.Tests.Emulation;

namespace QmlBench.Tests.Mitigation.Regression;

public class RegressionContractTests : ExecutorContract
{
    private readonly IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["cdr"]);

    protected override IExecutor Executor => executor;

    protected override bool ServesBitstrings => false;
}

public class WholePipelineContractTests : ExecutorContract
{
    private readonly IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["readout", "zne", "cdr:circuits=3"]);

    protected override IExecutor Executor => executor;

    protected override bool ServesBitstrings => false;

    protected override bool RowsAreIndependent => false;
}

/// <summary>Extrapolation and regression on values that are averages over trajectories.</summary>
public class PipelineOverTrajectoriesContractTests : ExecutorContract
{
    private readonly IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["zne", "cdr:circuits=3"]);

    protected override IExecutor Executor => executor;

    protected override Limits Limits => Limits.Default with { Method = MethodKind.Trajectories, StandardError = 0.05 };

    protected override bool ServesBitstrings => false;
}

public class RegressionExecutorTests
{
    private static readonly RowStreams Streams = new(StreamKey.Root(6, "cdr-tests"));

    [Theory]
    [InlineData("cdr")]
    [InlineData("readout", "cdr")]
    [InlineData("readout", "zne", "cdr")]
    public void Exact_values_are_nearer_to_the_ideal_ones_than_raw(params string[] techniques)
    {
        Estimates ideal = Run(Emulator.Ideal, Budget.ExactValue), raw = Run(Devices.Manila(), Budget.ExactValue);
        Estimates found = Run(Pipeline.Wrap(Devices.Manila(), techniques), Budget.ExactValue);
        Assert.True(SquaredDistance(found, ideal) < 0.5 * SquaredDistance(raw, ideal));
        // What the line cannot follow is part of the error bar even without shots.
        Assert.All(Enumerable.Range(0, Rows), row => Assert.True(found.StandardError(row, 0) > 0));
    }

    [Fact]
    public void Without_noise_nothing_changes()
    {
        Estimates ideal = Run(Emulator.Ideal, Budget.ExactValue), found = Run(Pipeline.Wrap(Emulator.Ideal, ["cdr"]), Budget.ExactValue);
        for (int value = 0; value < ideal.Values.Length; value++)
            Assert.Equal(ideal.Values.Span[value], found.Values.Span[value], 1e-9);
    }

    [Theory]
    [InlineData("cdr")]
    [InlineData("cdr:circuits=7,fraction=0.3")]
    [InlineData("readout", "cdr")]
    public void All_shots_are_spent_and_foretold(params string[] techniques)
    {
        IProgram program = Compile(Pipeline.Wrap(Devices.Manila(), techniques), new Budget.Shots(997));
        Estimates found = program.Estimate(Table(program), Observables, new Budget.Shots(997), Streams, CancellationToken.None);
        Assert.Equal(Rows * 997, found.Spent.Shots);
        Assert.Equal(found.Spent, program.Cost(Observables, new Budget.Shots(997), Rows));
    }

    [Fact]
    public void A_Clifford_circuit_gets_the_simulated_value_with_a_notice()
    {
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["cdr"]);
        var request = new Request(Observables, Asked.None, Budget.ExactValue, Limits.Default);
        IProgram program = executor.Compile(
            Circuit.Builder(3).H(0).CX(0, 1).CX(1, 2).Build(), request, CompileOptions.Default(3), CancellationToken.None);
        Estimates found = program.Estimate(
            RowTable.Single(program.Columns), Observables, Budget.ExactValue, Streams, CancellationToken.None);
        Assert.Equal(1.0, found.Value(0, 0), 1e-12);
        Assert.Contains(found.Notices, notice => notice.Text.Contains("Clifford circuits", StringComparison.Ordinal));
    }

    [Fact]
    public void Training_circuits_that_say_nothing_leave_the_raw_value_with_a_notice()
    {
        // One rotation: every training circuit keeps it and is the circuit itself.
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["cdr"]);
        var request = new Request(new ObservableSet(Observable.Z(0, 1)), Asked.None, Budget.ExactValue, Limits.Default);
        Circuit circuit = Circuit.Builder(1).Physical().SX(0).RZ(0.4, 0).SX(0).Build();
        double Value(IExecutor on, out Estimates found)
        {
            IProgram program = on.Compile(circuit, request, CompileOptions.Default(3), CancellationToken.None);
            found = program.Estimate(RowTable.Single(program.Columns), request.Observables!, Budget.ExactValue, Streams,
                CancellationToken.None);
            return found.Value(0, 0);
        }

        Assert.Equal(Value(Devices.Manila(), out _), Value(executor, out Estimates mitigated));
        Assert.Contains(mitigated.Notices, notice => notice.Text.Contains("uncorrected", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Asked.Kernel)]
    [InlineData(Asked.Bitstrings)]
    public void Kernels_and_bitstrings_are_refused_by_name(Asked asked)
    {
        var request = new Request(Observables, asked, Budget.ExactValue, Limits.Default);
        Assert.Contains(asked.ToString().ToLowerInvariant(), Assert.Throws<ExecutionRefusedException>(() =>
            Pipeline.Wrap(Devices.Manila(), ["cdr"]).Compile(
                Example(), request, CompileOptions.Default(3), CancellationToken.None)).Message);
    }

    private const int Rows = 4;

    private static ObservableSet Observables => new(Observable.Parse("IZZ", 3), Observable.Parse("ZII", 3));

    private static Circuit Example()
    {
        CircuitBuilder builder = Circuit.Builder(3);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        for (int layer = 0; layer < 2; layer++)
            builder.RY(0.4 * a, 0).RY(b - 0.2, 1).RX(0.5 * b, 2).RZ(a, 1).CX(0, 1).CX(1, 2).RY(0.3 * b, 2).RZ(0.3, 0);
        return builder.Build();
    }

    private static double SquaredDistance(Estimates one, Estimates other)
    {
        double sum = 0;
        for (int value = 0; value < one.Values.Length; value++)
            sum += Math.Pow(one.Values.Span[value] - other.Values.Span[value], 2);
        return sum;
    }

    private static IProgram Compile(IExecutor executor, Budget budget) =>
        executor.Compile(Example(), new Request(Observables, Asked.None, budget, Limits.Default), CompileOptions.Default(3),
            CancellationToken.None);

    private static RowTable Table(IProgram program) =>
        new(program.Columns, Enumerable.Range(0, 2 * Rows).Select(i => 0.2 + (0.13 * i)).ToArray(), Rows);

    private static Estimates Run(IExecutor executor, Budget budget)
    {
        IProgram program = Compile(executor, budget);
        return program.Estimate(Table(program), Observables, budget, Streams, CancellationToken.None);
    }
}
