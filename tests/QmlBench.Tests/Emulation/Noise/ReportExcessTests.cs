using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation.Noise;

public sealed class ReportExcessTests
{
    // 1 − F_avg of a rotation too far by δ is (2/3) sin²(δ/2).
    private static readonly double TooFar = 2.0 / 3 * Math.Pow(Math.Sin(0.25), 2);

    [Theory]
    [InlineData(CoherenceLimitPolicy.Keep)]
    [InlineData(CoherenceLimitPolicy.Rescale)]
    [InlineData(CoherenceLimitPolicy.Report)]
    public void A_coherent_error_above_the_report_is_told_and_leaves_relaxation_alone(CoherenceLimitPolicy policy)
    {
        var model = NoiseModel.For(Device("coherent: {sx: {every: {over_rotation: 500 mrad}}}\nwith: [coherent]\n"), new NoiseOptions { CoherenceLimit = policy });
        SiteNoise noise = model.Gate("sx", 0)!;
        Assert.Equal(TooFar, noise.Excess!.Value.Coherent, 1e-12);
        Assert.Equal(1, noise.CoherenceStretch);
        Assert.Equal(Math.Exp(-35e-9 / 1e-4), noise.Relaxations[0].Decay, 1e-15);
        Notice notice = Assert.Single(model.NoticesOf([noise]), one => one.Source == "coherence-limit");
        Assert.Equal("On one the coherent error alone exceeds the reported error for sx 0 (0.001 reported, 0.04081 coherent).", notice.Text);
    }

    [Fact]
    public void Relaxation_and_a_coherent_error_can_exceed_the_report_together()
    {
        Device device = Device("coherent: {sx: {every: {over_rotation: 75 mrad}}}\nwith: [coherent]\n", duration: "100 ns");
        var model = NoiseModel.For(device, new NoiseOptions { CoherenceLimit = CoherenceLimitPolicy.Report });
        ReportExcess excess = model.Gate("sx", 0)!.Excess!.Value;
        Assert.True(excess is { Coherent: < 0.001 and > 0, Relaxation: < 0.001 and > 0 } && excess.Coherent + excess.Relaxation > 0.001);
        Assert.Contains("from T1 and T2, ", Assert.Single(model.NoticesOf([model.Gate("sx", 0)!])).Text, StringComparison.Ordinal);
        SiteNoise stretched = NoiseModel.For(device, new NoiseOptions { CoherenceLimit = CoherenceLimitPolicy.Rescale }).Gate("sx", 0)!;
        Assert.Equal(0.001, stretched.TotalInfidelity, 1e-12);
    }

    [Fact]
    public void A_report_that_leaves_room_is_not_exceeded()
    {
        var model = NoiseModel.For(Device(""), new NoiseOptions { CoherenceLimit = CoherenceLimitPolicy.Report });
        Assert.Null(model.Gate("sx", 0)!.Excess);
        Assert.Empty(model.NoticesOf([model.Gate("sx", 0)!]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void The_parts_of_a_scaled_gate_are_scaled(double scale)
    {
        SiteNoise scaled = NoiseModel.For(Device(""), new NoiseOptions { Scale = scale }).Gate("sx", 0)!;
        Assert.Equal(ErrorMeasures.AverageInfidelity(Relaxation.JointProcessFidelity(scaled.Relaxations.AsSpan()), 1), scaled.RelaxationInfidelity!.Value);
        Assert.True(scaled.RelaxationInfidelity <= scaled.TotalInfidelity);
    }

    [Theory]
    [InlineData("0.49", "0.49", true)]
    [InlineData("0.02", "0.6", false)]
    public void A_readout_like_a_coin_is_told(string one, string zero, bool expected)
    {
        Device device = Device("accept: [readout-beyond-half]\n", readout: $"{{p1_given_0: {one}, p0_given_1: {zero}, length: 1 us}}");
        Assert.Equal(expected, NoiseModel.For(device, NoiseOptions.Default).Notices.Any(n => n.Text.Contains("better than a coin", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(NoiseSources.Coherent | NoiseSources.Spectator, null, "the source 'coherent' is asked for")]
    [InlineData(NoiseSources.Crosstalk, null, "the source 'crosstalk' is asked for")]
    [InlineData(NoiseSources.None, 100.0, "no frequency of a qubit is given")]
    public void A_request_that_changes_nothing_is_told(NoiseSources with, double? temperature, string expected)
    {
        var options = new NoiseOptions { With = with, TemperatureMillikelvin = temperature };
        Assert.Contains(expected, Assert.Single(NoiseModel.For(Device(""), options).Notices).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_is_normalised_is_told_where_it_acts()
    {
        Device device = Device("noise: {mode: add, gates: {sx: {every: [{kraus: [[[1, 0], [0, 0.9999999]], [[0, 0], [0, 0]]]}]}}}\n");
        Assert.Contains("normalised where noise is derived", Assert.Single(NoiseModel.For(device, NoiseOptions.Default).Notices).Text, StringComparison.Ordinal);
        Assert.Empty(NoiseModel.For(device, new NoiseOptions { Sources = NoiseSources.Gate }).Notices);
    }

    private static Device Device(string extra, string duration = "35 ns", string readout = "{p1_given_0: 0.01, p0_given_1: 0.02, length: 1 us}") =>
        DeviceYamlReader.Read(new SourceText("one.yaml", $$"""
            schema: qmlbench/device/v1
            name: one
            vendor: nobody
            technology: thought
            kind: template
            source: {text: made up for tests}
            semantics: aer-target
            {{extra}}qubits:
              0: {t1: 100 us, t2: 80 us, readout: {{readout}} }
            gates:
              sx: {sites: {0: {error: 0.001, duration: {{duration}} } } }
              rz: virtual

            """));
}
