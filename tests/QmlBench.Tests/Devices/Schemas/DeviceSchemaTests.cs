using System.Text.Json.Nodes;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Schemas;
using QmlBench.Devices.Yaml;
using QmlBench.Tests.Devices.Noise;
using QmlBench.Tests.Devices.Yaml;

namespace QmlBench.Tests.Devices.Schemas;

public sealed class DeviceSchemaTests
{
    // Every figure that neither of the other two profiles has.
    private const string Rest = """
        schema: qmlbench/device/v1
        name: 2024
        machine: true
        snapshot: 2024-05-27T15:27:23-03:00
        vendor: nobody
        technology: thought
        processor: r1.3
        kind: calibration
        source: {repository: somewhere, commit: 1e5, files: [a.json, b.json], address: there, measured: [2024-05-26, 2024-05-27]}
        semantics: google
        noise_scale: 0.5
        accept: [missing-figures, readout-error-differs]
        couplers: all-to-all
        qubits:
          0: {label: 3_4, t1: 100us, readout: {p1_given_0: 0.01, p0_given_1: 0.02, error: 0.03, length: 1 us}, at: [-1, 7]}
          1..2: {t1: 1e2 us, t2: 8.e1 us, readout: {error: .01, length: +1 us}}
        gates:
          h: {error: 0.001, duration: 30 ns, relaxation: 20 ns, sites: {every: {}}}
          cz: {sites: {0-1: {error: 0.01, duration: 300 ns, incoherent: 0.005, relaxation: 1 us, isolated: {error: 0.01, incoherent: 0.004}}}}
        measurements:
          measure_2: {sites: {0: {error: 0.01, duration: 1 us}}}
        """;

    private static readonly SchemaAgreement Agreement = new(JsonNode.Parse(DeviceSchema.Document.Write())!.AsObject(), Errors, "f");

    public static TheoryData<string> Complete => [Profiles.Good, NoiseProfiles.Good, Rest];

    [Fact]
    public void The_shipped_schema_is_the_one_the_code_writes() =>
        SchemaAgreement.IsShipped(DeviceSchema.Document, "device", "devices", DeviceSchema.FileName);

    [Theory]
    [MemberData(nameof(ShippedProfileTests.Names), MemberType = typeof(ShippedProfileTests))]
    public void Every_shipped_profile_is_valid(string name) =>
        Assert.Empty(Agreement.Faults(File.ReadAllText(RepositoryRoot.Combine("devices", name + ".yaml"))));

    [Theory]
    [MemberData(nameof(Complete))]
    public void Profiles_with_every_key_are_valid(string text)
    {
        Assert.Empty(Errors(text));
        Assert.Empty(Agreement.Faults(text));
    }

    [Fact]
    public void What_spoils_a_file_for_its_shape_is_refused_by_reader_and_schema_alike()
    {
        var parts = DeviceYamlReaderTests.BadParts.Select(row => (Profiles.With(row.Data.Item1, row.Data.Item2), row.Data.Item3))
            .Concat(NoiseSectionTests.BadParts.Select(row => (NoiseProfiles.With(row.Data.Item1, row.Data.Item2), row.Data.Item3)));
        string[] shape = ["unknown key", "has no unit", "another unit", " is a list;", " is a mapping;", "; expected a text", "expected a mapping", "is not a site", "without unit"];
        int seen = 0;
        foreach ((string text, string expected) in parts)
        {
            if (!shape.Any(words => expected.Contains(words, StringComparison.Ordinal)))
                continue;
            seen++;
            Assert.True(Agreement.Faults(text).Count > 0, $"valid by the schema: {expected}");
        }
        Assert.True(seen > 20, $"{seen} files");
    }

    [Theory]
    [MemberData(nameof(Complete))]
    public void Reader_and_schema_know_the_same_keys(string text) => Agreement.SameKeys(text);

    [Theory]
    [MemberData(nameof(Complete))]
    public void Where_the_schema_refuses_a_value_the_reader_does_and_where_the_reader_refuses_its_kind_the_schema_does(string text) =>
        Agreement.SameVerdicts(text);

    private static string[] Errors(string text)
    {
        var bag = new DiagnosticBag();
        DeviceYamlReader.Read(new SourceText("f", text), bag, KnownGates.Catalogue);
        return [.. bag.Errors.Select(d => d.ToString())];
    }
}
