using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation;

public sealed class FiguresOfTests
{
    // Google gives no T2, but incoherent errors: what dephases there is as much a figure as what IBM reports.
    [Fact]
    public void T2_is_the_one_the_noise_uses()
    {
        var google = new Emulator(ShippedDevices.Load("google_weber_2021-11-03"), NoiseOptions.Default);
        DeviceFigures figures = google.Figures;
        Assert.All(Enumerable.Range(0, figures.Qubits), qubit =>
        {
            (double t1, double t2) = (figures.T1Seconds[qubit], figures.T2Seconds[qubit]);
            double dephasing = GoogleNoise.DephasingTime(ShippedDevices.Load("google_weber_2021-11-03"), qubit)!.Value;
            Assert.Equal((1 / (2 * t1)) + (1 / dephasing), 1 / t2, 1e-3 / t2);
        });
        Assert.Contains(Enumerable.Range(0, figures.Qubits), qubit => figures.T2Seconds[qubit] < figures.T1Seconds[qubit]);
        DeviceFigures manila = new Emulator(ShippedDevices.Load("ibm_manila_2024-05-27"), NoiseOptions.Default).Figures;
        Assert.Equal(ShippedDevices.Load("ibm_manila_2024-05-27").Qubits[0].T2, manila.T2Seconds[0]);
        Assert.Empty(manila.ReadTogether);
    }
}
