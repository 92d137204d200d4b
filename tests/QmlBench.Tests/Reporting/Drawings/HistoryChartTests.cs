using System.Xml.Linq;
using QmlBench.Devices;
using QmlBench.Devices.History;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Tests.Reporting.Drawings;

public sealed class HistoryChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly DeviceLibrary Library = ShippedDevices.Library;

    [Theory]
    [InlineData("ibm_hanoi", 5)]
    [InlineData("ibm_fez", 3)]
    [InlineData("ibm_quito", 1)]
    public void Every_snapshot_is_a_dot_in_every_panel_and_dates_are_true_to_scale(string machine, int snapshots)
    {
        DeviceHistory history = Library.HistoryOf(Library.SnapshotsOf(machine));
        string text = HistoryChart.Draw(history);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        double[] x = [.. XDocument.Parse(text).Descendants(Svg + "circle").Select(c => (double)c.Attribute("cx")!)];
        Assert.Equal(5 * snapshots, x.Length);
        if (snapshots < 3)
            return;
        DateTimeOffset[] dates = [.. history.Snapshots.Select(s => s.Snapshot!.Value)];
        Assert.Equal((dates[1] - dates[0]) / (dates[^1] - dates[0]), (x[1] - x[0]) / (x[snapshots - 1] - x[0]), 1e-3);
    }

    [Fact]
    public void A_device_without_date_has_no_chart() =>
        Assert.Throws<ArgumentException>(() => HistoryChart.Draw(new([Library.Load("template:line", 1)])));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(1500)]
    [InlineData(9000)]
    public void Ticks_of_time_are_few_and_inside(double days)
    {
        var first = new DateTimeOffset(2021, 12, 9, 3, 0, 0, TimeSpan.Zero);
        var axis = new TimeAxis(first, first.AddDays(days));
        Assert.InRange(axis.Ticks.Length, 1, 9);
        Assert.All(axis.Ticks, t => Assert.InRange(axis.Share(t), 0, 1));
        Assert.Equal(axis.Ticks.Order(), axis.Ticks);
    }

    [Theory]
    [InlineData(1e-4, 3e-4)]
    [InlineData(0.0024, 1.0)]
    [InlineData(5, 5)]
    [InlineData(20, 500)]
    public void A_logarithmic_axis_covers_its_values(double low, double high)
    {
        var axis = new LogAxis([low, high]);
        Assert.InRange(axis.Ticks.Length, 2, 7);
        Assert.InRange(axis.Share(low), -1e-9, 1);
        Assert.InRange(axis.Share(high), 0, 1 + 1e-9);
        Assert.Equal(1, axis.Share(axis.Ticks[^1]), 1e-12);
    }
}
