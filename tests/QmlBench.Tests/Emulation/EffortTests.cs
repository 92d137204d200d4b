using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Tests.Transpilation;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation;

/// <summary>A higher effort is never worse than a lower one by the objective asked for.</summary>
public sealed class EffortTests
{
    /// <summary>Sums of rounded scores: what a difference below this means, the scores do not say.</summary>
    private const double Rounding = 1e-8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Objective> Cases()
    {
        var data = new TheoryData<string, Objective>();
        foreach (string device in new[] { "ibm_manila_2024-05-27", "ibm_sherbrooke_2025-02-26", "ibm_fez_2025-02-26" })
            foreach (Objective objective in Enum.GetValues<Objective>())
                data.Add(device, objective);
        return data;
    }

    /// <summary>Those of which more effort once made something worse are among them.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void MoreIsNeverWorse(string name, Objective objective)
    {
        string[] files =
        [
            "hardware_efficient_ring_n5", "iqp_embedding_n5", "strongly_entangling_n4", "zz_feature_map_n4", "qft_n4", "data_reuploading_n4",
        ];
        Device device = ShippedDevices.Load(name);
        foreach (string file in files)
            Check(device, QasmReader.ReadOrThrow(SourceText.FromFile(SharedData.Path("circuits", "qml", $"{file}.qasm"))), objective, 2, file);
    }

    [Theory]
    [InlineData("ibm_guadalupe_2021-04-20")]
    [InlineData("google_rainbow_2021-11-16")]
    public void MoreIsNeverWorseForCircuitsThatAreRouted(string name)
    {
        Device device = ShippedDevices.Load(name);
        for (ulong seed = 0; seed < 2; seed++)
            foreach (Objective objective in Enum.GetValues<Objective>())
                Check(device, RandomCircuits.Make(5, 10, 700 + seed, 0, gate => gate.QubitCount == 2), objective, 3, $"random circuit {seed}");
    }

    private static void Check(Device device, Circuit circuit, Objective objective, int most, string what)
    {
        double before = double.NegativeInfinity;
        for (int effort = 0; effort <= most; effort++)
        {
            double now = Score(device, circuit, objective, effort);
            Assert.True(now >= before - Rounding, $"{what} on {device.Name}: {objective} at effort {effort} is {now}, below {before}");
            before = now;
        }
    }

    private static double Score(Device device, Circuit circuit, Objective objective, int effort)
    {
        IProgram program = new Emulator(device, NoiseOptions.Default).Compile(
            circuit, new(null, Asked.None, Budget.ExactValue, new(int.MaxValue, long.MaxValue)),
            CompileOptions.Default(0) with { Objective = objective, Effort = effort }, Cancel);
        return objective switch
        {
            Objective.TwoQubit => -program.Native.Facts.After.TwoQubitGates,
            Objective.Depth => -program.Native.Facts.After.Depth,
            _ => new CandidateScore(Target.For(device), NoiseModel.For(device, NoiseOptions.Default), ScheduleOptions.Alap)
                .LogFidelity(program.Native),
        };
    }
}
