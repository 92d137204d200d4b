using QmlBench.Circuits;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Tests.Transpilation;

namespace QmlBench.Tests.Emulation;

public sealed class ObjectiveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IProgram Compile(Device device, Circuit circuit, Objective objective) => new Emulator(device, NoiseOptions.Default).Compile(
        circuit, new(null, Asked.None, Budget.ExactValue, new(int.MaxValue, long.MaxValue)),
        CompileOptions.Default(4) with { Objective = objective }, Cancel);

    /// <summary>Circuits that must be routed, so that there is a choice.</summary>
    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (string device in new[] { "ibm_guadalupe_2021-04-20", "ibm_hanoi_2024-05-27", "ibm_fez_2025-02-26" })
            for (int seed = 0; seed < 4; seed++)
                data.Add(device, seed);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EachObjectiveIsAtLeastAsGoodByItsOwnMeasureAsTheOthers(string name, int seed)
    {
        Device device = ShippedDevices.Load(name);
        Circuit circuit = RandomCircuits.Make(6, 18, 900 + (ulong)seed, 0, gate => gate.QubitCount == 2);
        IProgram fidelity = Compile(device, circuit, Objective.Fidelity);
        IProgram pairs = Compile(device, circuit, Objective.TwoQubit), depth = Compile(device, circuit, Objective.Depth);
        foreach (IProgram other in new[] { fidelity, pairs, depth })
        {
            Assert.True(pairs.Native.Facts.After.TwoQubitGates <= other.Native.Facts.After.TwoQubitGates);
            Assert.True(depth.Native.Facts.After.Depth <= other.Native.Facts.After.Depth);
            Assert.InRange(Predicted(device, other), 0, Predicted(device, fidelity) + 1e-8);
        }
    }

    /// <summary>The objective written out anew: channels of the schedule, and the readout of the qubits in use.</summary>
    private static double Predicted(Device device, IProgram program)
    {
        NoiseModel model = NoiseModel.For(device, NoiseOptions.Default);
        double product = program.Find<INoiseDescription>()!.Describe().PredictedFidelity;
        foreach (int qubit in program.Native.FinalLayout)
            product *= 1 - (model.Readout(qubit).OneGivenZero + model.Readout(qubit).ZeroGivenOne) / 2;
        return product;
    }

    [Fact]
    public void SwitchingASourceOffComparesTheSameCompiledCircuit()
    {
        Device device = ShippedDevices.Load("ibm_fez_2025-02-26");
        Circuit circuit = RandomCircuits.Make(6, 18, 900, 0, gate => gate.QubitCount == 2);
        string Hash(NoiseOptions noise) => new Emulator(device, noise).Compile(
            circuit, new(null, Asked.None, Budget.ExactValue, new(int.MaxValue, long.MaxValue)), CompileOptions.Default(4), Cancel)
            .Native.Circuit.ContentHash;
        Assert.Equal(Hash(NoiseOptions.Default), Hash(new NoiseOptions { Sources = NoiseSources.Gate }));
        Assert.Equal(Hash(NoiseOptions.Default), Hash(new NoiseOptions { Scale = 0.25 }));
        Assert.Equal(Hash(NoiseOptions.Default), Hash(NoiseOptions.Noiseless));
    }

    [Fact]
    public void WordsAreThoseOfTheEnumerations()
    {
        Assert.Equal(Enum.GetValues<Objective>(), CompileWords.Objectives.Select(CompileWords.ObjectiveOf));
        Assert.Equal(Enum.GetValues<Binding>(), CompileWords.Bindings.Select(CompileWords.BindingOf));
        Assert.Contains("depth", Assert.Throws<ArgumentException>(() => CompileWords.ObjectiveOf("speed")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CompileWords.BindingOf("loose"));
    }
}
