using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Noise;
using QmlBench.Tests.Devices.Noise;

namespace QmlBench.Tests.Emulation.Noise;

public sealed class UnusedFiguresTests
{
    private const string With = "with: [crosstalk, coherent, spectator]\n";

    [Theory]
    [InlineData("with: [crosstalk, coherent, spectator]\n", new[] { "temperature" })]
    [InlineData("with: [coherent]\n", new[] { "crosstalk", "spectator", "temperature" })]
    [InlineData("", new[] { "crosstalk", "coherent", "spectator", "temperature" })]
    public void What_nothing_switches_on_is_named(string with, string[] keys) =>
        Assert.Equal(keys, UnusedFigures.Of(Read(NoiseProfiles.With(With, with))).Select(one => one.Key));

    [Fact]
    public void What_is_switched_on_and_not_given_is_named()
    {
        UnusedFigures[] unused = [.. UnusedFigures.Of(Read(NoiseProfiles.With("{0-1: -50 kHz, 1-2: 40 kHz}", "{}")))];
        Assert.Contains(unused, one => one.Key == "with" && one.Text.Contains("'crosstalk'", StringComparison.Ordinal));
        Assert.Contains(unused, one => one.Key == "crosstalk" && one.Text.Contains("echoed", StringComparison.Ordinal));
    }

    [Fact]
    public void Shipped_devices_have_nothing_but_crosstalk_that_nobody_switched_on()
    {
        var library = new DeviceLibrary(RepositoryRoot.Combine("devices"));
        UnusedFigures manila = Assert.Single(UnusedFigures.Of(library.Load("ibm_manila_2024-05-27", 1)));
        Assert.Equal("crosstalk", manila.Key);
        Assert.Contains("static ZZ of 4 pair(s)", manila.Text, StringComparison.Ordinal);
        Assert.Contains("--with crosstalk", manila.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_has_every_source_that_acts_and_virtual_gates_with_channels()
    {
        NoiseDescription noise = NoiseModel.For(Read(NoiseProfiles.Good), NoiseOptions.Default).Describe();
        Assert.Equal(NoiseSourceNames.Supported, noise.Extra.Sources);
        Assert.Equal([(0, 1), (1, 2)], noise.Extra.StaticZz.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(["cz 0,1", "cz 1,0", "x 0", "x 1", "x 2"], noise.Extra.Coherent.Select(one => $"{one.Gate} {string.Join(",", one.Qubits)}"));
        // 1 − F_avg of a rotation by δ of one qubit is (2/3)·sin²(δ/2).
        Assert.Equal(2.0 / 3 * Math.Pow(Math.Sin(0.0025), 2), noise.Extra.Coherent[2].Infidelity, 1e-15);
        Assert.Equal([1, 2], noise.Gates.Where(site => site.Gate == "rz").Select(site => site.Qubits[0]));
        Assert.Equal(3, noise.Extra.Idle.Length);
        Assert.Equal([0, 2], Assert.Single(noise.ReadTogether).Qubits);
        NoiseDescription silent = NoiseModel.For(Read(NoiseProfiles.With(With, "")), NoiseOptions.Default).Describe(null, [0, 1]);
        Assert.Empty(silent.Extra.StaticZz);
        Assert.Empty(silent.Extra.Coherent);
        Assert.Empty(silent.ReadTogether);
    }

    private static Device Read(string text) => DeviceYamlReader.Read(new SourceText("f", text));
}
