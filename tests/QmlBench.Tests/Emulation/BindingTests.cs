using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation;

/// <summary>Programs whose one-qubit runs are fused anew for every row.</summary>
public sealed class BindingTests
{
    private const string Device = "ibm_manila_2024-05-27";
    private static readonly RowStreams Streams = new(StreamKey.Root(3, "shots"));
    private static readonly ObservableSet Values = new(Observable.Z(0, 3), Observable.Parse("ZZX", 3));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Circuit Ansatz()
    {
        CircuitBuilder builder = Circuit.Builder(3);
        for (int layer = 0; layer < 2; layer++)
        {
            for (int q = 0; q < 3; q++)
                builder.RX(builder.Parameter($"x{q}"), q).RY(builder.Parameter($"w{layer}"), q).RX(builder.Parameter($"x{q}"), q);
            builder.CX(0, 1).CX(1, 2);
        }
        return builder.Build();
    }

    private static RowTable Rows(IProgram program, int rows) =>
        new(program.Columns, Enumerable.Range(0, rows * program.Columns.Count).Select(i => 0.37 * i - 1).ToArray(), rows);

    private static IProgram Compile(IExecutor executor, Binding binding, Asked asked = Asked.None) => executor.Compile(
        Ansatz(), new(Values, asked, Budget.ExactValue, Limits.Default), CompileOptions.Default(0) with { Binding = binding }, Cancel);

    private static Emulator Noisy(NoiseOptions? options = null) => new(ShippedDevices.Load(Device), options ?? NoiseOptions.Default);

    [Fact]
    public void RowsHaveTheColumnsOfTheCircuitAndWithoutNoiseItsValues()
    {
        IProgram program = Compile(Noisy(NoiseOptions.Noiseless), Binding.Refuse), ideal = Compile(Emulator.Ideal, Binding.Template);
        Assert.NotNull(program.Native.Fused);
        Assert.Equal(ideal.Columns.Names, program.Columns.Names);
        Estimates found = program.Estimate(Rows(program, 5), Values, Budget.ExactValue, Streams, Cancel);
        Estimates expected = ideal.Estimate(Rows(ideal, 5), Values, Budget.ExactValue, Streams, Cancel);
        for (int i = 0; i < found.Values.Length; i++)
            Assert.Equal(expected.Values.Span[i], found.Values.Span[i], 1e-10);
    }

    [Fact]
    public void FewerPulsesKeepMoreOfTheState()
    {
        double Fidelity(Binding binding) =>
            Compile(Noisy(), binding).Find<INoiseDescription>()!.Describe().PredictedFidelity;
        Assert.True(Fidelity(Binding.Refuse) > Fidelity(Binding.Template));
    }

    [Fact]
    public void GradientsAreRefusedAndTheReasonGiven()
    {
        var refusal = Assert.Throws<ExecutionRefusedException>(() => Compile(Noisy(), Binding.Refuse, Asked.Gradient));
        Assert.Contains("neither parameter-shift nor reverse mode", refusal.Message, StringComparison.Ordinal);
        IProgram program = Compile(Noisy(), Binding.Refuse);
        var request = new Request(Values, Asked.None, Budget.ExactValue, Limits.Default);
        refusal = Assert.Throws<ExecutionRefusedException>(
            () => ParameterShift.For(Noisy(), program, request, ScheduleOptions.Alap, Streams, Cancel));
        Assert.Contains("Use the binding 'template'", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(Compile(Emulator.Ideal, Binding.Refuse, Asked.Gradient).Find<IGradient>());
    }

    [Fact]
    public void LinearAndPairwiseKernelsAgree()
    {
        Emulator emulator = Noisy();
        IProgram program = Compile(emulator, Binding.Refuse, Asked.Kernel);
        Assert.NotNull(program.Native.Fused);
        RowTable x = Rows(program, 2), y = Rows(program, 3);
        KernelValues linear = program.Find<IFidelityKernel>()!.Kernel(x, y, Budget.ExactValue, Streams, Cancel);
        var request = new Request(null, Asked.Kernel, Budget.ExactValue, Limits.Default);
        KernelValues pairs = PairwiseKernel.For(emulator, program, request, ScheduleOptions.Alap, Cancel)
            .Kernel(x, y, Budget.ExactValue, Streams, Cancel);
        for (int i = 0; i < linear.Values.Length; i++)
            Assert.Equal(pairs.Values.Span[i], linear.Values.Span[i], 1e-10);
    }

    [Theory]
    [InlineData("readout")]
    [InlineData("zne")]
    [InlineData("cdr")]
    public void TechniquesTakeFusedRowsThrough(string technique)
    {
        var request = new NoiseOptions { Sources = NoiseSources.Gate };
        IProgram program = Compile(Pipeline.Wrap(Noisy(request), [technique]), Binding.Refuse);
        IProgram ideal = Compile(Emulator.Ideal, Binding.Template), raw = Compile(Noisy(request), Binding.Refuse);
        double Error(IProgram one)
        {
            double[] found = one.Estimate(Rows(one, 2), Values, Budget.ExactValue, Streams, Cancel).Values.ToArray();
            double[] expected = ideal.Estimate(Rows(ideal, 2), Values, Budget.ExactValue, Streams, Cancel).Values.ToArray();
            return found.Zip(expected, (f, e) => Math.Abs(f - e)).Max();
        }
        Assert.InRange(Error(program), 0, Error(raw) + 1e-9);
    }

    [Fact]
    public void ACopyWithOtherParametersMustDropTheFusedAngles()
    {
        IProgram program = Compile(Noisy(), Binding.Refuse);
        var other = program.Native with { Circuit = program.Native.Circuit.Bind(new double[program.Native.Circuit.Parameters.Length]) };
        Assert.Throws<ArgumentException>(() => Noisy().Adopt(
            other, new(Values, Asked.None, Budget.ExactValue, Limits.Default), ScheduleOptions.Alap, Cancel));
    }
}
