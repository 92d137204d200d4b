using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation.Programs;

/// <summary>Trajectories through the waist, against the exact engine.</summary>
public class TrajectoryMethodTests
{
    private static readonly RowStreams Streams = new(StreamKey.Root(31, "shots"));
    private static readonly Limits Forced = Limits.Default with { Method = MethodKind.Trajectories };
    private static readonly ObservableSet Observables = new(
        Observable.Parse("ZZZZ", 4), Observable.Parse("0.5*XIYI - IZIZ + 0.25", 4), Observable.Z(0, 4), Observable.Parse("XXII", 4));

    [Theory]
    [InlineData(NoiseSemantics.AerProperties)]
    [InlineData(NoiseSemantics.AerTarget)]
    public void Values_lie_within_five_standard_errors_of_the_exact_ones_and_are_as_precise_as_asked(string semantics)
    {
        var precision = new Budget.Precision(0.005, 100_000);
        Estimates exact = Estimate(semantics, Limits.Default, Budget.ExactValue), found = Estimate(semantics, Forced, precision);
        Assert.False(found.IsExact);
        for (int row = 0; row < 3; row++)
        {
            for (int k = 0; k < Observables.Count; k++)
            {
                Assert.InRange(found.StandardError(row, k), 1e-9, 0.005);
                Assert.InRange((found.Value(row, k) - exact.Value(row, k)) / found.StandardError(row, k), -5, 5);
            }
        }

        Assert.Equal(MethodKind.Trajectories, found.Method.Kind);
        Assert.InRange(found.Method.Trajectories, 2, 100_000);
        Assert.InRange(found.Method.StandardError!.Value, 1e-9, 0.005);
        Assert.Equal("asked for", found.Method.Why);
        Assert.Contains("trajectories gave a standard error of", found.Method.Text, StringComparison.Ordinal);
        Assert.Equal(0, found.Spent.Shots);
    }

    /// <summary>A parity after a reset: errors are rare, and a few dozen trajectories may all agree.</summary>
    [Fact]
    public void Rare_errors_are_not_taken_for_none()
    {
        CircuitBuilder builder = Circuit.Builder(2, 1);
        Circuit circuit = builder.RY(0.7, 0).CX(0, 1).Measure(0, 0).Add(StandardGates.X, [], [1], Condition.Bit(0)).Reset(0).Build();
        var observables = new ObservableSet(Observable.Parse("IZ", 2), Observable.Parse("ZZ", 2));
        Estimates Estimate(Limits limits, Budget budget, int run)
        {
            IProgram program = Make().Compile(circuit, new(observables, Asked.None, budget, limits), Options, CancellationToken.None);
            var streams = new RowStreams(StreamKey.Root((ulong)run, "shots"));
            return program.Estimate(RowTable.Single(program.Columns), observables, budget, streams, CancellationToken.None);
        }

        Estimates exact = Estimate(Limits.Default, Budget.ExactValue, 0);
        for (int run = 0; run < 8; run++)
        {
            Estimates found = Estimate(Forced, new Budget.Precision(0.01, 100_000), run);
            for (int k = 0; k < 2; k++)
            {
                Assert.InRange(found.StandardError(0, k), 1e-6, 0.01);
                Assert.InRange((found.Value(0, k) - exact.Value(0, k)) / found.StandardError(0, k), -5, 5);
            }
        }
    }

    [Fact]
    public void A_precision_that_was_not_reached_is_a_notice()
    {
        Estimates found = Estimate(NoiseSemantics.AerProperties, Forced, new Budget.Precision(1e-4, 64));
        Assert.True(found.Method.StandardError > 1e-4);
        Assert.Equal(64, found.Method.Trajectories);
        Assert.Contains(found.Notices, notice => notice.Text.StartsWith(
            "The standard error 0.0001 was not reached by 64 trajectories", StringComparison.Ordinal));
    }

    [Fact]
    public void Exact_values_that_do_not_fit_come_by_the_precision_the_limits_state()
    {
        var limits = new Limits(3, 4L << 30, StandardError: 0.02, MostTrajectories: 5000);
        Estimates found = Estimate(NoiseSemantics.AerProperties, limits, Budget.ExactValue);
        Assert.Equal(MethodKind.Trajectories, found.Method.Kind);
        Assert.InRange(found.Method.StandardError!.Value, 1e-9, 0.02);
        Assert.Contains(
            "a density matrix of 4 qubits (2048 bytes) exceeds the limits of 3 qubits", found.Method.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_stays_exact_beside_what_does_not()
    {
        var observables = new ObservableSet(Observable.Z(0, 4), Observable.Parse("ZZII", 4));
        IProgram program = Make().Compile(
            Pairs(), new(observables, Asked.None, Budget.ExactValue, new(1, 4L << 30)), Options, CancellationToken.None);
        Estimates found = program.Estimate(RowTable.Single(program.Columns), observables, Budget.ExactValue, Streams,
            CancellationToken.None);
        Assert.Equal(0, found.Variance(0, 0));
        Assert.True(found.Variance(0, 1) > 0);
        Assert.Equal([0], found.ExactObservables);
        Assert.Equal((true, false), (found.IsExactFor(0), found.IsExactFor(1)));
        Assert.Contains("1 of 2 parts are exact", program.Method.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Shots_by_trajectories_are_those_of_the_exact_distribution()
    {
        const long shots = 20_000;
        IProgram exact = Compile(null, Asked.Bitstrings, Limits.Default, Budget.ExactValue);
        IProgram sampled = Compile(null, Asked.Bitstrings, Forced, new Budget.Shots(shots));
        RowTable row = new(exact.Columns, new[] { 0.4 }, 1);
        OutcomeDistribution expected = exact.Sample(row, Budget.ExactValue, Streams, CancellationToken.None).Distributions[0];
        Samples found = sampled.Sample(row, new Budget.Shots(shots), Streams, CancellationToken.None);
        Assert.Equal(shots, found.Distributions[0].Outcomes.Sum(outcome => outcome.Count));
        Assert.Equal(shots, found.Spent.Shots);
        foreach (Outcome outcome in expected.Outcomes)
        {
            double error = Math.Sqrt(outcome.Probability * (1 - outcome.Probability) / shots);
            Assert.InRange(found.Distributions[0].Probability(outcome.Bits) - outcome.Probability, -5 * error, 5 * error);
        }
    }

    [Fact]
    public void Sampled_values_by_trajectories_lie_within_five_standard_errors()
    {
        var shots = new Budget.Shots(4000);
        Estimates exact = Estimate(NoiseSemantics.AerProperties, Limits.Default, Budget.ExactValue);
        Estimates found = Estimate(NoiseSemantics.AerProperties, Forced, shots);
        for (int k = 0; k < Observables.Count; k++)
            Assert.InRange((found.Value(0, k) - exact.Value(0, k)) / found.StandardError(0, k), -5, 5);
        Assert.Equal(3 * 4000, found.Spent.Shots);
    }

    [Fact]
    public void Probabilities_are_frequencies_of_as_many_shots_as_the_precision_needs()
    {
        IProgram program = Compile(null, Asked.Bitstrings, Forced with { StandardError = 0.05 }, Budget.ExactValue);
        RowTable row = new(program.Columns, new[] { 0.4 }, 1);
        Samples found = program.Sample(row, Budget.ExactValue, Streams, CancellationToken.None);
        Assert.Equal(100, found.Distributions[0].Shots);
        Assert.Contains(found.Notices, notice => notice.Text.Contains("the frequencies are those of 100 shots", StringComparison.Ordinal));
        Assert.Equal(400, program.Sample(row, new Budget.Precision(0.025, 1000), Streams, CancellationToken.None).Distributions[0].Shots);
        Assert.Equal(10, program.Sample(row, new Budget.Precision(0.025, 10), Streams, CancellationToken.None).Distributions[0].Shots);
    }

    [Fact]
    public void Gradients_fall_back_to_parameter_shift_and_say_so()
    {
        var precision = new Budget.Precision(0.004, 100_000);
        var request = new Request(Observables, Asked.Gradient, precision, Forced);
        Emulator emulator = Make();
        IProgram program = emulator.Compile(Circuit4(), request, Options, CancellationToken.None);
        Assert.Null(program.Find<IGradient>());
        RowTable row = new(program.Columns, new[] { 0.4 }, 1);
        Gradients found = ParameterShift.For(emulator, program, request, Options.Schedule, Streams, CancellationToken.None)
            .Differentiate(row, Observables, new[] { 0 }, null, CancellationToken.None);
        IProgram exact = emulator.Compile(
            Circuit4(), request with { Limits = Limits.Default, Budget = Budget.ExactValue }, Options, CancellationToken.None);
        Gradients expected = exact.Find<IGradient>()!.Differentiate(row, Observables, new[] { 0 }, null, CancellationToken.None);
        // Four rz carry the parameter; each of their derivatives is half a difference of two values, so its error is at most 0.004/√2.
        for (int k = 0; k < Observables.Count; k++)
            Assert.InRange(found.Jacobian.Span[k] - expected.Jacobian.Span[k], -5 * 0.004 * Math.Sqrt(2), 5 * 0.004 * Math.Sqrt(2));
        Assert.Contains("gradients by parameter-shift", found.Values.Method.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Kernels_by_trajectories_are_refused()
    {
        var refusal = Assert.Throws<ExecutionRefusedException>(() => Compile(null, Asked.Kernel, Forced, Budget.ExactValue));
        Assert.Contains("is exact or not at all", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_free_circuits_by_trajectories_have_gradients_and_kernels_still()
    {
        RowTable Row(IProgram program) => new(program.Columns, new[] { 0.4 }, 1);
        IProgram Make(Limits limits) => Emulator.Ideal.Compile(
            Circuit4(), new(Observables, Asked.Gradient | Asked.Kernel, Budget.ExactValue, limits), Options, CancellationToken.None);
        double[] Slopes(IProgram program) => program.Find<IGradient>()!
            .Differentiate(Row(program), Observables, new[] { 0 }, null, CancellationToken.None).Jacobian.ToArray();
        Assert.Equal(Slopes(Make(Limits.Default)), Slopes(Make(Forced)));
        IProgram forced = Make(Forced);
        KernelValues kernel = forced.Find<IFidelityKernel>()!.Kernel(Row(forced), Row(forced), Budget.ExactValue, Streams,
            CancellationToken.None);
        Assert.Equal(1.0, kernel.Values.Span[0], 1e-12);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void A_lettersread_with_error_on_too_many_qubits_is_refused(int weight, bool refused)
    {
        CircuitBuilder builder = Circuit.Builder(18);
        for (int q = 0; q < 18; q++) builder.RX(0.1 * q, q);
        var device = DeviceYamlReader.Read(SourceText.FromFile(Path.Combine(RepositoryRoot.Path, "devices", "ibm_hanoi_2024-05-27.yaml")));
        var emulator = new Emulator(device, new NoiseOptions { Sources = NoiseSources.Readout });
        var parity = new ObservableSet(Observable.Of(Enumerable.Range(0, weight).Aggregate(
            PauliString.Identity, (letters, q) => new PauliString(0, letters.Z | (1UL << q))), 18));
        IProgram Compile(Budget budget) =>
            emulator.Compile(builder.Build(), new(parity, Asked.None, budget, Limits.Default), Options, CancellationToken.None);
        if (refused)
            Assert.Contains(
                "has a string on 17 qubits that are read with error, which makes 2^17 strings of one; at most 16 are served.",
                Assert.Throws<ExecutionRefusedException>(() => Compile(Budget.ExactValue)).Message, StringComparison.Ordinal);
        else
            Assert.Equal(MethodKind.StateVector, Compile(Budget.ExactValue).Method.Kind);
        Assert.Equal(MethodKind.StateVector, Compile(new Budget.Shots(10)).Method.Kind);
    }

    [Fact]
    public void Noise_free_circuits_by_trajectories_have_no_error()
    {
        IProgram program = Emulator.Ideal.Compile(Circuit4(), new(Observables, Asked.None, Budget.ExactValue, Forced), Options,
            CancellationToken.None);
        Estimates found = program.Estimate(new(program.Columns, new[] { 0.4 }, 1), Observables, Budget.ExactValue, Streams,
            CancellationToken.None);
        IProgram pure = Emulator.Ideal.Compile(Circuit4(), new(Observables, Asked.None, Budget.ExactValue, Limits.Default), Options,
            CancellationToken.None);
        Estimates expected = pure.Estimate(new(pure.Columns, new[] { 0.4 }, 1), Observables, Budget.ExactValue, Streams,
            CancellationToken.None);
        for (int k = 0; k < Observables.Count; k++)
        {
            Assert.Equal(expected.Value(0, k), found.Value(0, k), 1e-12);
            Assert.Equal(0.0, found.StandardError(0, k));
            Assert.Equal("asked for; nothing is random, so one trajectory is exact", found.Method.Text);
        }
    }

    private static CompileOptions Options => CompileOptions.Default(2);

    private static Emulator Make(string semantics = NoiseSemantics.AerProperties) => new(
        DeviceYamlReader.Read(SourceText.FromFile(Path.Combine(RepositoryRoot.Path, "devices", "ibm_manila_2024-05-27.yaml"))),
        new NoiseOptions { Semantics = semantics, Scale = 3 });

    private static IProgram Compile(ObservableSet? observables, Asked asked, Limits limits, Budget budget) =>
        Make().Compile(Circuit4(), new(observables, asked, budget, limits), Options, CancellationToken.None);

    private static Estimates Estimate(string semantics, Limits limits, Budget budget)
    {
        IProgram program = Make(semantics).Compile(
            Circuit4(), new(Observables, Asked.None, budget, limits), Options, CancellationToken.None);
        return program.Estimate(new(program.Columns, new[] { 0.4, -0.9, 2.2 }, 3), Observables, budget, Streams, CancellationToken.None);
    }

    /// <summary>Four qubits that all depend on one another, with one parameter.</summary>
    private static Circuit Circuit4()
    {
        CircuitBuilder builder = Circuit.Builder(4);
        Angle a = builder.Parameter("a");
        for (int q = 0; q < 4; q++) builder.RY(a + (0.3 * q), q);
        return builder.CX(0, 1).CX(2, 3).CX(1, 2).RX(0.7, 1).CX(0, 1).CX(2, 3).CX(1, 2).Build();
    }

    /// <summary>One qubit alone, and two that are entangled.</summary>
    private static Circuit Pairs()
    {
        CircuitBuilder builder = Circuit.Builder(4);
        return builder.RX(0.4, 0).RX(0.8, 2).CX(2, 3).Build();
    }
}
