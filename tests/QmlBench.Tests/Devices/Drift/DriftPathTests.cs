using QmlBench.Devices.Drift;
using QmlBench.Devices.History;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Devices.Drift;

public sealed class DriftPathTests
{
    private const int Paths = 1000;
    private static readonly DriftRate Rate = new(FigureKind.T1, 0.05, 0.4, 0.1, 0.1, 100, 50);

    // Var(x(t) − x(0)) = 2s²(1 − ρ), which is what increments of a series with unknown mean have.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(45.5)]
    public void From_one_snapshot_the_change_has_the_variance_of_an_increment(double days)
    {
        var series = new DriftSeries(FigureKind.T1, "0", [0], [2.5]);
        double[] changes = Changes(series, days);
        double variance = 2 * Rate.Deviation * Rate.Deviation * (1 - Math.Exp(-Rate.Theta * days));
        Assert.InRange(changes.Average() / Math.Sqrt(variance / Paths), -5, 5);
        Assert.InRange((changes.Average(c => c * c) / variance - 1) / Math.Sqrt(2.0 / Paths), -5, 5);
    }

    [Fact]
    public void After_a_long_time_the_figure_is_stationary_about_the_mean_of_its_history()
    {
        double[] days = [.. Enumerable.Range(0, 60).Select(i => 100.0 * i)];
        double[] logs = [.. days.Select((_, i) => i % 2 == 0 ? 1.2 : 0.8)];
        var series = new DriftSeries(FigureKind.T1, "0", [.. days], [.. logs]);
        double[] values = [.. Changes(series, 120).Select(c => c + logs[^1])];
        double variance = Rate.Deviation * Rate.Deviation * (1 + 1.0 / 60);
        Assert.InRange((values.Average() - 1) / Math.Sqrt(variance / Paths), -5, 5);
        Assert.InRange((values.Average(v => (v - 1) * (v - 1)) / variance - 1) / Math.Sqrt(2.0 / Paths), -5, 5);
    }

    [Fact]
    public void All_days_of_one_seed_lie_on_one_path()
    {
        var series = new DriftSeries(FigureKind.T1, "0", [0, 30], [1, 1.3]);
        double Day(double days) => DriftPath.Change(series, Rate, days, StreamKey.Root(3, "path").Open());
        Assert.Equal(0, Day(0));
        Assert.Equal(Day(6), Day(6 + 1e-12), 1e-5);
        Assert.NotEqual(Day(6), Day(7));
        Assert.Equal(Day(6), Day(6));
    }

    private static double[] Changes(DriftSeries series, double days) =>
        [.. Enumerable.Range(0, Paths).Select(i => DriftPath.Change(series, Rate, days, StreamKey.Root(11, "paths").Derive("path", i).Open()))];
}
