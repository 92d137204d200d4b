using QmlBench.Devices;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;

namespace QmlBench.Tests.Devices.Drift;

public sealed class DriftSeriesTests
{
    [Fact]
    public void Copies_faults_and_dead_sites_are_left_out()
    {
        Device first = Snapshot(1, t1: 1e-4, error: 0.01, readout: 0.02);
        DeviceHistory history = new([first, Snapshot(2, 1e-4, 1, 0.45), Snapshot(3, 2e-4, 0.02, 0.03)]);
        var series = DriftSeries.Of(history).ToDictionary(s => (s.Kind, s.Subject));
        Assert.Equal([0.0, 2.0], series[(FigureKind.T1, "0")].Days.Select(d => d - series[(FigureKind.T1, "0")].Days[0]));
        Assert.Equal(Math.Log(2), series[(FigureKind.T1, "0")].Logs[1] - series[(FigureKind.T1, "0")].Logs[0], 1e-12);
        Assert.Equal(1, series[(FigureKind.TwoQubitError, "cz 0-1")].Increments);
        Assert.Equal(1, series[(FigureKind.ReadoutError, "0")].Increments);
        Assert.Equal(0, series[(FigureKind.T2, "0")].Increments);
    }

    private static Device Snapshot(int day, double t1, double error, double readout)
    {
        Device made = ShippedDevices.Load("template:line:qubits=2");
        return made with
        {
            Name = $"d{day}",
            Machine = "d",
            Snapshot = new DateTimeOffset(2024, 1, day, 0, 0, 0, TimeSpan.Zero),
            Qubits = [.. made.Qubits.Select(q => q with { T1 = t1, T2 = 5e-5, Readout = new() { Error = readout } })],
            Gates = [.. made.Gates.Select(g => g.Arity == 2 ? NativeGate.Physical("cz", 2, [new GateSite([0, 1], error, 1e-7, true)]) : g)],
        };
    }
}
