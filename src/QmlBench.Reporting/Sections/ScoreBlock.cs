using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Reporting.Charts;

namespace QmlBench.Reporting.Sections;

/// <summary>How well each model does, on each device, with each mitigation.</summary>
internal static class ScoreBlock
{
    /// <summary>The block, or null for a data set without metrics.</summary>
    public static Block? Of(DatasetTrials data) => data.Metrics.IsEmpty ? null : new(
        "Scores",
        [$"The first metric, {MetricText.Words(data.Metrics[0])}, is the one plotted, for values as the device gave them (no mitigation)."],
        [.. new[] { Figure(data) }.OfType<FigureView>()],
        Table(data));

    private static TableView Table(DatasetTrials data) => new(
        $"Mean over draws with its {data.IntervalName}.",
        ["Model", "Device", "Mitigation", "Draws", .. data.Metrics.Select(MetricText.Words)],
        [.. data.Arms.Select(arm => Row(data, arm))],
        TextColumns: 3);

    private static ImmutableArray<string> Row(DatasetTrials data, Arm arm) =>
    [
        arm.Model, arm.DeviceText, arm.MitigationText,
        NumberText.Of(data.Trials(arm).Select(trial => trial.Key.Draw).Distinct().Count()),
        .. data.Metrics.Select(metric => NumberText.Of(data.Of(arm, trial => MetricText.Of(trial, metric)))),
    ];

    private static FigureView? Figure(DatasetTrials data)
    {
        var metric = data.Metrics[0];
        var raw = data.Arms.Where(arm => arm.IsRaw).ToList();
        ImmutableArray<string> models = [.. raw.Select(arm => arm.Model).Distinct()];
        var devices = raw.Select(arm => arm.DeviceText).Distinct();
        var rows = devices.Select(device => new ChartRow(
            device,
            [.. raw.Where(arm => arm.DeviceText == device).Select(arm => Point(data, arm, metric, models.IndexOf(arm.Model)))]));
        var chart = new Chart(
            $"{MetricText.Sentence(metric)} of {models.Length} models on {data.Name}, by device, with 95 % intervals; numbers in the "
                + $"table below.",
            MetricText.Axis(metric), models, [.. rows], ZeroLine: false, Margin: 0);
        return FigureView.Of(
            chart, $"{MetricText.Sentence(metric)} on {data.Name}, by device and model, without mitigation. Bars: {data.IntervalName}.");
    }

    private static ChartPoint Point(DatasetTrials data, Arm arm, string metric, int series)
    {
        var estimate = data.Of(arm, trial => MetricText.Of(trial, metric));
        return new(series, estimate, $"{arm.Model}, {arm.DeviceText}: {NumberText.Of(estimate)}");
    }
}
