using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace QmlBench.AcceptanceTests.Vectors;

/// <summary>The records of <c>vectors/aer/circuits-DEVICE.json</c>, and each text on device qubits.</summary>
internal static class CircuitRecords
{
    // Every record of the small device; of larger ones this many, of every set its share. QMLBENCH_VECTORS=all runs all of them.
    private const int SampleSize = 40;
    private const int SmallDevice = 5;

    /// <summary>The records that are run by default: the same ones each time.</summary>
    public static IReadOnlyList<JsonNode> Sample(string file)
    {
        var records = JsonNode.Parse(File.ReadAllText(file))!["records"]!.AsArray().Select(record => record!).ToList();
        var all = records.Max(record => record["qubits"]!.AsArray().Max(qubit => (int)qubit!)) < SmallDevice;
        if (all || Environment.GetEnvironmentVariable("QMLBENCH_VECTORS") == "all" || records.Count <= SampleSize)
            return records;
        return
        [
            .. records.GroupBy(record => (string)record["set"]!).SelectMany(set => set
                .OrderBy(record => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((string)record["name"]!))),
                    StringComparer.Ordinal)
                .Take(Math.Max(1, set.Count() * SampleSize / records.Count))),
        ];
    }

    /// <summary>
    /// Path of the text on <c>$k</c>: the one shipped with the vectors, or made from the other as their README says: <c>q[i]</c> becomes
    /// <c>$qubits[i]</c> and the line of the register goes.
    /// </summary>
    public static string PhysicalText(string vectors, JsonNode record, TemporaryFolder folder)
    {
        if ((string?)record["circuit_physical"] is { } physical)
            return Path.Combine(vectors, physical);
        var text = File.ReadAllText(Path.Combine(vectors, (string)record["circuit"]!));
        var qubits = record["qubits"]!.AsArray();
        for (var i = 0; i < qubits.Count; i++)
            text = text.Replace(Invariant($"q[{i}]"), Invariant($"${(int)qubits[i]!}"), StringComparison.Ordinal);
        return folder.Write((string)record["name"]! + ".qasm", text
            .Replace(Invariant($"qubit[{qubits.Count}] q;"), string.Empty, StringComparison.Ordinal));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
