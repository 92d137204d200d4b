using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Numerics.Randomness;
using QmlBench.Reporting;
using QmlBench.Suites.Metrics;
using QmlBench.Suites.Results;

namespace QmlBench.Tests.Reporting;

/// <summary>A made-up study of the size of a real one, seeded: two data sets, four models, four devices, four mitigations, ten
/// draws.</summary>
internal static class SampleStudy
{
    public const string Config = "schema: qmlbench/suite/v1\nname: sample\nseed: 7   # <script>alert(1)</script> & more\n";

    private const int Draws = 10;
    private const int TestSamples = 60;

    private static readonly string[] MetricNames = ["accuracy", "balanced_accuracy", "roc_auc", "value_error"];
    private static readonly string[] Devices = ["ideal", "ibm_manila_2024-05-27", "ibm_hanoi_2024-05-27", "ibm_fez_2025-02-26"];

    public static ReportInput Make()
    {
        var trials = new List<TrialResult>();
        foreach (var dataset in new[] { "cancer", "manifold" })
        {
            foreach (var model in new[] { "quantum-kernel", "re-uploading", "rbf-svc", "logistic" })
            {
                foreach (var (device, mitigation) in Arms(model))
                    trials.AddRange(Enumerable.Range(0, Draws).Select(draw => Trial(dataset, model, device, mitigation, draw)));
            }
        }

        return new(Run(trials), trials, History());
    }

    public static ImmutableArray<ClaimOutcome> Claims() =>
    [
        Claim("kernel-advantage-manifold", "On the hidden manifold the ideal quantum kernel classifies better than a tuned RBF machine.",
            "refuted", "refuted", 0.02, -0.0113, -0.0301, 0.0075, 10, "the whole interval lies below the margin 0.02"),
        Claim("readout-helps-fez", "On ibm_fez readout inversion brings the re-uploading model's values closer to the ideal ones at "
            + "equal shots.",
            "supported", "supported", 0.0, 0.0412, 0.0287, 0.0537, 10, "the whole interval lies above the margin 0"),
        Claim("kernel-alike-cancer", "On tumour data the ideal quantum kernel is better than logistic regression.",
            "equivalent", "supported", 0.05, 0.004, -0.021, 0.029, 10, "the whole interval lies within ±0.05"),
        Claim("cdr-beats-readout", "Learned mitigation beats readout inversion on ibm_hanoi.",
            "inconclusive", "supported", 0.01, 0.012, -0.02, 0.044, 10, "the interval reaches to both sides of the margin 0.01"),
        Claim("odd-one", "An unfair comparison is caught.", "invalid", "invalid", 0.0, 0.1, 0.05, 0.15, 10,
            "tuning budgets differ: 6 configurations × 3 folds against 4 configurations × 3 folds"),
        Claim("left-out", "Something that was left out.", "not evaluated", "supported", 0.0, double.NaN, double.NaN, double.NaN, 0,
            "left out of this run"),
    ];

    private static IEnumerable<(string Device, string Mitigation)> Arms(string model)
    {
        if (model is "rbf-svc" or "logistic")
            return [(string.Empty, "none")];
        string[] mitigations = model == "re-uploading" ? ["none", "readout", "readout+zne", "cdr"] : ["none", "readout", "readout+zne"];
        return Devices.SelectMany(device => mitigations.Where(one => device != "ideal" || one == "none").Select(one => (device, one)));
    }

    private static TrialResult Trial(string dataset, string model, string device, string mitigation, int draw)
    {
        var quantum = device.Length > 0;
        var shared = StreamKey.Root(7, "sample").Derive(dataset).Derive(model).Derive(draw.ToString(CultureInfo.InvariantCulture)).Open();
        var own = StreamKey.Root(7, "noise").Derive(dataset).Derive(model).Derive(device).Derive(mitigation)
            .Derive(draw.ToString(CultureInfo.InvariantCulture)).Open();
        var spread = Spread(device, mitigation);
        var predictions = Enumerable.Range(0, TestSamples).Select(sample =>
        {
            var truth = sample % 2;
            var ideal = (truth == 1 ? 0.5 : -0.5) + (model == "logistic" ? 0.7 : 0.55) * shared.NextGaussian();
            var decision = quantum ? ideal * (1 - spread) + spread * (0.3 + 0.5 * own.NextGaussian()) : ideal;
            return new Prediction(sample * 3 + draw, truth, decision >= 0 ? 1 : 0, decision, quantum ? 0.015 : 0.0, ideal);
        }).ToImmutableArray();
        var identity = $"{dataset}-{model}-{device}-{mitigation}-{draw}";
        return new(
            new TrialKey("id-" + identity, "{}", "result-" + identity, $"fit-{dataset}-{model}-{draw}", dataset, model, quantum, device,
                mitigation, draw, 0),
            null,
            predictions,
            [.. MetricNames.Select(name => new MetricValue(name, SuiteMetrics.Compute(name, predictions.AsSpan())))],
            [
                new("{\"C\":1,\"bandwidth\":0.5}", [0.8, 0.85, 0.82], 0.8233, draw % 3 != 0),
                new("{\"C\":10,\"bandwidth\":0.5}", [0.8, 0.84, 0.83], 0.8233, draw % 3 == 0),
            ],
            100,
            TestSamples,
            "{}",
            quantum ? new(dataset == "cancer" ? 5000 : 5050, 0, 12, 41, 0, 2.25) : CostRecord.Classical(0.02),
            Evaluation(device, mitigation),
            new TrialProvenance(
                dataset == "cancer" ? "table" : "drawn-" + draw, "split-" + draw, quantum ? "device-" + device : string.Empty, device,
                "[\"a 1\"]",
                quantum ? "exact" : string.Empty, quantum ? "4 active qubits fit the exact register" : string.Empty,
                quantum && device != "ideal" ? [$"{device}: reset has no data and is taken as ideal"] : []))
        {
            Fidelity = quantum && device != "ideal" ? Fidelity(model, device, draw) : null,
        };
    }

    // The last device is too large for kernels to be simulated.
    private static CircuitFidelity Fidelity(string model, string device, int draw)
    {
        var predicted = 0.95 - (Spread(device, "none") / 2);
        return model == "quantum-kernel" && device == Devices[^1]
            ? new(draw, 12, 21, predicted, null, "the circuit touches 12 qubits")
            : new(draw, 4, 12, predicted, predicted + 0.01 + (0.001 * draw), string.Empty);
    }

    private static CostRecord Evaluation(string device, string mitigation)
    {
        if (device.Length == 0)
            return CostRecord.Classical(0.001);
        var circuits = mitigation == "readout+zne" ? 12000 : 6000;
        return device == "ideal" ? new(circuits, 0, 12, 58, 0, 0.75) : new(circuits, 24_576_000, 12, 58, 812.5, 0.75);
    }

    private static double Spread(string device, string mitigation) => (device switch
    {
        "" => 0.0,
        "ideal" => 0.01,
        "ibm_manila_2024-05-27" => 0.25,
        "ibm_hanoi_2024-05-27" => 0.16,
        _ => 0.35,
    }) * (mitigation switch { "none" => 1.0, "readout" => 0.6, "cdr" => 0.4, _ => 0.97 });

    private static ClaimOutcome Claim(
        string name, string statement, string verdict, string expected, double margin, double effect, double lower, double upper,
        int pairs, string reason) =>
        new(
            name, "0badf00d", statement, "manifold", name.StartsWith("readout", StringComparison.Ordinal) ? "value_error" : "accuracy",
            "quantum-kernel on ideal", "rbf-svc", margin, 0.0125, verdict, expected, reason, pairs, 10, effect, lower, upper,
            "paired t over data draws",
            [
                new("p against the margin, after Holm", "0.0031"), new("Wilcoxon signed-rank p (no difference)", "0.25"),
                new("power to see a difference of 0.02 beyond the margin", "0.41"),
            ]);

    private static RunRecord Run(IEnumerable<TrialResult> trials) => new(
        "3fa94c1e", "sample", "Small quantum models against tuned classical ones, ideal and on three emulated devices",
        "A fidelity kernel and a data re-uploading classifier on four qubits meet an RBF support vector machine and logistic regression. "
            + "All four tune the same number of configurations inside the training split.",
        "9f2c0e7d1a", Config, 2026, "2026-05-04T10:00:00Z", "2026-05-04T10:01:12Z", "5b0c8d7e6f",
        [.. trials.Select(trial => trial.Key.ResultKey)], Claims(),
        ImmutableSortedDictionary<string, string>.Empty.Add("commit", "0123abcd").Add("processor", "An 8-core processor").Add("runtime",
            ".NET 10.0"));

    private static ImmutableArray<VerdictEntry> History() =>
    [
        new("sample", "kernel-advantage-manifold", "0badf00d", "11112222", "2026-04-01T09:00:00Z", "inconclusive", "refuted", 0.01, -0.05,
            0.07),
        new("other", "kernel-advantage-manifold", "0badf00d", "77777777", "2026-04-02T09:00:00Z", "supported", "refuted", 0.3, 0.2, 0.4),
        new("sample", "kernel-advantage-manifold", "0badf00d", "3fa94c1e", "2026-05-04T10:01:12Z", "refuted", "refuted", -0.0113, -0.0301,
            0.0075),
    ];
}
