using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;
using QmlBench.Tests.Emulation;

namespace QmlBench.Tests.Mitigation.Readout;

public class ReadoutContractTests : ExecutorContract
{
    private readonly IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["readout"]);

    protected override IExecutor Executor => executor;

    protected override bool GivesCounts => false;

    protected override bool RowsAreIndependent => false;
}

public class ReadoutExecutorTests
{
    private static readonly RowStreams Streams = new(StreamKey.Root(6, "readout-tests"));
    private static readonly Emulator Recorded = Devices.Manila(NoiseSources.Readout);

    [Fact]
    public void With_readout_error_alone_exact_values_are_the_ideal_ones()
    {
        Estimates ideal = Run(Emulator.Ideal, Budget.ExactValue, 3), raw = Run(Recorded, Budget.ExactValue, 3);
        Estimates found = Run(Mitigated, Budget.ExactValue, 3);
        Assert.True(found.IsExact);
        for (int value = 0; value < ideal.Values.Length; value++)
            Assert.Equal(ideal.Values.Span[value], found.Values.Span[value], 1e-12);
        Assert.True(Math.Abs(raw.Value(0, 0) - ideal.Value(0, 0)) > 0.01, "the raw value is wrong");
    }

    [Fact]
    public void Under_all_noise_readout_error_alone_is_removed()
    {
        IExecutor noisy = Pipeline.Wrap(Devices.Manila(), ["readout"]);
        Estimates without = Run(Devices.Manila(NoiseSources.All & ~NoiseSources.Readout), Budget.ExactValue, 2);
        Estimates found = Run(noisy, Budget.ExactValue, 2);
        // The pulse that makes |1⟩ for the calibration has an error of its own.
        for (int value = 0; value < without.Values.Length; value++)
            Assert.Equal(without.Values.Span[value], found.Values.Span[value], 0.01);
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(7, 333)]
    [InlineData(40, 25)]
    public void All_shots_are_spent_and_foretold(int rows, long shots)
    {
        IProgram program = Compile(Mitigated, new Budget.Shots(shots));
        Estimates found = program.Estimate(Rows(program, rows), Observables, new Budget.Shots(shots), Streams, CancellationToken.None);
        Assert.Equal(rows * shots, found.Spent.Shots);
        Assert.Equal(found.Spent, program.Cost(Observables, new Budget.Shots(shots), rows));
        Assert.NotEqual(0, found.SharedError.Length);
    }

    [Fact]
    public void Too_few_shots_are_refused()
    {
        IProgram program = Compile(Mitigated, new Budget.Shots(2));
        Assert.Contains("too few", Assert.Throws<ExecutionRefusedException>(
            () => program.Cost(Observables, new Budget.Shots(2), 1)).Message);
    }

    [Fact]
    public void Error_bars_cover_the_infinite_shot_value_calibration_included()
    {
        IProgram program = Compile(Mitigated, new Budget.Shots(3000));
        double exact = Run(Mitigated, Budget.ExactValue, 1).Value(0, 0);
        // Each repeat calibrates anew, as the error of a calibration is common to the rows of one table.
        Coverage.Check(exact, Enumerable.Range(0, 400).Select(repeat =>
        {
            Estimates found = program.Estimate(
                Rows(program, 1), Observables, new Budget.Shots(3000), Streams.Derive("repeat", repeat), CancellationToken.None);
            return (found.Value(0, 0), found.StandardError(0, 0));
        }));
    }

    [Fact]
    public void Rows_of_a_table_share_their_calibration_error()
    {
        IProgram program = Compile(Mitigated, new Budget.Shots(2000));
        Estimates found = program.Estimate(Rows(program, 1, 5), Observables, new Budget.Shots(2000), Streams, CancellationToken.None);
        int directions = found.SharedError.Length / found.Values.Length;
        Assert.Equal(4, directions);
        Assert.All(Enumerable.Range(0, 5), row => Assert.True(found.StandardError(row, 0) > 0));
    }

    [Fact]
    public void Inverted_bitstrings_are_the_ideal_distribution()
    {
        IProgram ideal = Sampling(Emulator.Ideal), found = Sampling(Mitigated);
        Samples one = ideal.Sample(Rows(ideal, 2), Budget.ExactValue, Streams, CancellationToken.None);
        Samples other = found.Sample(Rows(found, 2), Budget.ExactValue, Streams, CancellationToken.None);
        for (int row = 0; row < 2; row++)
            for (ulong bits = 0; bits < 4; bits++)
                Assert.Equal(one.Distributions[row].Probability(bits), other.Distributions[row].Probability(bits), 1e-12);
        Assert.Contains(other.Notices, notice => notice.Text.Contains("quasi", StringComparison.Ordinal));
    }

    [Fact]
    public void Sampled_bitstrings_add_up_to_one_and_spend_the_total()
    {
        IProgram program = Sampling(Mitigated);
        Samples found = program.Sample(Rows(program, 3), new Budget.Shots(500), Streams, CancellationToken.None);
        Assert.Equal(1500, found.Spent.Shots);
        Assert.Equal(program.Cost(null, new Budget.Shots(500), 3), found.Spent);
        Assert.All(found.Distributions, one => Assert.Equal(1.0, one.Outcomes.Sum(outcome => outcome.Probability), 1e-12));
    }

    [Fact]
    public void Measurements_of_the_circuit_itself_are_corrected_by_their_own_qubits()
    {
        Circuit swapped = Circuit.Builder(2, 2).RY(0.7, 0).RY(1.9, 1).Measure(0, 1).Measure(1, 0).Build();
        var request = new Request(null, Asked.Bitstrings, Budget.ExactValue, Limits.Default);
        Samples Of(IExecutor executor)
        {
            IProgram program = executor.Compile(swapped, request, CompileOptions.Default(3), CancellationToken.None);
            return program.Sample(RowTable.Single(program.Columns), Budget.ExactValue, Streams, CancellationToken.None);
        }

        for (ulong bits = 0; bits < 4; bits++)
            Assert.Equal(Of(Emulator.Ideal).Distributions[0].Probability(bits), Of(Mitigated).Distributions[0].Probability(bits), 1e-12);
    }

    [Fact]
    public void Kernels_are_corrected_exactly()
    {
        double[] ideal = Kernel(Emulator.Ideal, Budget.ExactValue).Values.ToArray();
        double[] raw = Kernel(Recorded, Budget.ExactValue).Values.ToArray();
        double[] found = Kernel(Mitigated, Budget.ExactValue).Values.ToArray();
        for (int entry = 0; entry < ideal.Length; entry++)
            Assert.Equal(ideal[entry], found[entry], 1e-10);
        Assert.True(raw[0] < 0.99, "the raw diagonal entry is wrong");
    }

    [Fact]
    public void Sampled_kernels_lie_within_five_standard_errors_and_spend_the_total()
    {
        double[] exact = Kernel(Mitigated, Budget.ExactValue).Values.ToArray();
        KernelValues found = Kernel(Mitigated, new Budget.Shots(5000));
        Assert.Equal(exact.Length * 5000, found.Spent.Shots);
        for (int entry = 0; entry < exact.Length; entry++)
        {
            double bound = 5 * Math.Sqrt(found.Variances.Span[entry]);
            Assert.InRange(found.Values.Span[entry], exact[entry] - bound, exact[entry] + bound);
        }
    }

    [Fact]
    public void Gradients_agree_with_differences_of_values()
    {
        IProgram program = Pipeline.Wrap(Devices.Manila(), ["readout", "zne"]).Compile(
            Example(), new Request(Observables, Asked.Gradient, Budget.ExactValue, Limits.Default), CompileOptions.Default(3),
            CancellationToken.None);
        GradientCheck.Run(program, Observables);
    }

    [Fact]
    public void Strings_on_too_many_qubits_are_refused()
    {
        var request = new Request(new ObservableSet(Observable.Parse(new string('Z', 12), 12)), Asked.None, Budget.ExactValue,
            Limits.Default);
        Assert.Contains("at most 10 qubits", Assert.Throws<ExecutionRefusedException>(() =>
            Mitigated.Compile(Circuit.Builder(12).X(0).Build(), request, CompileOptions.Default(3), CancellationToken.None)).Message);
    }

    private static IExecutor Mitigated => Pipeline.Wrap(Recorded, ["readout"]);

    private static ObservableSet Observables => new(Observable.Parse("ZZ + 0.5*XY", 2), Observable.Parse("0.5*XI + 0.25*IZ - 0.1", 2));

    private static Circuit Example()
    {
        CircuitBuilder builder = Circuit.Builder(2);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        return builder.RY(a, 0).CX(0, 1).RZ(b, 1).RX(2.0 * a, 1).Build();
    }

    private static IProgram Compile(IExecutor executor, Budget budget) =>
        executor.Compile(Example(), new Request(Observables, Asked.None, budget, Limits.Default), CompileOptions.Default(3),
            CancellationToken.None);

    private static IProgram Sampling(IExecutor executor) =>
        executor.Compile(Example(), new Request(null, Asked.Bitstrings, Budget.ExactValue, Limits.Default), CompileOptions.Default(3),
            CancellationToken.None);

    private static KernelValues Kernel(IExecutor executor, Budget budget)
    {
        IProgram program = executor.Compile(
            Example(), new Request(null, Asked.Kernel, budget, Limits.Default), CompileOptions.Default(3), CancellationToken.None);
        RowTable rows = Rows(program, 3);
        return program.Find<IFidelityKernel>()!.Kernel(rows, rows, budget, Streams, CancellationToken.None);
    }

    private static Estimates Run(IExecutor executor, Budget budget, int rows)
    {
        IProgram program = Compile(executor, budget);
        return program.Estimate(Rows(program, rows), Observables, budget, Streams, CancellationToken.None);
    }

    private static RowTable Rows(IProgram program, int rows, int repeats = 1) =>
        new(program.Columns, Enumerable.Range(0, 2 * rows * repeats).Select(i => 0.4 + (0.3 * (i / repeats))).ToArray(), rows * repeats);
}
