using CsCheck;
using QmlBench.Devices;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Channels;

namespace QmlBench.Tests.Emulation.Noise;

public class NoiseModelTests
{
    private static readonly Gen<(double T1, double T2, double Seconds, double Error)> Figures = Gen.Select(
        Gen.Double[1e-6, 5e-4], Gen.Double[1e-6, 1e-3], Gen.Double[1e-9, 1e-5], Gen.Double[0, 1.2], (t1, t2, t, e) => (t1, t2, t, e));

    [Fact]
    public void Whatever_the_figures_gates_are_channels_of_the_reported_error() =>
        Property.Holds(Gen.Select(Figures, Figures, Gen.Double[-80, 80]), sample =>
        {
            var ((t1, t2, seconds, error), (otherT1, otherT2, _, _), millikelvin) = sample;
            Device device = Pair(t1, t2, otherT1, otherT2, seconds, error);
            foreach (string semantics in new[] { NoiseSemantics.AerTarget, NoiseSemantics.AerProperties, NoiseSemantics.Iqm })
            {
                var model = NoiseModel.For(device, new NoiseOptions { Semantics = semantics, TemperatureMillikelvin = millikelvin });
                CheckSite(model.Gate("x", 0)!, 1);
                CheckSite(model.Gate("cx", 0, 1)!, 2);
            }
        });

    [Fact]
    public void Without_relaxation_the_whole_error_is_depolarizing() => Property.Holds(Figures, sample =>
    {
        Device device = Pair(sample.T1, sample.T2, sample.T1, sample.T2, sample.Seconds, sample.Error);
        var model = NoiseModel.For(device, new NoiseOptions { Sources = NoiseSourceNames.Without(["relaxation"]) });
        SiteNoise noise = model.Gate("cx", 0, 1)!;
        Assert.Null(noise.RelaxationInfidelity);
        Assert.Equal(Math.Min(sample.Error, 0.8) * 4 / 3, noise.Lambda, 1e-12);
    });

    [Fact]
    public void Sources_switch_off_what_they_name()
    {
        Device device = Pair(1e-4, 5e-5, 1e-4, 5e-5, 3e-7, 0.01);
        NoiseModel Only(string source) => NoiseModel.For(device, new NoiseOptions { Sources = NoiseSourceNames.Only([source]) });
        Assert.All(Only("gate").Gate("cx", 0, 1)!.Relaxations, r => Assert.True(r.IsIdentity));
        Assert.Equal(0, Only("relaxation").Gate("cx", 0, 1)!.Lambda);
        Assert.False(Only("idle").Idle(0, 1e-6).IsIdentity);
        Assert.True(Only("relaxation").Idle(0, 1e-6).IsIdentity);
        Assert.True(Only("idle").Gate("x", 0)!.IsIdentity);
        Assert.Equal(0.02, Only("readout").Readout(0).OneGivenZero);
        Assert.Equal(0, Only("gate").Readout(0).OneGivenZero);
    }

    [Fact]
    public void An_unknown_source_is_refused_with_what_was_meant()
    {
        var refusal = Assert.Throws<ExecutionRefusedException>(() => NoiseSourceNames.Without(["coherence"]));
        Assert.Contains("'coherence' is not a noise source", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'coherent'?", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aer", "is not a noise semantics")]
    public void Semantics_that_cannot_be_served_are_refused(string semantics, string reason)
    {
        Device device = Pair(1e-4, 5e-5, 1e-4, 5e-5, 3e-7, 0.01);
        var refusal = Assert.Throws<ExecutionRefusedException>(() => NoiseModel.For(device, new NoiseOptions { Semantics = semantics }));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_figures_are_named_all_at_once()
    {
        Device device = Pair(0, -1, 1e-4, 5e-5, -3e-7, 0.01);
        var refusal = Assert.Throws<ExecutionRefusedException>(() => NoiseModel.For(device, NoiseOptions.Default));
        Assert.Contains("T1 of qubit 0", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("T2 of qubit 0", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("cx on 0->1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_without_figures_are_refused()
    {
        var model = NoiseModel.For(Pair(1e-4, 5e-5, 1e-4, 5e-5, 3e-7, 0.01), NoiseOptions.Default);
        Assert.Null(model.Gate("rz", 0));
        Assert.Contains("other order", Assert.Throws<ExecutionRefusedException>(() => model.Gate("cx", 1, 0)).Message,
            StringComparison.Ordinal);
        Assert.Contains("not native", Assert.Throws<ExecutionRefusedException>(() => model.Gate("h", 0)).Message, StringComparison.Ordinal);
        Assert.Contains("no figures", Assert.Throws<ExecutionRefusedException>(() => model.Gate("x", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_notice_says_what_was_assumed()
    {
        Device device = Pair(1e-4, 5e-4, 1e-4, 5e-5, 3e-7, 1);
        Notice notice = Assert.Single(NoiseModel.For(device, NoiseOptions.Default).Notices);
        Assert.Contains("T2 above 2·T1 taken as 2·T1 on qubits 0", notice.Text, StringComparison.Ordinal);
        Assert.Contains("error 1", notice.Text, StringComparison.Ordinal);
        Assert.Empty(NoiseModel.For(device, NoiseOptions.Noiseless).Notices);
    }

    [Fact]
    public void Scaling_by_the_generator_composes() => Property.Holds(Gen.Select(Gen.Double[0.1, 3], Gen.Double[0.1, 3]), factors =>
    {
        var model = NoiseModel.For(Pair(1e-4, 5e-5, 1e-4, 5e-5, 3e-7, 0.02), NoiseOptions.Default);
        SiteNoise steps = model.Amplify(factors.Item1, ScalingRule.Generator).Amplify(factors.Item2, ScalingRule.Generator).Gate("cx", 0,
            1)!;
        SiteNoise whole = model.Amplify(factors.Item1 * factors.Item2, ScalingRule.Generator).Gate("cx", 0, 1)!;
        Assert.Equal(whole.Lambda, steps.Lambda, 1e-13);
        Assert.Equal(whole.Relaxations[0].Decay, steps.Relaxations[0].Decay, 1e-13);
    });

    private static void CheckSite(SiteNoise noise, int qubits)
    {
        PauliTransferMatrix channel = noise.ToChannel();
        ChoiMatrix.Of(channel).ThrowIfNotChannel(noise.Gate);
        Assert.Equal(1 - channel.AverageGateFidelity, noise.TotalInfidelity, 1e-12);
        double cap = qubits == 1 ? 2.0 / 3 : 0.8, reported = noise.ReportedError!.Value, relaxed = noise.RelaxationInfidelity!.Value;
        if (reported <= relaxed)
            Assert.Equal(relaxed, noise.TotalInfidelity, 1e-12);
        else if (noise.Lambda < ErrorMeasures.LargestLambda(qubits))
            Assert.Equal(Math.Min(reported, cap), noise.TotalInfidelity, 1e-9);
    }

    private static Device Pair(double t1, double t2, double otherT1, double otherT2, double seconds, double error)
    {
        var readout = new Readout { P1Given0 = 0.02, P0Given1 = 0.05, Length = 1e-6 };
        return new Device
        {
            Name = "pair",
            Machine = "pair",
            Vendor = "test",
            Technology = "test",
            Kind = DeviceKind.Template,
            Source = new DeviceSource { Text = "made by a test" },
            Semantics = NoiseSemantics.AerProperties,
            Qubits =
            [
                new Qubit { T1 = t1, T2 = t2, Frequency = 5e9, Readout = readout },
                new Qubit { T1 = otherT1, T2 = otherT2, Frequency = 4.8e9, Readout = readout },
            ],
            Coupling = CouplingMap.FromDirectedPairs(2, [(0, 1)]),
            Gates =
            [
                NativeGate.Physical("cx", 2, [new GateSite([0, 1], error, seconds)]),
                NativeGate.Virtual("rz", 1),
                NativeGate.Physical("x", 1, [new GateSite([0], error, seconds / 8)]),
            ],
            Basis = ["cx", "rz", "x"],
        };
    }
}
