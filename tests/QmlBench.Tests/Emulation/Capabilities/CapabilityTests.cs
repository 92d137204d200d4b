using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Tests.Emulation.Capabilities;

public class CapabilityTests
{
    private const string Manila = "ibm_manila_2024-05-27.json";
    private static readonly RowStreams Streams = new(StreamKey.Root(5, "shots"));
    private static readonly ObservableSet Observables = new(Observable.Parse("ZZZ", 3), Observable.Parse("0.5*XIY + IZI", 3));

    public static TheoryData<string> Devices => ["ideal", "manila"];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Reverse_mode_and_parameter_shift_agree(string device)
    {
        Emulator emulator = Make(device);
        var request = new Request(Observables, Asked.Gradient, Budget.ExactValue, Limits.Default);
        IProgram program = emulator.Compile(Map(), request, CompileOptions.Default(2), CancellationToken.None);
        int[] columns = [0, 2];
        Gradients reverse = program.Find<IGradient>()!.Differentiate(Rows(program, 3), Observables, columns, null, CancellationToken.None);
        Gradients shifted = Shift(emulator, program, request).Differentiate(Rows(program, 3), Observables, columns, null,
            CancellationToken.None);
        AssertClose(reverse.Jacobian, shifted.Jacobian, 1e-10);
        AssertClose(reverse.Values.Values, shifted.Values.Values, 1e-12);
        Assert.Contains("parameter-shift", shifted.Values.Method.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_slope_of_a_loss_is_the_contracted_jacobian(string device)
    {
        Emulator emulator = Make(device);
        var request = new Request(Observables, Asked.Gradient, Budget.ExactValue, Limits.Default);
        IProgram program = emulator.Compile(Map(), request, CompileOptions.Default(2), CancellationToken.None);
        Columns shared = program.Columns.Share(new Dictionary<string, double> { ["c"] = 0.7 });
        var rows = new RowTable(shared, new double[] { 0.1, 0.2, 0.5, 0.9, 1.3, -0.4 }, 3);
        int[] columns = [0, 1, 2];
        IGradient gradient = program.Find<IGradient>()!;
        Gradients jacobian = gradient.Differentiate(rows, Observables, columns, null, CancellationToken.None);
        Gradients loss = gradient.Differentiate(rows, Observables, columns, Square, CancellationToken.None);
        Gradients shifted = Shift(emulator, program, request).Differentiate(rows, Observables, columns, Square, CancellationToken.None);
        double sharedSum = 0;
        for (int row = 0; row < 3; row++)
        {
            for (int c = 0; c < 3; c++)
            {
                double expected = 0;
                for (int k = 0; k < 2; k++)
                    expected += 2 * jacobian.Values.Value(row, k) * jacobian.Jacobian.Span[(((row * 2) + k) * 3) + c];
                if (c == 2) sharedSum += expected;
                Assert.Equal(c == 2 ? 0 : expected, loss.OwnLoss.Span[(row * 3) + c], 1e-12);
            }
        }

        Assert.Equal(sharedSum, loss.SharedLoss.Span[2], 1e-12);
        AssertClose(loss.SharedLoss, shifted.SharedLoss, 1e-10);
        AssertClose(loss.OwnLoss, shifted.OwnLoss, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Linear_and_pairwise_kernels_agree_on_routed_and_scheduled_circuits(string device)
    {
        Emulator emulator = Make(device);
        var request = new Request(null, Asked.Kernel, Budget.ExactValue, Limits.Default);
        IProgram program = emulator.Compile(Map(), request, CompileOptions.Default(2), CancellationToken.None);
        RowTable x = Rows(program, 3), y = Rows(program, 4);
        KernelValues linear = program.Find<IFidelityKernel>()!.Kernel(x, y, Budget.ExactValue, Streams, CancellationToken.None);
        KernelValues pairwise = PairwiseKernel.For(emulator, program, request, ScheduleOptions.Alap, CancellationToken.None)
            .Kernel(x, y, Budget.ExactValue, Streams, CancellationToken.None);
        AssertClose(linear.Values, pairwise.Values, 1e-12);
        Assert.Equal((3, 4), (linear.Rows, linear.Columns));
        if (device == "ideal") Assert.Equal(1, linear.Values.Span[0], 1e-12);
    }

    [Fact]
    public void What_was_not_asked_for_is_not_to_be_had()
    {
        IProgram program = Make("manila").Compile(
            Map(), new Request(Observables, Asked.None, Budget.ExactValue, Limits.Default), CompileOptions.Default(1),
                CancellationToken.None);
        Assert.Null(program.Find<IGradient>());
        Assert.Null(program.Find<IFidelityKernel>());
        Assert.NotNull(program.Find<INoiseScaling>());
        Assert.NotNull(program.Find<INoiseDescription>());
    }

    [Fact]
    public void Exact_gradients_are_not_offered_under_shots()
    {
        var request = new Request(Observables, Asked.Gradient, new Budget.Shots(100), Limits.Default);
        IProgram program = Make("manila").Compile(Map(), request, CompileOptions.Default(1), CancellationToken.None);
        Assert.Null(program.Find<IGradient>());
    }

    [Fact]
    public void A_noise_factor_of_one_gives_the_same_bits()
    {
        IProgram program = Compile(NoiseOptions.Default);
        RowTable rows = Rows(program, 5);
        foreach (ScalingRule rule in Enum.GetValues<ScalingRule>())
        {
            IProgram same = program.Find<INoiseScaling>()!.Amplify(1, rule);
            Assert.Equal(Values(program, rows), Values(same, rows));
        }
    }

    [Fact]
    public void A_noise_factor_of_zero_leaves_readout_alone()
    {
        IProgram program = Compile(NoiseOptions.Default).Find<INoiseScaling>()!.Amplify(0, ScalingRule.Generator);
        IProgram readout = Compile(new NoiseOptions { Sources = NoiseSources.Readout });
        AssertClose(Values(readout, Rows(readout, 5)), Values(program, Rows(program, 5)), 1e-12);
    }

    [Theory]
    [InlineData("gate")]
    [InlineData("relaxation", "idle")]
    public void A_noise_factor_of_two_applies_every_channel_twice(params string[] sources)
    {
        IProgram program = Compile(new NoiseOptions { Sources = NoiseSourceNames.Only(sources) });
        IProgram twice = program.Find<INoiseScaling>()!.Amplify(2, ScalingRule.Generator);
        NoisyCircuit once = program.Find<INoiseDescription>()!.Describe().Circuit,
            doubled = twice.Find<INoiseDescription>()!.Describe().Circuit;
        Assert.Equal(once.Steps.Length, doubled.Steps.Length);
        Assert.Contains(once.Steps, step => step is ChannelStep);
        for (int step = 0; step < once.Steps.Length; step++)
        {
            if (once.Steps[step] is not ChannelStep channel) continue;
            PauliTransferMatrix expected = channel.Channel.Then(channel.Channel);
            var found = (ChannelStep)doubled.Steps[step];
            Assert.Equal(channel.Source, found.Source);
            for (int i = 0; i < expected.Entries.Length; i++) Assert.Equal(expected.Entries[i], found.Channel.Entries[i], 1e-13);
        }
    }

    [Fact]
    public void A_dead_gate_cannot_be_scaled_by_its_generator()
    {
        var device = CalibrationDevices.Import(Manila, calibration => CalibrationDevices.SetGate(calibration, "sx", [0], "error", 1.0));
        var model = NoiseModel.For(device, NoiseOptions.Default).Amplify(2, ScalingRule.Generator);
        var refusal = Assert.Throws<ExecutionRefusedException>(() => model.Gate("sx", 0));
        Assert.Contains("sx on qubits 0", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4.0 / 3, NoiseModel.For(device, NoiseOptions.Default).Amplify(2, ScalingRule.Strength).Gate("sx", 0)!.Lambda, 1e-15);
    }

    [Fact]
    public void Readout_is_scaled_with_the_device_and_composes()
    {
        var device = CalibrationDevices.Import(Manila);
        ReadoutConfusion once = NoiseModel.For(device, NoiseOptions.Default).Readout(2);
        ReadoutConfusion twice = NoiseModel.For(device, new NoiseOptions { Scale = 2 }).Readout(2);
        Assert.Equal((once.OneGivenZero * (1 - once.ZeroGivenOne)) + ((1 - once.OneGivenZero) * once.OneGivenZero), twice.OneGivenZero,
            1e-15);
    }

    private static void Square(int row, ReadOnlySpan<double> values, Span<double> slopes)
    {
        for (int k = 0; k < values.Length; k++) slopes[k] = 2 * values[k];
    }

    private static Emulator Make(string device) =>
        device == "ideal" ? Emulator.Ideal : new(CalibrationDevices.Import(Manila), NoiseOptions.Default);

    private static ParameterShift Shift(Emulator emulator, IProgram program, Request request) =>
        ParameterShift.For(emulator, program, request, ScheduleOptions.Alap, Streams, CancellationToken.None);

    private static IProgram Compile(NoiseOptions options) => new Emulator(CalibrationDevices.Import(Manila), options).Compile(
        Map(), new Request(Observables, Asked.None, Budget.ExactValue, Limits.Default), CompileOptions.Default(1), CancellationToken.None);

    /// <summary>A feature map with expressions and gates between all pairs, so that a line of qubits needs swaps.</summary>
    private static Circuit Map()
    {
        CircuitBuilder builder = Circuit.Builder(3);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b"), c = builder.Parameter("c");
        builder.H(0).H(1).H(2).RZ(2.0 * a, 0).RY(b, 1).RX(c, 2).CX(0, 1).RZ((Math.PI - a) * (Math.PI - b), 1).CX(0, 1);
        return builder.CX(1, 2).RY(a + b, 2).CX(0, 2).RX(0.5 * c, 0).Build();
    }

    private static RowTable Rows(IProgram program, int count)
    {
        double[] own = [.. Enumerable.Range(0, count * program.Columns.Count).Select(i => 0.17 * i)];
        return new(program.Columns, own, count);
    }

    private static double[] Values(IProgram program, RowTable rows) =>
        program.Estimate(rows, Observables, Budget.ExactValue, Streams, CancellationToken.None).Values.ToArray();

    private static void AssertClose(ReadOnlyMemory<double> expected, ReadOnlyMemory<double> found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected.Span[i], found.Span[i], tolerance);
    }
}
