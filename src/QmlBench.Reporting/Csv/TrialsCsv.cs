using QmlBench.Reporting.Sections;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Csv;

/// <summary>One row per trial: who it is, its metrics, its costs, where it comes from.</summary>
internal static class TrialsCsv
{
    private static readonly string[] Quantities = ["circuits", "shots", "two_qubit_gates", "depth", "device_seconds", "seconds"];

    private static readonly string[] Fidelities =
    [
        "fidelity_sample", "fidelity_qubits", "fidelity_two_qubit_gates", "predicted_fidelity", "simulated_fidelity", "fidelity_why",
    ];

    /// <summary>Writes the file; failed trials have a row with their error and empty metrics.</summary>
    public static void Write(string path, IReadOnlyList<TrialResult> trials)
    {
        var metrics = trials.SelectMany(trial => trial.Metrics).Select(metric => metric.Name).Distinct().ToList();
        CsvFile.Write(path, Header(metrics), trials.Select(trial => Row(trial, metrics)));
    }

    private static List<string> Header(List<string> metrics) =>
    [
        "result_key", "identity_hash", "fit_key", "dataset", "model", "quantum", "device", "mitigation", "draw", "repeat", "error",
        "train_samples", "test_samples", .. metrics, .. Costs("training"), .. Costs("evaluation"), .. Fidelities,
        "data_hash", "split_hash", "device_hash", "executor", "versions", "method", "why", "notices",
    ];

    private static IEnumerable<string> Costs(string phase) => Quantities.Select(name => $"{phase}_{name}");

    private static List<string> Row(TrialResult trial, List<string> metrics) =>
    [
        .. Who(trial.Key), trial.Error ?? string.Empty,
        CsvFile.Number(trial.TrainSamples), CsvFile.Number(trial.TestSamples),
        .. metrics.Select(metric => trial.Succeeded ? CsvFile.Number(MetricText.Of(trial, metric)) : string.Empty),
        .. Cost(trial.Training), .. Cost(trial.Evaluation), .. Fidelity(trial.Fidelity), .. From(trial.Provenance),
    ];

    private static IEnumerable<string> Who(TrialKey key) =>
    [
        key.ResultKey, key.IdentityHash, key.FitKey, key.Dataset, key.Model, key.Quantum ? "1" : "0", key.Device, key.Mitigation,
        CsvFile.Number(key.Draw), CsvFile.Number(key.Repeat),
    ];

    private static IEnumerable<string> Cost(CostRecord cost) =>
    [
        CsvFile.Number(cost.Circuits), CsvFile.Number(cost.Shots), CsvFile.Number(cost.TwoQubitGates), CsvFile.Number(cost.Depth),
        CsvFile.Number(cost.DeviceSeconds), CsvFile.Number(cost.Seconds),
    ];

    private static IEnumerable<string> Fidelity(CircuitFidelity? fidelity) => fidelity is null
        ? Fidelities.Select(_ => string.Empty)
        :
        [
            CsvFile.Number(fidelity.Sample), CsvFile.Number(fidelity.Qubits), CsvFile.Number(fidelity.TwoQubitGates),
            CsvFile.Number(fidelity.Predicted),
            fidelity.Simulated is { } simulated ? CsvFile.Number(simulated) : string.Empty, fidelity.Why,
        ];

    private static IEnumerable<string> From(TrialProvenance from) =>
    [
        from.DataHash, from.SplitHash, from.DeviceHash, from.Executor, from.Versions, from.Method, from.Why,
        string.Join(" | ", from.Notices),
    ];
}
