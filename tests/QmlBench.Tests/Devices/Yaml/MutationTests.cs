using System.Text;
using CsCheck;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Tests.Devices.Noise;

namespace QmlBench.Tests.Devices.Yaml;

public sealed class MutationTests
{
    private static readonly string[] Scraps =
    [
        "-", "->", ":", ": ", "{", "}", "[", "]", ",", "\n", "\n  ", " ", "\t", "#", "'", "\"", "&a ", "*a", "!!x ", "? ", "| ", "> ", "%", "@", "---\n", "...\n",
        "nan", ".inf", "1e999", "-1", "0", "us", "GHz", "every", "virtual", "all-to-all", "0..1023", "9999", "null", "~", "\\", "\0", "\uFEFF", "\ud800", "<<: ",
    ];

    private static readonly Gen<(int Kind, double At, int Length, string Scrap)> Mutation =
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[1, 12], Gen.Int[0, Scraps.Length - 1].Select(i => Scraps[i]));

    // Every size, couplers in one order and in both, all-to-all, dead sites, odd readout, defaults and ranges.
    [Theory]
    [InlineData("ibm_armonk_2021-03-15")]
    [InlineData("ibm_manila_2024-05-27")]
    [InlineData("ibm_nairobi_2024-04-10")]
    [InlineData("quantinuum_h1-1_spec")]
    [InlineData("ionq_aria_spec")]
    [InlineData("ibm_almaden_2020-08-10")]
    [InlineData("ibm_cairo_2024-03-25")]
    [InlineData("ibm_sherbrooke_2025-02-26")]
    [InlineData("ibm_torino_2025-02-26")]
    [InlineData("ibm_kingston_2026-04-15")]
    public void A_spoilt_profile_is_a_device_or_a_located_error_and_never_an_exception(string name)
    {
        string good = File.ReadAllText(RepositoryRoot.Combine("devices", name + ".yaml"));
        Survives(good, Math.Clamp(1_000_000 / good.Length, 10, 200));
    }

    [Fact]
    public void A_spoilt_profile_with_every_section_about_noise_is_too() => Survives(NoiseProfiles.Good, count: 1000);

    // QMLBENCH_VECTORS=all runs a thousand on every profile.
    private static void Survives(string good, int count)
    {
        bool all = Environment.GetEnvironmentVariable("QMLBENCH_VECTORS") == "all";
        Property.Holds(Mutation.Array[1, 4], mutations => Judge(mutations.Aggregate(good, Apply)), all ? 1000 : count);
    }

    private static void Judge(string text)
    {
        var source = new SourceText("f", text);
        var bag = new DiagnosticBag();
        Device? device = DeviceYamlReader.Read(source, bag, KnownGates.Catalogue);
        Assert.Equal(bag.HasErrors, device is null);
        Assert.All(bag.Sorted, d => Assert.InRange(d.Position.Line, 1, source.LineCount));
        Assert.All(bag.Sorted, d => Assert.DoesNotContain("NaN", d.ToString(), StringComparison.Ordinal));
        if (device is null)
            return;
        Assert.All(Figures(device), figure => Assert.True(double.IsFinite(figure), $"{figure} in the device"));
        Assert.Equal(device, DeviceYamlReader.Read(new SourceText("f", DeviceYamlWriter.Write(device))));
    }

    private static IEnumerable<double> Figures(Device device) =>
        device.Qubits
            .SelectMany(q => new[] { q.T1, q.T2, q.Frequency, q.Anharmonicity, q.ResetDuration, q.Readout.P1Given0, q.Readout.P0Given1, q.Readout.Error })
            .Concat(device.Gates.Concat(device.Measurements).SelectMany(g => g.Sites).SelectMany(s => new[] { s.Error, s.Duration }))
            .Append(device.Dt).Append(device.NoiseScale).OfType<double>();

    private static string Apply(string text, (int Kind, double At, int Length, string Scrap) mutation)
    {
        int at = (int)(mutation.At * text.Length);
        int length = Math.Min(mutation.Length, text.Length - at);
        var spoilt = new StringBuilder(text);
        return mutation.Kind switch
        {
            0 => spoilt.Insert(at, mutation.Scrap).ToString(),
            1 => spoilt.Remove(at, length).ToString(),
            2 => spoilt.Remove(at, length).Insert(at, mutation.Scrap).ToString(),
            _ => spoilt.Insert(at, text[at..(at + length)]).ToString(),
        };
    }
}
