using System.Text.Json;
using System.Text.Json.Nodes;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>Odd figures (null, 0, 1, negative, too large) of the shared edge cases, made with Qiskit Aer 0.18.2.</summary>
public class EdgeCaseTests
{
    public static TheoryData<string> Cases
    {
        get
        {
            // Names are listed here so that a case that disappears from the file is noticed.
            TheoryData<string> names =
            [
                "nothing changed", "T2 = 3 T1", "T1 null", "T2 null", "T1 and T2 null", "frequency null", "T1 = 0", "cx error 1",
                    "sx error 1",
                "sx error null", "sx error 0", "sx duration null", "sx duration 0", "sx error and duration null",
                    "sx duration 1 s, no error",
                "sx duration 1 s, error 0.9", "sx duration negative", "readout all null", "only readout_error", "readout 1",
                "readout sum above 1", "readout 1e-9", "readout above 1",
            ];
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_target_path_agrees(string name) => Check(name, "target", NoiseSemantics.AerTarget);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_properties_path_agrees(string name) => Check(name, "properties", NoiseSemantics.AerProperties);

    private static void Check(string name, string path, string semantics)
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", "aer", "edge-cases.json"));
        JsonElement file = document.RootElement;
        JsonElement record = file.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("case").GetString() == name);
        JsonElement expected = record.GetProperty(path);
        string? exception = expected.TryGetProperty("exception", out JsonElement text) ? text.GetString() : null;
        if (exception == "NoiseError")
        {
            AssertRefused(() => Model(file, record, semantics));
            return;
        }

        NoiseModel model = Model(file, record, semantics);
        if (exception == "ZeroDivisionError")
        {
            // Complete relaxation forgets whatever was before it.
            Assert.Equal(0.5, model.Gate("sx", 0)!.TotalInfidelity, 1e-12);
            return;
        }

        // A null that the properties path refuses is treated as on the target path; readout stays that of the properties path.
        CheckNoise(model, exception is null ? expected : record.GetProperty("target"));
        if (exception is null)
            CheckReadout(model, expected.GetProperty("readout"));
    }

    private static void CheckNoise(NoiseModel model, JsonElement expected)
    {
        CheckGate(expected.GetProperty("sx"), model.Gate("sx", 0)!);
        CheckGate(expected.GetProperty("cx"), model.Gate("cx", 0, 1)!);
        Relaxation delay = model.Idle(0, 1e-6);
        if (expected.GetProperty("delay_1us").ValueKind == JsonValueKind.Null)
            Assert.True(delay.IsIdentity);
        else
            ChannelAssert.Equal(expected.GetProperty("delay_1us"), delay.ToChannel(), 1e-10);
    }

    private static void CheckGate(JsonElement expected, SiteNoise noise)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(noise.IsIdentity);
            return;
        }

        double tolerance = expected.TryGetProperty("tolerance", out JsonElement own) ? own.GetDouble() : 1e-10;
        ChannelAssert.Equal(expected.GetProperty("ptm"), noise.ToChannel(), tolerance);
        Assert.Equal(expected.GetProperty("infidelity").GetDouble(), noise.TotalInfidelity, tolerance);
    }

    private static void CheckReadout(NoiseModel model, JsonElement expected)
    {
        for (int actual = 0; actual < 2; actual++)
        {
            for (int recorded = 0; recorded < 2; recorded++)
            {
                double ideal = actual == recorded ? 1 : 0;
                double value = expected.ValueKind == JsonValueKind.Null ? ideal : expected[actual][recorded].GetDouble();
                Assert.Equal(value, model.Readout(0).Probability(actual, recorded), 1e-15);
            }
        }
    }

    private static NoiseModel Model(JsonElement file, JsonElement record, string semantics)
    {
        Device device = CalibrationDevices.Import(file.GetProperty("calibration").GetString()!, calibration => Change(calibration, record));
        return NoiseModel.For(device, new NoiseOptions { Semantics = semantics });
    }

    private static void Change(JsonObject calibration, JsonElement record)
    {
        JsonElement figures = record.GetProperty("figures");
        foreach (JsonProperty figure in figures.GetProperty("q").EnumerateObject())
            calibration["qubits"]![0]![figure.Name] = JsonNode.Parse(figure.Value.GetRawText());
        foreach ((string gate, int[] qubits) in new[] { ("sx", new[] { 0 }), ("cx", new[] { 0, 1 }) })
            foreach (JsonProperty figure in figures.GetProperty(gate).EnumerateObject())
                CalibrationDevices.SetGate(calibration, gate, qubits, figure.Name, JsonNode.Parse(figure.Value.GetRawText()));
    }

    private static void AssertRefused(Action action)
    {
        Exception? refusal = Record.Exception(action);
        Assert.True(refusal is SourceException or ExecutionRefusedException, $"refused by {refusal?.GetType().Name ?? "nothing"}");
    }
}
