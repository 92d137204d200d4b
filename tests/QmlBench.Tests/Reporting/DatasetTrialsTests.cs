using QmlBench.Reporting;
using QmlBench.Reporting.Analysis;
using QmlBench.Suites.Results;
using QmlBench.Suites.Statistics;
using QmlBench.Tests.Suites;

namespace QmlBench.Tests.Reporting;

public sealed class DatasetTrialsTests
{
    private static readonly Arm Kernel = new("kernel", true, "ibm_x", "none");

    [Fact]
    public void GeneratedDataGetAPairedTInterval()
    {
        var data = Data(draw => "data-" + draw);
        var expected = PairedTInterval.From([0.1, 0.2, 0.4, 0.3], 0.05);
        var estimate = data.Of(Kernel, First);
        Assert.False(data.IsTable);
        Assert.Equal((expected.Mean, expected.Interval.Lower, expected.Interval.Upper), (estimate.Mean, estimate.Lower, estimate.Upper));
    }

    [Fact]
    public void SplitsOfOneTableGetTheLongerNadeauBengioInterval()
    {
        var data = Data(_ => "one table");
        var expected = NadeauBengioInterval.From([0.1, 0.2, 0.4, 0.3], 2, 80, 0.05);
        Assert.True(data.IsTable);
        Assert.Equal((expected.Interval.Lower, expected.Interval.Upper), (data.Of(Kernel, First).Lower, data.Of(Kernel, First).Upper));
    }

    [Fact]
    public void TrainSeedsAreAveragedInsideTheirDraw()
    {
        var trials = Trials(draw => "data-" + draw);
        var again = trials.Select(trial => trial with
        {
            Key = trial.Key with { Repeat = 1, IdentityHash = trial.Key.IdentityHash + "'" },
            Predictions = [trial.Predictions[0] with { Decision = trial.Predictions[0].Decision + 0.2 }, trial.Predictions[1]],
        });
        var data = DatasetTrials.Of(new ReportInput(SampleResults.Run("r", "t"), [.. trials, .. again], [])).Single();
        var expected = PairedTInterval.From([0.2, 0.3, 0.5, 0.4], 0.05);
        Assert.Equal(4, data.Of(Kernel, First).Draws);
        Assert.Equal(expected.Interval.Lower, data.Of(Kernel, First).Lower, 12);
    }

    [Fact]
    public void UndefinedDrawsAreLeftOutAndCounted()
    {
        var estimate = Data(draw => "data-" + draw).Of(Kernel, trial => trial.Key.Draw == 2 ? double.NaN : 0.5 + trial.Key.Draw);
        Assert.Equal((3, 1), (estimate.Draws, estimate.Undefined));
    }

    [Fact]
    public void ADifferenceIsTakenDrawByDraw()
    {
        var trials = Trials(draw => "data-" + draw);
        var other = trials.Skip(1).Select(trial => trial with
        {
            Key = trial.Key with { Device = "ideal", IdentityHash = trial.Key.IdentityHash + "i" },
        });
        var data = DatasetTrials.Of(new ReportInput(SampleResults.Run("r", "t"), [.. trials, .. other], [])).Single();
        var difference = data.Difference(Kernel with { Device = "ideal" }, Kernel, First);
        Assert.Equal((0.0, 0.0, 0.0, 3), (difference.Mean, difference.Lower, difference.Upper, difference.Draws));
        Assert.Equal(["ideal", "ibm_x"], data.Arms.Select(arm => arm.Device));
    }

    private static double First(TrialResult trial) => trial.Predictions[0].Decision;

    private static DatasetTrials Data(Func<int, string> hash) =>
        DatasetTrials.Of(new ReportInput(SampleResults.Run("r", "t"), Trials(hash), [])).Single();

    private static TrialResult[] Trials(Func<int, string> hash) =>
    [
        .. new[] { 0.1, 0.2, 0.4, 0.3 }.Select((value, draw) =>
        {
            var trial = SampleResults.Trial("t" + draw, value, draw);
            return trial with { Provenance = trial.Provenance with { DataHash = hash(draw) } };
        }),
    ];
}
