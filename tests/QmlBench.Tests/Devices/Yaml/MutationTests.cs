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

    [Theory]
    [InlineData("ibm_manila_2024-05-27")]
    [InlineData("quantinuum_h1-1_spec")]
    public void A_spoilt_profile_is_a_device_or_a_located_error_and_never_an_exception(string name) =>
        Survives(File.ReadAllText(RepositoryRoot.Combine("devices", name + ".yaml")));

    [Fact]
    public void A_spoilt_profile_with_every_section_about_noise_is_too() => Survives(NoiseProfiles.Good);

    private static void Survives(string good) =>
        Property.Holds(Mutation.Array[1, 4], mutations =>
        {
            string text = mutations.Aggregate(good, Apply);
            var source = new SourceText("f", text);
            var bag = new DiagnosticBag();
            Device? device = DeviceYamlReader.Read(source, bag, KnownGates.Catalogue);
            Assert.Equal(bag.HasErrors, device is null);
            Assert.All(bag.Sorted, d => Assert.InRange(d.Position.Line, 1, source.LineCount));
            if (device is not null)
                Assert.Equal(device, DeviceYamlReader.Read(new SourceText("f", DeviceYamlWriter.Write(device))));
        }, count: 1000);

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
