using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Reporting.Charts;

namespace QmlBench.Reporting.Sections;

/// <summary>What a device costs a model: its score without noise less its score on the device, draw by draw.</summary>
internal static class DropBlock
{
    /// <summary>The block, or null where nothing ran both ideally and on a device.</summary>
    public static Block? Of(DatasetTrials data)
    {
        var arms = data.Arms.Where(arm => arm.Quantum && !arm.IsIdeal && data.Has(Reference(arm))).ToList();
        if (arms.Count == 0 || data.Metrics.IsEmpty)
            return null;
        var metric = data.Metrics[0];
        return new(
            "What the devices cost",
            [
                $"The same fitted model, once on the ideal device and once on this one, at the same shots and on the same draw: the difference in "
                    + $"{MetricText.Words(metric)} is what the device took away. An interval that reaches across zero shows no loss "
                    + $"that these draws can tell from none.",
            ],
            [.. new[] { Figure(data, arms, metric) }.OfType<FigureView>()],
            Table(data, arms, metric));
    }

    private static Arm Reference(Arm arm) => arm with { Device = Arm.Ideal, Mitigation = Arm.Raw };

    private static Estimate Loss(DatasetTrials data, Arm arm, string metric) => MetricText.LowerIsBetter(metric)
        ? data.Difference(arm, Reference(arm), trial => MetricText.Of(trial, metric))
        : data.Difference(Reference(arm), arm, trial => MetricText.Of(trial, metric));

    private static TableView Table(DatasetTrials data, IEnumerable<Arm> arms, string metric) => new(
        $"Loss of {MetricText.Words(metric)} from ideal to device: mean paired difference and 95 % interval.",
        ["Model", "Device", "Mitigation", "Loss"],
        [.. arms.Select(arm => ImmutableArray.Create(arm.Model, arm.Device, arm.MitigationText, NumberText.Of(Loss(data, arm, metric))))],
        TextColumns: 3);

    private static FigureView? Figure(DatasetTrials data, List<Arm> arms, string metric)
    {
        var raw = arms.Where(arm => arm.IsRaw).ToList();
        ImmutableArray<string> models = [.. raw.Select(arm => arm.Model).Distinct()];
        var rows = raw.Select(arm => arm.Device).Distinct().Order(StringComparer.Ordinal).Select(device => new ChartRow(
            device, [.. raw.Where(arm => arm.Device == device).Select(arm => Point(data, arm, metric, models.IndexOf(arm.Model)))]));
        var chart = new Chart(
            $"Loss of {MetricText.Words(metric)} from ideal to each device on {data.Name}, with 95 % intervals; numbers in the table "
                + $"below.",
            $"loss of {MetricText.Words(metric)}, ideal to device, in units of the metric (right of zero: the device is worse)",
            models, [.. rows], ZeroLine: true, Margin: 0);
        return FigureView.Of(chart, $"Loss of {MetricText.Words(metric)} on {data.Name}, without mitigation. Bars: "
            + $"{data.IntervalName}. Dashed: no loss.");
    }

    private static ChartPoint Point(DatasetTrials data, Arm arm, string metric, int series)
    {
        var loss = Loss(data, arm, metric);
        return new(series, loss, $"{arm.Model}, {arm.Device}: {NumberText.Of(loss)}");
    }
}
