using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Csv;

/// <summary>One row per trial and test sample: what every metric was computed from.</summary>
internal static class PredictionsCsv
{
    /// <summary>Writes the file.</summary>
    public static void Write(string path, IReadOnlyList<TrialResult> trials) => CsvFile.Write(
        path,
        [
            "result_key", "dataset", "model", "device", "mitigation", "draw", "repeat",
            "sample", "truth", "predicted", "decision", "standard_error", "ideal_decision",
        ],
        trials.SelectMany(trial => trial.Predictions.Select(prediction => Row(trial.Key, prediction))));

    private static string[] Row(TrialKey key, Prediction one) =>
    [
        key.ResultKey, key.Dataset, key.Model, key.Device, key.Mitigation, CsvFile.Number(key.Draw), CsvFile.Number(key.Repeat),
        CsvFile.Number(one.Sample), CsvFile.Number(one.Truth), CsvFile.Number(one.Predicted), CsvFile.Number(one.Decision),
        CsvFile.Number(one.StandardError), CsvFile.Number(one.IdealDecision),
    ];
}
