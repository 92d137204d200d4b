using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation;

public class EmulatorTests
{
    private const string Manila = "ibm_manila_2024-05-27.json";
    private static readonly RowStreams Streams = new(StreamKey.Root(11, "shots"));

    [Fact]
    public void The_ideal_device_is_as_large_as_the_circuit()
    {
        CircuitBuilder builder = Circuit.Builder(18);
        builder.X(17).H(16);
        var observables = new ObservableSet(Observable.Z(17, 18), Observable.X(16, 18), Observable.Z(0, 18));
        Estimates found = Estimate(Emulator.Ideal, builder.Build(), observables);
        Assert.Equal(-1, found.Value(0, 0), 1e-12);
        Assert.Equal(1, found.Value(0, 1), 1e-12);
        Assert.Equal(1, found.Value(0, 2), 1e-12);
        Assert.Equal(MethodKind.StateVector, found.Method.Kind);
    }

    [Fact]
    public void A_device_without_noise_gives_the_ideal_values_wherever_qubits_are_routed()
    {
        var device = CalibrationDevices.Import(Manila);
        Circuit circuit = Entangled(5);
        var observables = new ObservableSet([.. Enumerable.Range(0, 5).Select(q => Observable.Z(q, 5)), Observable.Parse("XYZIX", 5)]);
        Estimates ideal = Estimate(Emulator.Ideal, circuit, observables);
        Estimates found = Estimate(new Emulator(device, NoiseOptions.Noiseless), circuit, observables);
        for (int k = 0; k < observables.Count; k++) Assert.Equal(ideal.Value(0, k), found.Value(0, k), 1e-10);
    }

    [Fact]
    public void Bitstrings_print_logical_qubits_wherever_they_are()
    {
        CircuitBuilder builder = Circuit.Builder(3);
        builder.X(2).CX(2, 0).CX(1, 0);
        IProgram program = new Emulator(CalibrationDevices.Import(Manila), NoiseOptions.Noiseless).Compile(
            builder.Build(), new Request(null, Asked.Bitstrings, Budget.ExactValue, Limits.Default), CompileOptions.Default(1),
                CancellationToken.None);
        OutcomeDistribution found = program.Sample(RowTable.Single(program.Columns), Budget.ExactValue, Streams,
            CancellationToken.None).Distributions[0];
        Assert.Equal(1, found.Probability(0b101), 1e-12);
        Assert.Equal("101", found.Text(0b101));
    }

    [Fact]
    public void A_register_that_does_not_fit_is_refused_with_its_bytes()
    {
        var emulator = new Emulator(CalibrationDevices.Import(Manila), NoiseOptions.Default);
        var limits = new Limits(4, 4L << 30, MethodKind.Exact);
        var request = new Request(ObservableSet.AllZ(5), Asked.None, Budget.ExactValue, limits);
        var refusal = Assert.Throws<ExecutionRefusedException>(() =>
            emulator.Compile(Entangled(5), request, CompileOptions.Default(1), CancellationToken.None));
        Assert.Contains("5 active qubits", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("8,192 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circuit_larger_than_the_device_is_refused() => Assert.Throws<ExecutionRefusedException>(() =>
        Estimate(new Emulator(CalibrationDevices.Import(Manila), NoiseOptions.Default), Entangled(6), ObservableSet.AllZ(6)));

    [Theory]
    [InlineData(MethodKind.Stabilizer, "stabilizer")]
    [InlineData(MethodKind.PauliPropagation, "pauli-propagation")]
    [InlineData(MethodKind.MatrixProductState, "matrix-product-state")]
    public void Methods_of_later_are_refused_by_name(MethodKind method, string name)
    {
        var request = new Request(ObservableSet.AllZ(2), Asked.None, Budget.ExactValue, Limits.Default with { Method = method });
        var refusal = Assert.Throws<ExecutionRefusedException>(() =>
            Emulator.Ideal.Compile(Entangled(2), request, CompileOptions.Default(1), CancellationToken.None));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_and_state_vector_agree_without_noise()
    {
        ObservableSet observables = new(Observable.Parse("ZZZZ", 4), Observable.Parse("XIYZ", 4));
        var exact = new Request(observables, Asked.None, Budget.ExactValue, Limits.Default with { Method = MethodKind.Exact });
        IProgram program = Emulator.Ideal.Compile(Entangled(4), exact, CompileOptions.Default(1), CancellationToken.None);
        Assert.Equal(MethodKind.Exact, program.Method.Kind);
        Estimates density = program.Estimate(RowTable.Single(program.Columns), observables, Budget.ExactValue, Streams,
            CancellationToken.None);
        Estimates pure = Estimate(Emulator.Ideal, Entangled(4), observables);
        for (int k = 0; k < 2; k++) Assert.Equal(pure.Value(0, k), density.Value(0, k), 1e-12);
    }

    [Theory]
    [InlineData(Manila, NoiseSemantics.AerProperties, false)]
    [InlineData(Manila, NoiseSemantics.AerTarget, true)]
    [InlineData("ibm_kingston_2026-04-15.json", NoiseSemantics.AerProperties, false)]
    [InlineData("ibm_kingston_2026-04-15.json", NoiseSemantics.AerProperties, true)]
    public void Expectations_are_those_of_the_recorded_bits(string file, string semantics, bool measured)
    {
        var emulator = new Emulator(CalibrationDevices.Import(file), new NoiseOptions { Semantics = semantics });
        Circuit circuit = measured ? Measured(Entangled(3)) : Entangled(3);
        var observables = new ObservableSet(Observable.Parse("ZZZ", 3), Observable.Parse("IZI - 0.5*ZIZ", 3), Observable.Parse("ZII", 3));
        IProgram program = emulator.Compile(
            circuit, new Request(observables, Asked.Bitstrings, Budget.ExactValue, Limits.Default), CompileOptions.Default(1),
                CancellationToken.None);
        RowTable row = RowTable.Single(program.Columns);
        Estimates estimates = program.Estimate(row, observables, Budget.ExactValue, Streams, CancellationToken.None);
        OutcomeDistribution bits = program.Sample(row, Budget.ExactValue, Streams, CancellationToken.None).Distributions[0];
        for (int k = 0; k < observables.Count; k++)
        {
            double sum = bits.Outcomes.Sum(o => o.Probability * observables[k].Terms.Sum(t => t.Coefficient * Sign(o.Bits & t.Pauli.Z)));
            Assert.Equal(sum, estimates.Value(0, k), 1e-12);
        }
    }

    [Fact]
    public void Sampled_expectations_lie_within_five_standard_errors()
    {
        var emulator = new Emulator(CalibrationDevices.Import(Manila), NoiseOptions.Default);
        var observables = new ObservableSet(Observable.Parse("ZZZ + 0.5*XXI", 3), Observable.Parse("IYX", 3),
            Observable.Parse("0.3*IIZ - 1", 3));
        var request = new Request(observables, Asked.None, new Budget.Shots(6000), Limits.Default);
        IProgram program = emulator.Compile(Entangled(3), request, CompileOptions.Default(1), CancellationToken.None);
        var rows = new RowTable(program.Columns, ReadOnlyMemory<double>.Empty, 200);
        Estimates exact = program.Estimate(rows, observables, Budget.ExactValue, Streams, CancellationToken.None);
        Estimates sampled = program.Estimate(rows, observables, request.Budget, Streams, CancellationToken.None);
        Assert.Equal(200 * 6000, sampled.Spent.Shots);
        for (int k = 0; k < observables.Count; k++)
        {
            double chi = 0, mean = 0;
            for (int row = 0; row < rows.Rows; row++)
            {
                double deviation = (sampled.Value(row, k) - exact.Value(row, k)) / sampled.StandardError(row, k);
                Assert.InRange(deviation, -5, 5);
                chi += deviation * deviation / rows.Rows;
                mean += deviation / rows.Rows;
            }

            // The mean of 200 squared deviations is 1 with standard error √(2/200) = 0.1; their mean is 0 with 0.07.
            Assert.InRange(chi, 0.5, 1.5);
            Assert.InRange(mean, -0.36, 0.36);
        }
    }

    [Fact]
    public void Covariances_are_those_of_repeated_runs()
    {
        var emulator = new Emulator(CalibrationDevices.Import(Manila), NoiseOptions.Default);
        var observables = new ObservableSet(Observable.Parse("IZ", 2), Observable.Parse("ZZ + 0.5*ZI", 2));
        var request = new Request(observables, Asked.None, new Budget.Shots(500), Limits.Default);
        IProgram program = emulator.Compile(Entangled(2), request, CompileOptions.Default(1), CancellationToken.None);
        const int Runs = 2000;
        var rows = new RowTable(program.Columns, ReadOnlyMemory<double>.Empty, Runs);
        Estimates found = program.Estimate(rows, observables, request.Budget, Streams, CancellationToken.None);
        (double a, double b) = (Mean(Runs, row => found.Value(row, 0)), Mean(Runs, row => found.Value(row, 1)));
        double spread = Mean(Runs, row => (found.Value(row, 0) - a) * (found.Value(row, 1) - b));
        double told = Mean(Runs, row => found.Covariance.Span[(row * 3) + 1]);
        double scale = Math.Sqrt(Mean(Runs, row => found.Variance(row, 0)) * Mean(Runs, row => found.Variance(row, 1)));
        // The sample covariance of n pairs has a standard error of at most √(2/n) of the scale.
        Assert.InRange(spread - told, -5 * scale * Math.Sqrt(2.0 / Runs), 5 * scale * Math.Sqrt(2.0 / Runs));
    }

    [Fact]
    public void Identities_tell_devices_and_noise_apart()
    {
        var device = CalibrationDevices.Import(Manila);
        string[] hashes =
        [
            new Emulator(device, NoiseOptions.Default).Identity.Hash,
            new Emulator(device, new NoiseOptions { Semantics = NoiseSemantics.AerTarget }).Identity.Hash,
            new Emulator(device, new NoiseOptions { Sources = NoiseSources.Gate }).Identity.Hash,
            new Emulator(device, new NoiseOptions { Scale = 2 }).Identity.Hash,
            new Emulator(device, new NoiseOptions { TemperatureMillikelvin = 50 }).Identity.Hash,
            new Emulator(CalibrationDevices.Import("ibm_manila_2021-07-26.json"), NoiseOptions.Default).Identity.Hash,
            Emulator.Ideal.Identity.Hash,
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[0], new Emulator(device, NoiseOptions.Default).Identity.Hash);
        Assert.Equal(Emulator.Ideal.Identity.Hash, new Emulator(Device.Ideal(5), NoiseOptions.Default).Identity.Hash);
    }

    [Fact]
    public void Exact_values_meet_any_precision()
    {
        var budget = new Budget.Precision(1e-9, 2);
        var emulator = new Emulator(CalibrationDevices.Import(Manila), NoiseOptions.Default);
        IProgram program = emulator.Compile(
            Entangled(2), new Request(ObservableSet.AllZ(2), Asked.None, budget, Limits.Default), CompileOptions.Default(1),
                CancellationToken.None);
        RowTable row = RowTable.Single(program.Columns);
        Estimates found = program.Estimate(row, ObservableSet.AllZ(2), budget, Streams, CancellationToken.None);
        Assert.True(found.IsExact);
        Assert.Equal(0, found.Spent.Shots);
        Assert.Equal(Estimate(emulator, Entangled(2), ObservableSet.AllZ(2)).Values.ToArray(), found.Values.ToArray());
    }

    private static Circuit Measured(Circuit circuit)
    {
        CircuitBuilder builder = Circuit.Builder(circuit.QubitCount, circuit.QubitCount);
        builder.Append(circuit);
        for (int q = 0; q < circuit.QubitCount; q++) builder.Measure(q, q);
        return builder.Build();
    }

    private static double Mean(int count, Func<int, double> value) => Enumerable.Range(0, count).Sum(value) / count;

    private static int Sign(ulong bits) => (System.Numerics.BitOperations.PopCount(bits) & 1) == 0 ? 1 : -1;

    private static Circuit Entangled(int qubits)
    {
        CircuitBuilder builder = Circuit.Builder(qubits);
        for (int q = 0; q < qubits; q++) builder.RY(0.3 + (0.4 * q), q).RZ(0.2 * q, q);
        for (int q = 0; q < qubits; q++)
            for (int other = q + 1; other < qubits; other++)
                builder.CX(q, other).RX(0.15 * (q + other), other);
        return builder.Build();
    }

    private static Estimates Estimate(Emulator emulator, Circuit circuit, ObservableSet observables)
    {
        IProgram program = emulator.Compile(
            circuit, new Request(observables, Asked.None, Budget.ExactValue, Limits.Default), CompileOptions.Default(1),
                CancellationToken.None);
        return program.Estimate(RowTable.Single(program.Columns), observables, Budget.ExactValue, Streams, CancellationToken.None);
    }
}
