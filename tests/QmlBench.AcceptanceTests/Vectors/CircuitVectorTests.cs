using System.Globalization;
using System.Text.Json.Nodes;

namespace QmlBench.AcceptanceTests.Vectors;

/// <summary>Whole noisy circuits on real devices, by <c>simulate --json</c>, against Qiskit Aer.</summary>
public sealed class CircuitVectorTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Files() =>
        SharedData.Exists("vectors", "aer") ? [.. SharedData.Files("vectors/aer", "circuits-*.json")] : ["absent"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Simulate_agrees_with_Aer(string file)
    {
        var vectors = SharedData.Path("vectors", "aer");
        using var folder = new TemporaryFolder();
        var worst = 0.0;
        var compared = 0;
        var failures = new List<string>();
        foreach (var record in CircuitRecords.Sample(file))
        {
            if ((string?)record["set"] == "C10")
            {
                // Aer runs gates that it has no figures for without noise; this program does not (DESIGN §3).
                Assert.Contains("is not native to device", CommandLine.Run("simulate", CircuitRecords.PhysicalText(
                    vectors, record, folder), "-d", (string)record["device"]!).Refused(), StringComparison.Ordinal);
                continue;
            }

            string[] call = ["simulate", CircuitRecords.PhysicalText(vectors, record, folder), "--device", (string)record["device"]!,
                .. Options(record), "--json"];
            foreach (var semantics in record["semantics"]!.AsArray().Select(one => (string)one!))
            {
                var expected = record["probabilities_readout"]![semantics]!;
                Compare(record, semantics, expected, CommandLine.Run([.. call, "--semantics", semantics, .. Sources(record)])
                    .Json()["probabilities"]!, value => (double)value);
            }

            if (record["expectations"] is { } expectations)
            {
                var paulis = expectations.AsObject().SelectMany(pair => new[] { "-O", pair.Key });
                var ours = CommandLine.Run(
                    [.. call, "--semantics", (string)record["semantics"]![0]!, .. paulis, .. WithoutReadout(record)]).Json();
                Compare(record, "expectations", expectations, ours["expectations"]!, value => (double)value["exact"]!);
            }
        }

        Assert.True(compared > 0);
        Assert.True(failures.Count == 0,
            $"{failures.Count} of {compared} values differ, worst by {worst}:\n" + string.Join('\n', failures.Take(20)));

        void Compare(JsonNode record, string what, JsonNode expected, JsonNode actual, Func<JsonNode, double> value)
        {
            foreach (var (key, reference) in expected.AsObject())
            {
                // An outcome that cannot happen is not listed.
                var difference = Math.Abs((actual[key] is { } ours ? value(ours) : 0.0) - (double)reference!);
                compared++;
                worst = Math.Max(worst, difference);
                if (!(difference <= Tolerance))
                    failures.Add(string.Create(
                        CultureInfo.InvariantCulture, $"{record["name"]} {what} {key}: {actual[key]?.ToJsonString()} against {reference}"));
            }

            foreach (var extra in actual.AsObject().Where(pair => expected[pair.Key] is null && value(pair.Value!) > Tolerance))
                failures.Add($"{record["name"]} {what}: {extra.Key} is not in the vectors");
        }
    }

    private static IEnumerable<string> Options(JsonNode record)
    {
        foreach (var (name, value) in record["parameters"]?.AsObject() ?? [])
        {
            yield return "--param";
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}={(double)value!:R}");
        }

        if ((double)record["flags"]!["temperature_mk"]! is > 0 and var temperature)
        {
            yield return "--temperature";
            yield return string.Create(CultureInfo.InvariantCulture, $"{temperature}mK");
        }
    }

    // The words that DESIGN §6 gives to the flags of set C9.
    private static string[] Sources(JsonNode record) => Flags(record) switch
    {
        (true, true, true) => [],
        (true, false, false) => ["--only-noise", "gate"],
        (false, true, false) => ["--only-noise", "relaxation,idle"],
        (false, false, true) => ["--only-noise", "readout"],
        _ => ["--without", Off(record, [])],
    };

    private static string[] WithoutReadout(JsonNode record) => ["--without", Off(record, ["readout"])];

    private static string Off(JsonNode record, string[] always)
    {
        var (gate, relaxation, readout) = Flags(record);
        return string.Join(',', always
            .Concat(gate ? [] : ["gate"]).Concat(relaxation ? [] : ["relaxation", "idle"]).Concat(readout ? [] : ["readout"]).Distinct());
    }

    private static (bool Gate, bool Relaxation, bool Readout) Flags(JsonNode record)
    {
        var flags = record["flags"]!;
        return ((bool)flags["gate_error"]!, (bool)flags["thermal_relaxation"]!, (bool)flags["readout_error"]!);
    }
}
