using QmlBench.Devices;
using QmlBench.Emulation.Noise;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>The channels a model keeps for a place are those of the gate there.</summary>
public sealed class SiteStagesTests
{
    [Theory]
    [InlineData("ibm_manila_2024-05-27")]
    [InlineData("google_rainbow_2021-11-16")]
    public void KeptChannelsAreThoseOfTheGate(string name)
    {
        Device device = ShippedDevices.Load(name);
        NoiseModel model = NoiseModel.For(device, NoiseOptions.Default);
        int compared = 0;
        foreach (NativeGate gate in device.Gates)
            foreach (GateSite site in gate.Sites.Where(site => site.Qubits.Count is 1 or 2))
            {
                int[] qubits = [.. site.Qubits];
                SiteNoise? noise = model.Gate(gate.Name, qubits);
                SiteStages? kept = model.StagesOf(gate.Name, qubits);
                Assert.Same(kept, model.StagesOf(gate.Name, qubits));
                Assert.Equal(noise is null || noise.IsIdentity, kept is null);
                if (kept is null)
                    continue;
                Assert.Equal(noise!.Stages().Select(stage => (stage.Source, stage.Channel)), kept.Stages.Select(stage => (stage.Source, stage.Channel)));
                compared++;
            }
        Assert.True(compared > 0);
    }
}
