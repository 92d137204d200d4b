using System.Text.Json;
using QmlBench.Devices;
using QmlBench.Emulation.Noise;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>Every record of the shared vectors made with cirq-google 1.7.0, from our own profile of the same calibration.</summary>
public class GoogleVectorTests
{
    private static readonly Lazy<JsonElement> File = new(() =>
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", "aer", "cirq-google-rainbow.json"));
        return document.RootElement.Clone();
    });

    private static Device Rainbow => CalibrationDevices.Import(File.Value.GetProperty("calibration").GetString()!);

    [Fact]
    public void Qubits_have_the_figures_of_cirq()
    {
        Device device = Rainbow;
        var model = NoiseModel.For(device, NoiseOptions.Default);
        foreach (JsonElement record in File.Value.GetProperty("qubits").EnumerateArray())
        {
            int qubit = record.GetProperty("qubit").GetInt32();
            JsonElement p = record.GetProperty("depolarizing_p"), damping = record.GetProperty("readout_damping");
            AssertRelative(Number(record, "t1"), GoogleNoise.Times(device, qubit).T1, 1e-12);
            AssertRelative(Number(record, "tphi"), GoogleNoise.DephasingTime(device, qubit)!.Value, 1e-12);
            AssertInserted(Number(p, "phxz"), model.Gate("phxz", qubit)!);
            AssertInserted(Number(p, "reset"), model.Reset(qubit));
            Relaxation readout = model.ReadoutDamping(qubit)!.Value;
            Assert.Equal(Number(damping, "gamma"), 1 - readout.Decay, 1e-15);
            Assert.Equal(Number(damping, "p"), 1 - readout.Population, 1e-14);
        }
    }

    private static void AssertInserted(double p, SiteNoise noise) =>
        Assert.Equal(Math.Max(p, 0), noise.Lambda / ErrorMeasures.LargestLambda(noise.Qubits.Length), 1e-15);

    private static void AssertRelative(double expected, double found, double tolerance) =>
        Assert.Equal(expected, found, expected * tolerance);

    private static double Number(JsonElement record, string name) => record.GetProperty(name).GetDouble();
}
