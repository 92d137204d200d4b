using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Reporting.Charts;
using QmlBench.Suites.Metrics;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>Whether error mitigation brought the values closer to the noise-free ones, at what expense.</summary>
internal static class MitigationBlock
{
    /// <summary>The block, or null where no device was evaluated both raw and mitigated.</summary>
    public static Block? Of(DatasetTrials data)
    {
        var arms = data.Arms.Where(arm => arm.Quantum && data.Arms.Any(other => IsRival(arm, other))).ToList();
        return arms.Count == 0 ? null : new(
            "Error mitigation",
            [
                "The value error is the root mean square distance between the values a model got and those it would have got without "
                    + "noise and shots, over the test samples: 0 is perfect, lower is better.",
                Shots(data, arms),
                "“Change” is the paired difference to the raw values on the same draws. “Helped” and “hurt” say that its 95 % interval "
                    + "excludes zero; they are not corrected for the number of rows and decide nothing, only the claims above do.",
            ],
            [.. arms.Select(arm => arm.Model).Distinct().Select(model => Figure(data, arms, model)).OfType<FigureView>()],
            Table(data, arms));
    }

    private static bool IsRival(Arm arm, Arm other) =>
        arm.Model == other.Model && arm.Device == other.Device && arm.Mitigation != other.Mitigation;

    private static double ValueError(TrialResult trial) => SuiteMetrics.Compute(SuiteMetrics.ValueError, trial.Predictions.AsSpan());

    private static string Shots(DatasetTrials data, List<Arm> arms)
    {
        if (arms.All(arm => data.Trials(arm).All(trial => trial.Evaluation.Shots == 0)))
            return "All values are exact: no shots were drawn.";
        var unequal = arms.GroupBy(arm => (arm.Model, arm.Device))
            .Where(group => group.Select(arm => Totals(data, arm)).Distinct().Count() > 1)
            .Select(group => $"{group.Key.Model} on {group.Key.Device}")
            .ToList();
        return unequal.Count == 0
            ? "All techniques of a model and device spent the same total of shots, everything a technique needs for itself included."
            : "Not at equal shots, so not a fair comparison: " + string.Join(", ", unequal) + ".";
    }

    private static string Totals(DatasetTrials data, Arm arm) =>
        string.Join(' ', data.Trials(arm).Select(trial => trial.Evaluation.Shots).Distinct().Order());

    private static TableView Table(DatasetTrials data, List<Arm> arms) => new(
        $"Value error by mitigation (mean over draws, {data.IntervalName}) and what one evaluation of the test set spent.",
        ["Model", "Device", "Mitigation", "Reading", "Value error", "Change against raw", "Shots per test sample", "Circuits"],
        [.. arms.Select(arm => Row(data, arm))],
        TextColumns: 4);

    private static ImmutableArray<string> Row(DatasetTrials data, Arm arm)
    {
        var change = arm.IsRaw ? default(Estimate?) : data.Difference(arm, arm with { Mitigation = Arm.Raw }, ValueError);
        var trials = data.Trials(arm);
        return
        [
            arm.Model, arm.Device, arm.MitigationText, Reading(change),
            NumberText.Of(data.Of(arm, ValueError)),
            change is { } known ? NumberText.Of(known) : "–",
            PerTrial(trials, trial => trial.Predictions.Length == 0 ? 0 : trial.Evaluation.Shots / trial.Predictions.Length, "exact"),
            PerTrial(trials, trial => trial.Evaluation.Circuits, "0"),
        ];
    }

    private static string Reading(Estimate? change) => change switch
    {
        null => "reference",
        { HasInterval: false } => "no interval",
        { Upper: < 0 } => "helped",
        { Lower: > 0 } => "hurt",
        _ => "no difference shown",
    };

    // The same for every draw, or from the least to the most.
    private static string PerTrial(ImmutableArray<TrialResult> trials, Func<TrialResult, long> quantity, string none)
    {
        var (least, most) = (trials.Min(quantity), trials.Max(quantity));
        return most == 0 ? none : least == most ? NumberText.Of(most) : $"{NumberText.Of(least)} to {NumberText.Of(most)}";
    }

    private static FigureView? Figure(DatasetTrials data, List<Arm> arms, string model)
    {
        var own = arms.Where(arm => arm.Model == model).ToList();
        ImmutableArray<string> mitigations =
        [
            .. own.Select(arm => arm.Mitigation).Distinct().Order(Comparer<string>.Create((a, b) => Arm.First(a, b, Arm.Raw))),
        ];
        var rows = own.Select(arm => arm.Device).Distinct().Select(device => new ChartRow(
            device, [.. own.Where(arm => arm.Device == device).Select(arm => Point(data, arm, mitigations.IndexOf(arm.Mitigation)))]));
        var chart = new Chart(
            $"Value error of {model} on {data.Name}, by device and mitigation, with 95 % intervals; numbers in the table below.",
            $"value error of {model}, in units of its decision value (0 is perfect, lower is better)",
            [.. mitigations.Select(name => name == Arm.Raw ? "none (raw)" : name)], [.. rows], ZeroLine: true, Margin: 0);
        return FigureView.Of(chart, $"{model} on {data.Name}: value error by mitigation. Bars: {data.IntervalName}.");
    }

    private static ChartPoint Point(DatasetTrials data, Arm arm, int series)
    {
        var error = data.Of(arm, ValueError);
        return new(series, error, $"{arm.MitigationText}, {arm.Device}: {NumberText.Of(error)}");
    }
}
