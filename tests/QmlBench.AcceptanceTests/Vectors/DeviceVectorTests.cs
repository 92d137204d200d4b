using System.Text.Json.Nodes;

namespace QmlBench.AcceptanceTests.Vectors;

/// <summary>What <c>show DEVICE --noise --json</c> says of gates and readout, against Qiskit Aer and IQM's client.</summary>
public sealed class DeviceVectorTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in SharedData.Exists("vectors", "aer") ? SharedData.Files("vectors/aer", "device-*.json") : ["absent"])
        {
            var semantics = Path.GetFileName(file).StartsWith("device-iqm", StringComparison.Ordinal)
                ? (string[])["iqm"] : ["aer-target", "aer-properties"];
            foreach (var name in semantics)
                cases.Add(file, name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Noise_agrees_with_the_peer(string file, string semantics)
    {
        SharedData.Path("vectors", "aer");
        var vectors = JsonNode.Parse(File.ReadAllText(file))!;
        var device = Path.GetFileNameWithoutExtension((string)vectors["calibration"]!);
        var shown = CommandLine.Run("show", device, "--noise", "--semantics", semantics, "--json").Json();
        Assert.Equal(device, (string?)shown["device"]);
        Assert.Equal(semantics, (string?)shown["semantics"]);
        var gates = shown["gates"]!.AsArray().ToDictionary(site => Key(site!), site => site!);
        var tolerance = (double)vectors["tolerance"]!;
        var failures = new List<string>();
        foreach (var record in vectors["gates"]!.AsArray().Where(record => OnPath(record!, semantics)))
            failures.AddRange(Differences(record!, gates.GetValueOrDefault(Key(record!)), (double?)record!["tolerance"] ?? tolerance));
        foreach (var record in vectors["readout"]!.AsArray().Where(record => OnPath(record!, semantics)))
        {
            var ours = shown["readout"]!.AsArray().Single(one => (int)one!["qubit"]! == (int)record!["qubit"]!)!;
            failures.AddRange(MatrixDifferences($"readout {record!["qubit"]}", record["matrix"]!, ours["matrix"]!, tolerance));
        }

        Assert.True(failures.Count == 0, $"{failures.Count} differ:\n" + string.Join('\n', failures.Take(20)));
    }

    // Where Cirq lost angles of the data its figures are its own; the unit tests put its angles in.
    [Fact]
    public void Noise_of_Google_agrees_with_Cirq()
    {
        var vectors = JsonNode.Parse(File.ReadAllText(SharedData.Path("vectors", "aer", "cirq-google-rainbow.json")))!;
        var device = Path.GetFileNameWithoutExtension((string)vectors["calibration"]!);
        var shown = CommandLine.Run("show", device, "--noise", "--json").Json();
        Assert.Equal("google", (string?)shown["semantics"]);
        var gates = shown["gates"]!.AsArray().ToDictionary(site => Key(site!), site => site!);
        var records = vectors["pairs"]!.AsArray().Where(record => (bool)record!["all_angles_of_the_data_used"]!).ToList();
        var failures = records.Where(record => record!["ptm"] is not null)
            .SelectMany(record => MatrixDifferences(Key(record!), record!["ptm"]!, gates[Key(record!)]["ptm"]!, 1e-10)).ToList();
        // A Pauli error p is λ = 16p/15.
        failures.AddRange(records.Select(record => (Key(record!), Math.Max(0.0, (double)record!["depolarizing_p"]!) * 16.0 / 15.0))
            .Where(pair => !(Math.Abs(pair.Item2 - (double)gates[pair.Item1]["depolarizing_lambda"]!) <= 1e-12)).Select(pair => pair.Item1));
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(records.Count > 32);
    }

    // Aer has two paths; a record names those it is from. IQM's client has one.
    private static bool OnPath(JsonNode record, string semantics) =>
        (record["paths"]?.AsArray() ?? [record["path"]?.DeepClone()]).Any(path => path is null || $"aer-{path}" == semantics);

    private static string Key(JsonNode site) =>
        $"{site["gate"]} {string.Join(',', site["qubits"]!.AsArray().Select(qubit => (int)qubit!))}";

    private static IEnumerable<string> Differences(JsonNode record, JsonNode? ours, double tolerance)
    {
        if (ours is null)
            return [$"{Key(record)} is not shown"];
        return Number("depolarizing_lambda").Concat(!record.AsObject().ContainsKey("relaxation_infidelity") ? [] : Number("relaxation_infidelity"))
            .Concat(Number("total_infidelity"))
            .Concat(MatrixDifferences(Key(record), record["ptm"]!, ours["ptm"]!, tolerance));

        // Null and 0 both say that there is none.
        IEnumerable<string> Number(string name) => Math.Abs(((double?)record[name] ?? 0.0) - ((double?)ours[name] ?? 0.0)) <= tolerance
            ? []
            : [$"{Key(record)} {name}: {ours[name]} against {record[name]}"];
    }

    private static IEnumerable<string> MatrixDifferences(string what, JsonNode expected, JsonNode actual, double tolerance)
    {
        Assert.Equal(expected.AsArray().Count, actual.AsArray().Count);
        for (var i = 0; i < expected.AsArray().Count; i++)
        {
            for (var j = 0; j < expected[i]!.AsArray().Count; j++)
            {
                if (!(Math.Abs((double)expected[i]![j]! - (double)actual[i]![j]!) <= tolerance))
                    yield return $"{what} [{i}, {j}]: {actual[i]![j]} against {expected[i]![j]}";
            }
        }
    }
}
