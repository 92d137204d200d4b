using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Tests.Emulation;

namespace QmlBench.Tests.Mitigation;

/// <summary>Executors that techniques are tested on.</summary>
internal static class Devices
{
    /// <summary>A 5-qubit Falcon with all of its noise.</summary>
    public static Emulator Manila(NoiseSources sources = NoiseSources.All) =>
        new(ShippedDevices.Load("ibm_manila_2024-05-27"), new NoiseOptions { Sources = sources });

    /// <summary>The same device with nothing but depolarizing of a replacement probability λ after each cx.</summary>
    public static Emulator CxDepolarizing(double lambda)
    {
        var device = CalibrationDevices.Import("ibm_manila_2024-05-27.json", calibration =>
        {
            foreach (int[] pair in new[] { (int[])[0, 1], [1, 0], [1, 2], [2, 1], [2, 3], [3, 2], [3, 4], [4, 3] })
                CalibrationDevices.SetGate(calibration, "cx", pair, "error", lambda * 3 / 4);
            for (int qubit = 0; qubit < 5; qubit++)
                foreach (string gate in new[] { "sx", "x", "id" })
                    CalibrationDevices.SetGate(calibration, gate, [qubit], "error", 0.0);
        });
        return new(device, new NoiseOptions { Semantics = QmlBench.Devices.NoiseSemantics.AerTarget, Sources = NoiseSources.Gate });
    }
}
