using System.Globalization;
using System.Text;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;
using QmlBench.Simulation.Workloads;
using QmlBench.Transpilation;
using EmulationVersions = QmlBench.Emulation.BehaviourVersions;

namespace QmlBench.Tests.Emulation;

/// <summary>
/// The lock on behaviour: for each component its version and the hash of a small probe's output. When a hash changes, raise the
/// component's version where <see cref="EmulationVersions"/> takes it from, and then write the new hash here.
/// </summary>
public class BehaviourLockTests
{
    private static readonly SortedDictionary<string, (int Version, string Hash)> Locked = new(StringComparer.Ordinal)
    {
        ["emulation"] = (4, "7d60c94a147be75f"),
        ["noise"] = (3, "b4c465f34823d03d"),
        ["simulation"] = (4, "5db2a11233352d4c"),
        ["transpiler"] = (8, "fd3ab41d54a9d804"),
    };

    private static readonly ObservableSet Observables = new(Observable.Parse("ZZZ", 3), Observable.Parse("0.5*XIY + IZI", 3));

    public static TheoryData<string> Components => [.. EmulationVersions.All.Select(version => version.Component)];

    [Fact]
    public void Every_component_is_locked() => Assert.Equal(Locked.Keys, EmulationVersions.All.Select(version => version.Component));

    [Theory]
    [MemberData(nameof(Components))]
    public void Output_changes_only_with_the_version(string component) =>
        BehaviourLock.Holds(Locked, EmulationVersions.All, component, Probe(component));

    private static string Probe(string component) => component switch
    {
        "noise" => NoiseProbe(),
        "transpiler" => Compile(Budget.ExactValue).Native.Circuit.ContentHash,
        "simulation" => SimulationProbe(),
        "emulation" => EmulationProbe(),
        _ => throw new ArgumentException($"There is no probe for {component}.", nameof(component)),
    };

    private static string NoiseProbe()
    {
        var text = new StringBuilder();
        foreach (string semantics in NoiseSemantics.All)
        {
            var options = new NoiseOptions { Semantics = semantics, TemperatureMillikelvin = 50 };
            NoiseDescription described = NoiseModel.For(Manila(), options).Describe();
            foreach (SiteNoise site in described.Gates) text.Append(Text(site.ToChannel().Entries));
            foreach (QubitReadout readout in described.Readout)
                text.Append(Text([readout.Confusion.OneGivenZero, readout.Confusion.ZeroGivenOne]));
        }

        return text.ToString();
    }

    private static string SimulationProbe()
    {
        IProgram program = Adopt(Budget.ExactValue);
        Gradients found = program.Find<IGradient>()!.Differentiate(Rows(program), Observables, new[] { 0, 1 }, null,
            CancellationToken.None);
        return Text(found.Values.Values.Span) + Text(found.Jacobian.Span) + Text(LargeRegister()) + Text(Sampled()) + Text(Conditional());
    }

    /// <summary>A register that is run part by part.</summary>
    private static double[] LargeRegister()
    {
        var values = new double[2];
        DensityProgram program = DensityProgram.Compile(AnsatzWorkload.Circuit(9, 2, noise: true));
        program.Expectations(AnsatzWorkload.Row(9, 2), 1, EffectSet.Of([Observable.Z(0, 9), Observable.Z(8, 9)], 9), values, 1);
        return values;
    }

    /// <summary>Averages over trajectories: values and their covariance, for a number of them and for a precision.</summary>
    private static double[] Sampled()
    {
        TrajectoryProgram program = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(12, 2, noise: true));
        EffectSet effects = EffectSet.Of([Observable.Z(0, 12), Observable.X(5, 12)], 12);
        TrajectoryEstimate found = program.Estimate(
            AnsatzWorkload.Row(12, 2), effects, TrajectoryBudget.Fixed(20), StreamKey.Root(1, "shots"));
        TrajectoryEstimate precise = program.Estimate(
            AnsatzWorkload.Row(12, 2), effects, TrajectoryBudget.Until(0.06, 1000), StreamKey.Root(1, "shots"));
        return [.. found.Values.Span, .. found.Covariance.Span, .. precise.Values.Span, precise.Trajectories];
    }

    /// <summary>A derivative through a condition.</summary>
    private static double[] Conditional()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(2, 1, ["a"])
            .Gate(StandardGates.RY, [0], [Angle.Parameter(0)]).Measure(0, 0, new ReadoutConfusion(0.1, 0.2))
            .Gate(StandardGates.RX, [1], [Angle.Parameter(0)], Condition.Bit(0)).Build();
        var found = new double[2];
        DensityProgram.Compile(circuit).Jacobian(
            new[] { 0.7 }, 1, EffectSet.Of([Observable.Z(1, 2)], 2), found.AsMemory(0, 1), found.AsMemory(1, 1));
        return found;
    }

    private static string EmulationProbe()
    {
        var shots = new Budget.Shots(1000);
        var streams = new RowStreams(StreamKey.Root(1, "shots"));
        IProgram program = Adopt(shots);
        Estimates estimates = program.Estimate(Rows(program), Observables, shots, streams, CancellationToken.None);
        Samples samples = program.Sample(Rows(program), shots, streams, CancellationToken.None);
        KernelValues kernel = program.Find<IFidelityKernel>()!.Kernel(Rows(program), Rows(program), shots, streams, CancellationToken.None);
        string counts = string.Join(';', samples.Distributions.SelectMany(d => d.Outcomes).Select(o => $"{o.Bits}:{o.Count}"));
        return Text(estimates.Values.Span) + Text(estimates.Covariance.Span) + counts + Text(kernel.Values.Span) + ConeProbe();
    }

    /// <summary>Values and slopes of observables that depend on one and on two of three qubits.</summary>
    private static string ConeProbe()
    {
        CircuitBuilder builder = Circuit.Builder(5).Physical();
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        builder.SX(1).RZ(a, 1).SX(1).CX(1, 2).SX(4).RZ(b, 4).SX(4);
        Device device = Manila();
        NativeCircuit native = NativeCircuit.AsWritten(builder.Build(), Target.For(device));
        var observables = new ObservableSet(Observable.Parse("ZII", 3), Observable.Parse("IZI - 0.5*XII", 3));
        IProgram program = new Emulator(device, NoiseOptions.Default).Adopt(
            native, new(observables, Asked.Gradient, Budget.ExactValue, Limits.Default), ScheduleOptions.Alap, CancellationToken.None);
        Gradients found = program.Find<IGradient>()!.Differentiate(Rows(program), observables, new[] { 0, 1 }, null,
            CancellationToken.None);
        return $"{program.Method.Parts} {program.Method.ConeQubits} {Text(found.Values.Values.Span)}{Text(found.Jacobian.Span)}";
    }

    private static Device Manila() =>
        DeviceYamlReader.Read(SourceText.FromFile(Path.Combine(RepositoryRoot.Path, "devices", "ibm_manila_2024-05-27.yaml")));

    private static Request Request(Budget budget) =>
        new(Observables, Asked.Gradient | Asked.Bitstrings | Asked.Kernel, budget, Limits.Default);

    /// <summary>Logical gates through the compiler.</summary>
    private static IProgram Compile(Budget budget)
    {
        CircuitBuilder builder = Circuit.Builder(3);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        builder.H(0).RY(a, 0).CX(0, 1).RZ(a * b, 1).CX(1, 2).RX(b, 2).CX(0, 2);
        return new Emulator(Manila(), NoiseOptions.Default).Compile(
            builder.Build(), Request(budget), CompileOptions.Default(4), CancellationToken.None);
    }

    /// <summary>Native gates as written, so that a change of the compiler touches its own lock alone.</summary>
    private static IProgram Adopt(Budget budget)
    {
        CircuitBuilder builder = Circuit.Builder(5).Physical();
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        builder.SX(1).RZ(a, 1).SX(1).CX(1, 2).RZ(a * b, 2).SX(2).CX(2, 3).RZ(b, 3).SX(3).X(1);
        Device device = Manila();
        NativeCircuit native = NativeCircuit.AsWritten(builder.Build(), Target.For(device));
        return new Emulator(device, NoiseOptions.Default).Adopt(native, Request(budget), ScheduleOptions.Alap, CancellationToken.None);
    }

    private static RowTable Rows(IProgram program) => new(program.Columns, new[] { 0.3, 0.8, -1.2, 0.4, 2.2, 1.7 }, 3);

    private static string Text(ReadOnlySpan<double> values)
    {
        var text = new StringBuilder();
        foreach (double value in values)
            text.Append(BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
