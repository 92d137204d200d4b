using System.Text.Json.Nodes;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;

namespace QmlBench.Tests.Emulation;

/// <summary>Devices made from the shared calibration files, as they are or with some figures changed.</summary>
internal static class CalibrationDevices
{
    public static Device Import(string file) => Import(file, _ => { });

    public static Device Import(string file, Action<JsonObject> change)
    {
        JsonObject calibration = JsonNode.Parse(SharedData.Text("calibrations", file))!.AsObject();
        change(calibration);
        return CalibrationImporter.Import(new SourceText(file, calibration.ToJsonString()));
    }

    /// <summary>Writes figures of one gate at one place into a calibration.</summary>
    public static void SetGate(JsonObject calibration, string gate, int[] qubits, string column, JsonNode? value)
    {
        int index = calibration["gate_columns"]!.AsArray().Select(c => (string)c!).ToList().IndexOf(column);
        JsonNode row = calibration["gates"]![gate]!.AsArray()
            .Single(r => r![0]!.AsArray().Select(q => (int)q!).SequenceEqual(qubits))!;
        row[index] = value?.DeepClone();
    }
}
