using QmlBench.Devices;
using QmlBench.Devices.History;

namespace QmlBench.Tests.Devices.History;

public sealed class DeviceHistoryTests
{
    private static readonly DeviceLibrary Library = ShippedDevices.Library;

    [Fact]
    public void Quartiles_are_those_of_numpy()
    {
        // numpy.percentile([3, 1, 2, 10], [25, 50, 75])
        Assert.Equal(new Quartiles(4, 1.75, 2.5, 4.75), Quartiles.Of([3, 1, 2, 10]));
        Assert.Equal(new Quartiles(1, 7, 7, 7), Quartiles.Of([7]));
        Assert.True(double.IsNaN(Quartiles.Of([]).Median));
    }

    // Medians of the vendor's files, counted outside this program.
    [Fact]
    public void Medians_of_hanoi_are_those_of_its_files()
    {
        DeviceHistory history = Library.HistoryOf(Library.SnapshotsOf("ibm_hanoi"));
        Assert.Equal(5, history.Snapshots.Length);
        Assert.Equal([150, 132, 140, 149, 138], Enumerable.Range(0, 5).Select(i => Math.Round(1e6 * history.QuartilesOf(i, FigureKind.T1).Median)));
        Assert.Equal(
            [0.00732, 0.00838, 0.00737], Enumerable.Range(0, 3).Select(i => Math.Round(history.QuartilesOf(i, FigureKind.TwoQubitError).Median, 5)));
        Assert.Equal([0, 2, 2, 0, 0], Enumerable.Range(0, 5).Select(i => history.DeadOf(i, FigureKind.TwoQubitError)));
    }

    [Fact]
    public void A_history_is_of_one_machine_and_has_dates()
    {
        Device manila = Library.Load("ibm_manila", 1), hanoi = Library.Load("ibm_hanoi", 1);
        Assert.Throws<ArgumentException>(() => new DeviceHistory([]));
        Assert.Throws<ArgumentException>(() => new DeviceHistory([manila, hanoi]));
        Assert.Throws<ArgumentException>(() => new DeviceHistory([manila, manila with { Snapshot = null }]));
        Assert.Null(new DeviceHistory([manila]).Until(manila.Snapshot!.Value.AddDays(-1)));
        Assert.Single(new DeviceHistory([manila]).Until(manila.Snapshot!.Value)!.Snapshots);
    }

    [Fact]
    public void Each_place_has_one_gate_error_from_a_gate_that_names_itself()
    {
        SiteFigure[] figures = [.. SiteFigures.Of(Library.Load("ibm_manila", 1))];
        Assert.Equal(["sx 0", "sx 1", "sx 2", "sx 3", "sx 4"], figures.Where(f => f.Kind == FigureKind.OneQubitError).Select(f => f.Subject));
        Assert.Equal(["cx 0-1", "cx 1-2", "cx 2-3", "cx 3-4"], figures.Where(f => f.Kind == FigureKind.TwoQubitError).Select(f => f.Subject));
        Assert.Equal(0.008827712070629129, figures.First(f => f.Subject == "cx 0-1").Value);
    }
}
