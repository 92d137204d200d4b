using QmlBench.Devices;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Tests.Reporting.Drawings;

public sealed class DeviceLayoutTests
{
    public static TheoryData<string> Ibm => [.. Directory.GetFiles(RepositoryRoot.Combine("devices"), "ibm_*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ibm))]
    public void Ibm_devices_are_drawn_as_ibm_draws_them(string name)
    {
        Device device = ShippedDevices.Load(name);
        DeviceLayout layout = DeviceLayout.Of(device);
        Assert.True(layout.IsGrid);
        Assert.Equal(device.QubitCount, layout.Places.Distinct().Count());
        Assert.All(device.Coupling.Couplers, c => Assert.Equal(1, Length(layout, c), 1e-12));
    }

    [Theory]
    [InlineData("template:ring:qubits=9")]
    [InlineData("template:line:qubits=33")]
    public void Neighbours_of_lines_and_rings_are_a_unit_apart(string name)
    {
        Device device = ShippedDevices.Load(name);
        Assert.All(device.Coupling.Couplers, c => Assert.Equal(1, Length(DeviceLayout.Of(device), c), 1e-9));
    }

    [Fact]
    public void A_graph_without_drawing_is_spread_by_its_distances()
    {
        // A tree and a square, apart: no two qubits close, couplers about a unit long.
        var map = CouplingMap.FromDirectedPairs(10, [(0, 1), (0, 2), (0, 3), (0, 4), (1, 5), (6, 7), (7, 8), (8, 9), (9, 6)]);
        Device device = ShippedDevices.Load("template:line:qubits=10") with { Coupling = map };
        DeviceLayout layout = DeviceLayout.Of(device);
        Assert.Equal(layout.Places, DeviceLayout.Of(device).Places);
        Assert.All(map.Couplers, c => Assert.InRange(Length(layout, c), 0.7, 1.3));
        foreach ((double X, double Y) one in layout.Places)
            Assert.Single(layout.Places, other => Math.Abs(other.X - one.X) + Math.Abs(other.Y - one.Y) < 0.5);
    }

    private static double Length(DeviceLayout layout, Coupler coupler)
    {
        (double x1, double y1) = layout.Places[coupler.First];
        (double x2, double y2) = layout.Places[coupler.Second];
        return Math.Sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2));
    }
}
