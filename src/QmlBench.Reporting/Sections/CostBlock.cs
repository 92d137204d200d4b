using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>The ledger: what all of it would have cost on a device, and cost here.</summary>
internal static class CostBlock
{
    private static readonly ImmutableArray<string> Quantities =
        ["Circuits", "Shots", "Two-qubit gates", "Depth", "Device seconds", "Seconds here"];

    /// <summary>Two blocks: tuning and training, then evaluation.</summary>
    public static ImmutableArray<Block> Of(ImmutableArray<DatasetTrials> datasets) => datasets.IsEmpty ? [] :
    [
        new(
            "Tuning and training",
            ["Sums over all fits. A fit serves every device and mitigation its model is evaluated with, and is counted once."],
            [],
            new(
                "Cost of tuning and training. Two-qubit gates and depth are those of the largest compiled circuit.",
                ["Data set", "Model", "Fits", .. Quantities],
                [.. datasets.SelectMany(TrainingRows)],
                TextColumns: 2)),
        new(
            "Evaluation",
            ["Sums over all trials of a row. Device seconds are what the device's own gate, readout and reset times add up to; seconds "
                + "here are what the emulation took and depend on the machine."],
            [],
            new(
                "Cost of evaluation on the test samples. Two-qubit gates and depth are those of the largest compiled circuit.",
                ["Data set", "Model", "Device", "Mitigation", "Trials", .. Quantities],
                [.. datasets.SelectMany(data => data.Arms.Select(arm => Evaluation(data, arm)))],
                TextColumns: 4)),
    ];

    private static IEnumerable<ImmutableArray<string>> TrainingRows(DatasetTrials data) =>
        data.Arms.GroupBy(arm => arm.Model).Select(arms =>
        {
            var fits = arms.SelectMany(arm => data.Trials(arm)).DistinctBy(trial => trial.Key.FitKey).ToList();
            return ImmutableArray.Create<string>(
                [data.Name, arms.Key, NumberText.Of(fits.Count), .. Sums([.. fits.Select(fit => fit.Training)])]);
        });

    private static ImmutableArray<string> Evaluation(DatasetTrials data, Arm arm)
    {
        var trials = data.Trials(arm);
        return
        [
            data.Name, arm.Model, arm.DeviceText, arm.MitigationText, NumberText.Of(trials.Length),
            .. Sums([.. trials.Select(trial => trial.Evaluation)]),
        ];
    }

    private static IEnumerable<string> Sums(ImmutableArray<CostRecord> costs)
    {
        var circuits = costs.Sum(cost => cost.Circuits);
        if (circuits == 0)
            return ["–", "–", "–", "–", "–", NumberText.Seconds(costs.Sum(cost => cost.Seconds))];
        var shots = costs.Sum(cost => cost.Shots);
        return
        [
            NumberText.Of(circuits),
            shots == 0 ? "exact" : NumberText.Of(shots),
            NumberText.Of(costs.Max(cost => cost.TwoQubitGates)),
            NumberText.Of(costs.Max(cost => cost.Depth)),
            shots == 0 ? "–" : NumberText.Seconds(costs.Sum(cost => cost.DeviceSeconds)),
            NumberText.Seconds(costs.Sum(cost => cost.Seconds)),
        ];
    }
}
