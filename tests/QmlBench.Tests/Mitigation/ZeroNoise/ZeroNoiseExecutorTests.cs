using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Emulation;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Mitigation.ZeroNoise;
using QmlBench.Numerics.Randomness;
using QmlBench.Tests.Emulation;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Mitigation.ZeroNoise;

public class ZeroNoiseContractTests : ExecutorContract
{
    private readonly IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["zne"]);

    protected override IExecutor Executor => executor;

    protected override bool GivesCounts => false;
}

public class ZeroNoiseExecutorTests
{
    private static readonly RowStreams Streams = new(StreamKey.Root(5, "zne-tests"));

    [Theory]
    [InlineData("mm-ghz3-A")]
    [InlineData("mm-qnn3-A")]
    [InlineData("mm-ising4_d2-A")]
    public void Exact_values_agree_with_Mitiq_at_odd_factors(string id)
    {
        JsonElement vector = Vectors.Mitiq("end-to-end").Single(one => one.GetProperty("id").GetString() == id);
        JsonElement zne = vector.GetProperty("zne").EnumerateArray().First(one =>
            one.GetProperty("fold").GetString() == "fold_global"
                && Vectors.Doubles(one.GetProperty("scales")).SequenceEqual([1.0, 3.0, 5.0]));
        Emulator device = Devices.CxDepolarizing(vector.GetProperty("noise").GetProperty("lambda2").GetDouble());
        Assert.Equal(zne.GetProperty("values")[0].GetDouble(), Value(device, vector), 1e-9);
        Assert.Equal(zne.GetProperty("richardson").GetDouble(), Value(Pipeline.Wrap(device, ["zne:richardson:1,3,5"]), vector), 1e-9);
        Assert.Equal(zne.GetProperty("linear").GetDouble(), Value(Pipeline.Wrap(device, ["zne:linear:1,3,5"]), vector), 1e-9);
        JsonElement local = vector.GetProperty("zne").EnumerateArray().First(one => one.GetProperty("fold").GetString() == "fold_all"
            && Vectors.Doubles(one.GetProperty("scales")).SequenceEqual([1.0, 3.0, 5.0]));
        Assert.Equal(local.GetProperty("linear").GetDouble(), Value(Pipeline.Wrap(device, ["zne:linear:1,3,5:local"]), vector), 1e-9);
        Assert.Equal(local.GetProperty("linear").GetDouble(), Value(Pipeline.Wrap(device, ["zne:linear:1,3,5:two-qubit"]), vector), 1e-9);
    }

    [Fact]
    public void The_value_is_the_weighted_sum_of_folded_values_and_factor_one_is_raw_bit_by_bit()
    {
        Emulator device = Devices.Manila();
        Estimates mitigated = Run(new ZeroNoiseExecutor(device, ZeroNoiseOptions.Default), Budget.ExactValue);
        IProgram raw = Compile(device, Budget.ExactValue);
        var folding = new Folding(raw.Native, raw.Target, FoldMethod.Global);
        IProgram same = device.Adopt(folding.Fold(1).Native, Request(Budget.ExactValue), ScheduleOptions.Alap, CancellationToken.None);
        IProgram thrice = device.Adopt(folding.Fold(3).Native, Request(Budget.ExactValue), ScheduleOptions.Alap, CancellationToken.None);
        double one = Value(raw), again = Value(same), three = Value(thrice);
        Assert.Equal(one, again);
        Assert.Equal((1.5 * one) - (0.5 * three), mitigated.Value(0, 0), 1e-12);
        Assert.True(mitigated.IsExact);
        double ideal = Value(Compile(Emulator.Ideal, Budget.ExactValue));
        Assert.True(Math.Abs(mitigated.Value(0, 0) - ideal) < Math.Abs(one - ideal));
    }

    [Fact]
    public void A_device_without_noisy_gates_gives_the_raw_value_with_a_notice()
    {
        Estimates found = Run(Pipeline.Wrap(Emulator.Ideal, ["zne"]), Budget.ExactValue);
        Assert.Equal(Value(Compile(Emulator.Ideal, Budget.ExactValue)), found.Value(0, 0));
        Assert.Contains(found.Notices, notice => notice.Source == "zne");
    }

    [Theory]
    [InlineData("zne")]
    [InlineData("zne:richardson:1,2,3")]
    [InlineData("zne:poly2:1,2,3,4:local")]
    public void All_shots_of_a_row_are_spent_and_foretold(string technique)
    {
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), [technique]);
        IProgram program = Compile(executor, new Budget.Shots(1001));
        Estimates found = program.Estimate(Rows(program, 3), Observables, new Budget.Shots(1001), Streams, CancellationToken.None);
        Assert.Equal(3 * 1001, found.Spent.Shots);
        Assert.Equal(found.Spent, program.Cost(Observables, new Budget.Shots(1001), 3));
    }

    [Fact]
    public void Factors_that_fold_alike_are_refused()
    {
        var executor = new ZeroNoiseExecutor(Devices.Manila(), new(Extrapolation.Linear, [1, 1.01], FoldMethod.Global));
        Assert.Contains("alike", Assert.Throws<ExecutionRefusedException>(() => Compile(executor, Budget.ExactValue)).Message);
    }

    [Fact]
    public void Reached_factors_are_told_where_they_differ()
    {
        Estimates found = Run(Pipeline.Wrap(Devices.Manila(), ["zne:linear:1,2.1"]), Budget.ExactValue);
        Assert.Contains(found.Notices, notice => notice.Text.Contains("reached", StringComparison.Ordinal));
    }

    [Fact]
    public void Error_bars_cover_the_infinite_shot_value_with_readout_corrected_first()
    {
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["readout", "zne"]);
        IProgram program = Compile(executor, new Budget.Shots(4000));
        double exact = Run(executor, Budget.ExactValue).Value(0, 0);
        Coverage.Check(exact, Enumerable.Range(0, 300).Select(repeat =>
        {
            Estimates found = program.Estimate(
                Rows(program, 1), Observables, new Budget.Shots(4000), Streams.Derive("repeat", repeat), CancellationToken.None);
            return (found.Value(0, 0), found.StandardError(0, 0));
        }));
    }

    [Fact]
    public void Error_bars_cover_the_infinite_shot_value()
    {
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["zne"]);
        IProgram program = Compile(executor, new Budget.Shots(2000));
        const int Repeats = 400;
        double exact = Run(executor, Budget.ExactValue).Value(0, 0);
        Estimates found = program.Estimate(Same(program, Repeats), Observables, new Budget.Shots(2000), Streams, CancellationToken.None);
        Coverage.Check(exact, Enumerable.Range(0, Repeats).Select(row => (found.Value(row, 0), found.StandardError(row, 0))));
    }

    [Fact]
    public void Gradients_agree_with_differences_of_values()
    {
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["zne"]);
        IProgram program = executor.Compile(
            Example(), Request(Budget.ExactValue) with { Asked = Asked.Gradient }, CompileOptions.Default(3), CancellationToken.None);
        GradientCheck.Run(program, Observables);
    }

    [Fact]
    public void Kernels_are_weighted_sums_of_folded_halves()
    {
        Emulator device = Devices.Manila();
        var request = new Request(null, Asked.Kernel, Budget.ExactValue, Limits.Default);
        IProgram raw = device.Compile(Example(), request, CompileOptions.Default(3), CancellationToken.None);
        IProgram mitigated = Pipeline.Wrap(device, ["zne"]).Compile(Example(), request, CompileOptions.Default(3), CancellationToken.None);
        NativeCircuit folded = new Folding(raw.Native, raw.Target, FoldMethod.Global).Fold(3).Native;
        IProgram thrice = device.Adopt(folded, request, ScheduleOptions.Alap, CancellationToken.None);
        double[] one = Kernel(raw), three = Kernel(thrice), found = Kernel(mitigated);
        for (int entry = 0; entry < found.Length; entry++)
            Assert.Equal((1.5 * one[entry]) - (0.5 * three[entry]), found[entry], 1e-12);
        Assert.True(found[0] > one[0], "an extrapolated diagonal entry is nearer to 1");
    }

    [Fact]
    public void Sampled_kernels_lie_within_five_standard_errors_and_spend_the_total()
    {
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), ["readout", "zne"]);
        KernelValues Of(Budget budget)
        {
            var request = new Request(null, Asked.Kernel, budget, Limits.Default);
            IProgram program = executor.Compile(Example(), request, CompileOptions.Default(3), CancellationToken.None);
            return program.Find<IFidelityKernel>()!.Kernel(Rows(program, 3), Rows(program, 2), budget, Streams, CancellationToken.None);
        }

        KernelValues exact = Of(Budget.ExactValue), found = Of(new Budget.Shots(8000));
        Assert.Equal(6 * 8000, found.Spent.Shots);
        for (int entry = 0; entry < 6; entry++)
        {
            double bound = 5 * Math.Sqrt(found.Variances.Span[entry]);
            Assert.InRange(found.Values.Span[entry], exact.Values.Span[entry] - bound, exact.Values.Span[entry] + bound);
        }
    }

    [Fact]
    public void Bitstrings_are_weighted_sums_of_folded_distributions()
    {
        Emulator device = Devices.Manila();
        var request = new Request(null, Asked.Bitstrings, Budget.ExactValue, Limits.Default);
        IProgram raw = device.Compile(Example(), request, CompileOptions.Default(3), CancellationToken.None);
        NativeCircuit folded = new Folding(raw.Native, raw.Target, FoldMethod.Global).Fold(3).Native;
        IProgram thrice = device.Adopt(folded, request, ScheduleOptions.Alap, CancellationToken.None);
        IProgram mitigated = Pipeline.Wrap(device, ["zne"]).Compile(Example(), request, CompileOptions.Default(3), CancellationToken.None);
        OutcomeDistribution Of(IProgram program) =>
            program.Sample(Rows(program, 1), Budget.ExactValue, Streams, CancellationToken.None).Distributions[0];
        (OutcomeDistribution one, OutcomeDistribution three, OutcomeDistribution found) = (Of(raw), Of(thrice), Of(mitigated));
        for (ulong bits = 0; bits < 4; bits++)
            Assert.Equal((1.5 * one.Probability(bits)) - (0.5 * three.Probability(bits)), found.Probability(bits), 1e-12);
        Assert.Equal(1.0, found.Outcomes.Sum(outcome => outcome.Probability), 1e-12);
        Samples sampled = mitigated.Sample(Rows(mitigated, 2), new Budget.Shots(999), Streams, CancellationToken.None);
        Assert.Equal(2 * 999, sampled.Spent.Shots);
        Assert.Equal(mitigated.Cost(null, new Budget.Shots(999), 2), sampled.Spent);
    }

    [Theory]
    [InlineData("zne")]
    [InlineData("readout")]
    public void Capabilities_of_the_inner_program_are_not_passed_through(string technique)
    {
        IProgram program = Compile(Pipeline.Wrap(Devices.Manila(), [technique]), Budget.ExactValue);
        Assert.NotNull(Compile(Devices.Manila(), Budget.ExactValue).Find<INoiseScaling>());
        Assert.Null(program.Find<INoiseScaling>());
        Assert.Null(program.Find<INoiseDescription>());
    }

    [Theory]
    [InlineData("zne")]
    [InlineData("readout")]
    [InlineData("cdr")]
    public void Parameter_shift_serves_where_shots_rule_reverse_mode_out(string technique)
    {
        var budget = new Budget.Shots(400_000);
        IExecutor executor = Pipeline.Wrap(Devices.Manila(), [technique]);
        var request = Request(budget) with { Asked = Asked.Gradient };
        IProgram program = executor.Compile(Example(), request, CompileOptions.Default(3), CancellationToken.None);
        Assert.Null(program.Find<IGradient>());
        ParameterShift shift = ParameterShift.For(executor, program, request, ScheduleOptions.Alap, Streams, CancellationToken.None);
        Gradients found = shift.Differentiate(Rows(program, 1), Observables, new[] { 0, 1 }, null, CancellationToken.None);
        IProgram ideal = Emulator.Ideal.Compile(
            Example(), Request(Budget.ExactValue) with { Asked = Asked.Gradient }, CompileOptions.Default(3), CancellationToken.None);
        Gradients exact = ideal.Find<IGradient>()!.Differentiate(Rows(ideal, 1), Observables, new[] { 0, 1 }, null, CancellationToken.None);
        for (int entry = 0; entry < exact.Jacobian.Length; entry++)
            Assert.Equal(exact.Jacobian.Span[entry], found.Jacobian.Span[entry], 0.3);
    }

    private static double[] Kernel(IProgram program)
    {
        RowTable rows = Rows(program, 2);
        return program.Find<IFidelityKernel>()!.Kernel(rows, rows, Budget.ExactValue, Streams, CancellationToken.None).Values.ToArray();
    }

    private static ObservableSet Observables => new(Observable.Parse("ZZ", 2), Observable.Parse("0.5*XI + 0.25*IZ - 0.1", 2));

    private static Request Request(Budget budget) => new(Observables, Asked.None, budget, Limits.Default);

    private static Circuit Example()
    {
        CircuitBuilder builder = Circuit.Builder(2);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        return builder.H(0).RY(a, 0).CX(0, 1).RZ(b, 1).RY(b, 0).CX(0, 1).RX(2.0 * a, 1).Build();
    }

    private static IProgram Compile(IExecutor executor, Budget budget) =>
        executor.Compile(Example(), Request(budget), CompileOptions.Default(3), CancellationToken.None);

    private static RowTable Rows(IProgram program, int rows) =>
        new(program.Columns, Enumerable.Range(0, 2 * rows).Select(i => 0.2 + (0.3 * i)).ToArray(), rows);

    private static RowTable Same(IProgram program, int rows) =>
        new(program.Columns, Enumerable.Range(0, 2 * rows).Select(i => 0.2 + (0.3 * (i % 2))).ToArray(), rows);

    private static double Value(IProgram program) =>
        program.Estimate(Rows(program, 1), Observables, Budget.ExactValue, Streams, CancellationToken.None).Value(0, 0);

    private static Estimates Run(IExecutor executor, Budget budget)
    {
        IProgram program = Compile(executor, budget);
        return program.Estimate(Rows(program, 1), Observables, budget, Streams, CancellationToken.None);
    }

    // Qubit 0 is the first letter in the vectors, the last one here.
    private static double Value(IExecutor executor, JsonElement vector)
    {
        int n = vector.GetProperty("n").GetInt32();
        Circuit written = QasmReader.ReadOrThrow(new SourceText("vector.qasm", vector.GetProperty("qasm").GetString()!));
        Circuit physical = written.MapQubits([.. Enumerable.Range(0, n)], n, physical: true);
        var observable = new Observable(n, vector.GetProperty("observable").EnumerateObject().SelectMany(term =>
            (term.Value.GetDouble() * Observable.Parse(string.Concat(term.Name.Reverse()), n)).Terms));
        var request = new Request(new ObservableSet(observable), Asked.None, Budget.ExactValue, Limits.Default);
        IProgram program = executor.Compile(physical, request, CompileOptions.Default(1), CancellationToken.None);
        return program.Estimate(RowTable.Single(program.Columns), request.Observables!, Budget.ExactValue, Streams,
            CancellationToken.None).Value(0, 0);
    }
}
