using System.Text.Json.Nodes;
using QmlBench.Circuits.Source;
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

    private static readonly string[] Complete = [Profiles.Good, NoiseProfiles.Good, Rest];

    // What another kind of value looks like, and quantities of every dimension.
    private static readonly string[] Others = ["[]", "{}", "~", "xyz", "5", "-5", "1e99", "true", "-5 us", "5 GHz"];

    private static readonly JsonObject Schema = JsonNode.Parse(DeviceSchema.Document.Write())!.AsObject();

    private static readonly SchemaChecker Checker = new(Schema);

    [Fact]
    public void The_shipped_schema_is_the_one_the_code_writes() =>
        Assert.Equal(File.ReadAllText(RepositoryRoot.Combine("devices", "device.schema.json")), DeviceSchema.Document.Write());

    [Theory]
    [MemberData(nameof(ShippedProfileTests.Names), MemberType = typeof(ShippedProfileTests))]
    public void Every_shipped_profile_is_valid(string name) =>
        Assert.Empty(Faults(File.ReadAllText(RepositoryRoot.Combine("devices", name + ".yaml"))));

    [Fact]
    public void Profiles_with_every_key_are_valid() => Assert.All(Complete, text =>
    {
        Assert.DoesNotContain(Profiles.Problems(text), problem => !problem.Contains(": notice: ", StringComparison.Ordinal));
        Assert.Empty(Faults(text));
    });

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
            Assert.True(Faults(text).Count > 0, $"valid by the schema: {expected}");
        }
        Assert.True(seen > 20, $"{seen} files");
    }

    [Fact]
    public void Reader_and_schema_know_the_same_keys()
    {
        foreach (string text in Complete)
        {
            foreach (YamlMapping map in Mappings(YamlJson.Parse(text)))
                SameKeys(WithKey(text, map, "zzzz"));
        }
    }

    [Fact]
    public void Where_the_schema_refuses_a_value_the_reader_does_and_where_the_reader_refuses_its_kind_the_schema_does()
    {
        foreach (string text in Complete)
        {
            foreach (YamlNode node in Values(YamlJson.Parse(text)).Where(node => node.Span.Start.Line == node.Span.End.Line))
            {
                foreach (string other in Others)
                    SameVerdict(text, node, other);
            }
        }
    }

    private static void SameVerdict(string text, YamlNode node, string other)
    {
        int end = Offset(text, node.Span.End);
        // The span of a list or mapping in brackets ends before the last of them.
        if (text[Offset(text, node.Span.Start)] is '{' or '[')
            end++;
        string spoilt = text[..Offset(text, node.Span.Start)] + other + text[end..];
        string[] errors = [.. Errors(spoilt).Select(d => d.ToString())];
        IReadOnlyList<SchemaFault> faults = Faults(spoilt);
        string place = $"{node.Description} at {node.Span.Start} replaced by '{other}'";
        Assert.True(faults.Count == 0 || errors.Length > 0, $"{place} is refused by the schema alone: {string.Join(", ", faults)}");
        string[] kinds = [.. errors.Where(error => error.StartsWith($"f:{node.Span.Start}: ", StringComparison.Ordinal) && IsOfKind(error))];
        Assert.True(kinds.Length == 0 || faults.Count > 0, $"{place} is valid by the schema: {string.Join(", ", kinds)}");
    }

    // The wording of YamlReader where a value is of another kind; rules of physics have other words.
    private static bool IsOfKind(string error) =>
        new[] { " is a list;", " is a mapping;", " is nothing;", "; expected a text", "expected a number without unit", " has no unit;", " has another unit;", "expected a mapping of", "unknown " }
            .Any(words => error.Contains(words, StringComparison.Ordinal));

    private static void SameKeys(string text)
    {
        Diagnostic[] unknown = [.. Errors(text).Where(d => d.Message.StartsWith("unknown key 'zzzz'", StringComparison.Ordinal))];
        SchemaFault[] faults = [.. Faults(text).Where(f => f.Detail == "zzzz" || f.Path.EndsWith("/zzzz", StringComparison.Ordinal))];
        // Where keys are gates, sites, qubits or Pauli strings, the reader has other words than "unknown key".
        if (unknown.Length == 0)
        {
            Assert.NotEmpty(faults);
            return;
        }
        string[] read = Assert.Single(unknown).Expected!["one of ".Length..].Split(", ");
        Assert.Contains(faults, fault => (fault.Allowed ?? []).Order(StringComparer.Ordinal).SequenceEqual(read.Order(StringComparer.Ordinal)));
    }

    private static string WithKey(string text, YamlMapping map, string key)
    {
        int start = Offset(text, map.Span.Start);
        return text[start] == '{'
            ? $"{text[..(start + 1)]}{key}: 1, {text[(start + 1)..]}"
            : $"{text[..start]}{key}: 1\n{new string(' ', map.Span.Start.Column - 1)}{text[start..]}";
    }

    private static IEnumerable<YamlMapping> Mappings(YamlNode node) => Values(node).Prepend(node).OfType<YamlMapping>();

    private static IEnumerable<YamlNode> Values(YamlNode node)
    {
        IEnumerable<YamlNode> inner = node switch
        {
            YamlMapping map => map.Entries.Select(entry => entry.Value),
            // The first number of a list stands for all.
            YamlSequence list => list.Items.Where((item, index) => index == 0 || item is YamlMapping),
            _ => [],
        };
        return inner.SelectMany(one => Values(one).Prepend(one));
    }

    private static IReadOnlyList<SchemaFault> Faults(string text) => Checker.Check(YamlJson.Of(text));

    private static IEnumerable<Diagnostic> Errors(string text)
    {
        var bag = new DiagnosticBag();
        DeviceYamlReader.Read(new SourceText("f", text), bag, QmlBench.Devices.KnownGates.Catalogue);
        return bag.Errors;
    }

    private static int Offset(string text, SourcePosition place) =>
        text.Split('\n').Take(place.Line - 1).Sum(line => line.Length + 1) + place.Column - 1;
}
