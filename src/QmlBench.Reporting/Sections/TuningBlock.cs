using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QmlBench.Reporting.Analysis;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>Whether all models were tuned with the same effort, and what tuning chose.</summary>
internal static class TuningBlock
{
    /// <summary>The block, or null when nothing was tuned.</summary>
    public static Block? Of(ImmutableArray<DatasetTrials> datasets)
    {
        var models = datasets.SelectMany(data => data.Arms.GroupBy(arm => arm.Model).Select(arms => (Data: data, Fits: Fits(data, arms))))
            .Where(one => one.Fits.Any(fit => !fit.Tuning.IsEmpty))
            .ToList();
        return models.Count == 0 ? null : new(
            "Tuning: did all models get the same chances?",
            [
                Verdict([.. models.SelectMany(model => model.Fits)]),
                "Every configuration is scored by cross-validation inside the training split; the best one is refitted on the whole "
                    + "training split. Test samples take no part. The validation score is of the chosen configuration and therefore a "
                    + "little optimistic.",
            ],
            [],
            new(
                "Configurations × folds per model, and how often each configuration was chosen over the draws.",
                ["Data set", "Model", "Chosen (times)", "Configurations", "Folds", "Validation score"],
                [.. models.Select(model => Row(model.Data, model.Fits))],
                TextColumns: 3));
    }

    private static ImmutableArray<TrialResult> Fits(DatasetTrials data, IEnumerable<Arm> arms) =>
        [.. arms.SelectMany(arm => data.Trials(arm)).DistinctBy(trial => trial.Key.FitKey).OrderBy(trial => trial.Key.Draw)];

    private static string Verdict(ImmutableArray<TrialResult> fits)
    {
        var budgets = fits.Select(Budget).Distinct().Order(StringComparer.Ordinal).ToList();
        return budgets.Count == 1
            ? $"Yes: every model tried {budgets[0]} on every draw."
            : $"No: budgets differ ({string.Join("; ", budgets)}), so a comparison between models with different budgets is not fair.";
    }

    private static string Budget(TrialResult fit) => $"{fit.Tuning.Length} configurations × {Folds(fit)} folds";

    private static int Folds(TrialResult fit) => fit.Tuning.IsEmpty ? 0 : fit.Tuning[0].Folds.Length;

    private static ImmutableArray<string> Row(DatasetTrials data, ImmutableArray<TrialResult> fits)
    {
        var chosen = fits.SelectMany(fit => fit.Tuning).Where(point => point.Chosen).GroupBy(point => Words(point.Configuration))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} ({group.Count()})");
        var scores = fits.GroupBy(fit => fit.Key.Draw).OrderBy(group => group.Key)
            .Select(group => Score([.. group.SelectMany(fit => fit.Tuning).Where(point => point.Chosen)]));
        return
        [
            data.Name, fits[0].Key.Model, string.Join("; ", chosen), Range(fits, fit => fit.Tuning.Length), Range(fits, Folds),
            NumberText.Of(data.Summarise(scores)),
        ];
    }

    private static double Score(ImmutableArray<TuningPoint> chosen) => chosen.IsEmpty ? double.NaN : chosen.Average(point => point.Mean);

    private static string Range(ImmutableArray<TrialResult> fits, Func<TrialResult, int> count)
    {
        var (least, most) = (fits.Min(count), fits.Max(count));
        return least == most ? NumberText.Of(most) : $"{least} to {most}";
    }

    // {"C":10,"gamma":0.1} as "C = 10, gamma = 0.1"; anything else as it stands.
    private static string Words(string configuration)
    {
        try
        {
            using var json = JsonDocument.Parse(configuration);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return configuration;
            var words = string.Join(", ", json.RootElement.EnumerateObject().Select(one => $"{one.Name} = {Value(one.Value)}"));
            return words.Length == 0 ? "defaults" : words;
        }
        catch (JsonException)
        {
            return configuration;
        }
    }

    private static string Value(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble().ToString("G6", CultureInfo.InvariantCulture)
        : value.ToString();
}
