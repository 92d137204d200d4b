using System.Numerics;
using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.OpenQasm;

/// <summary>Programs as the exporters of five libraries write them, against amplitudes computed from the reference grammar's
/// tree.</summary>
public sealed class ExporterTests
{
    [Fact]
    public void Programs_have_the_amplitudes_and_distributions_of_the_specification()
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("circuits", "exporters", "expected.json"));
        foreach (JsonElement record in document.RootElement.EnumerateArray()) Check(record);
    }

    private static void Check(JsonElement record)
    {
        string file = record.GetProperty("file").GetString()!;
        QasmResult result = QasmReader.Read(SourceText.FromFile(SharedData.Path("circuits", "exporters", file)));
        if (record.GetProperty("kind").GetString() == "refuse")
        {
            Assert.Null(result.Circuit);
            // Where a call is wrong, the definition of what it calls is named beside it.
            Assert.Contains(result.Diagnostics.Sorted, told => told.Position.Line == record.GetProperty("line").GetInt32());
            return;
        }

        if (result.Circuit is not { } circuit)
        {
            Assert.True(record.TryGetProperty("may_refuse", out _), $"{file}: {string.Join("\n", result.Diagnostics.Errors)}");
            return;
        }

        double[] values = [.. circuit.Parameters.Select(name => record.GetProperty("parameters").GetProperty(name).GetDouble())];
        if (record.GetProperty("kind").GetString() == "state") CheckState(file, record, circuit.WithoutFinalMeasurements(), values);
        else CheckDistribution(file, record, circuit, values);
    }

    private static void CheckState(string file, JsonElement record, Circuit circuit, double[] values)
    {
        Complex[] expected =
            [.. record.GetProperty("amplitudes").EnumerateArray().Select(pair => new Complex(pair[0].GetDouble(), pair[1].GetDouble()))];
        bool free = record.GetProperty("phase").GetString() == "free";
        double difference = NaiveSimulator.Difference(expected, NaiveSimulator.State(circuit, values), free);
        Assert.True(difference < 1e-12, $"{file}: {difference}");
    }

    private static void CheckDistribution(string file, JsonElement record, Circuit circuit, double[] values)
    {
        SortedDictionary<string, double> actual = NaiveSimulator.Distribution(circuit, values);
        var expected =
            record.GetProperty("probabilities").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetDouble());
        foreach (string key in actual.Keys.Union(expected.Keys))
            Assert.True(Math.Abs(actual.GetValueOrDefault(key) - expected.GetValueOrDefault(key)) < 1e-12, $"{file} {key}");
    }
}
