using System.Collections.Immutable;
using QmlBench.Suites.Results;

namespace QmlBench.Tests.Suites;

/// <summary>Hand-made results for tests of storage, claims and reports.</summary>
internal static class SampleResults
{
    public static TrialResult Trial(string identity, double decision = 0.25, int draw = 0, string model = "kernel") => new(
        new TrialKey(identity, "{\"asked\":\"" + identity + "\"}", "result-" + identity, "fit-" + draw, "moons", model, true, "ibm_x", "none", draw, 0),
        null,
        [new Prediction(3, 1, 1, decision, 0.0625, 0.3), new Prediction(9, 0, 1, 1.0 / 3.0, 0.0, -1e-300)],
        [new MetricValue("accuracy", 0.5), new MetricValue("roc_auc", double.NaN)],
        [new TuningPoint("{\"C\":1}", [0.5, 0.75], 0.625, true), new TuningPoint("{\"C\":10}", [0.5, 0.5], 0.5, false)],
        80,
        2,
        "{\"weights\":[0.1]}",
        new CostRecord(10, 0, 6, 21, 0.0, 1.5),
        new CostRecord(4, 4096, 6, 21, 0.125, 0.5),
        new TrialProvenance("data", "split", "device", "ibm_x", "a 1", "exact", "3 qubits fit", ["noise: T2 clamped"]))
    {
        Fidelity = new(3, 3, 6, 0.9375, 2.0 / 3.0, string.Empty),
    };

    public static RunRecord Run(string name, string started, params ClaimOutcome[] claims) => new(
        name, "sample", "A sample", "About nothing", "config-" + name, "schema: x", ulong.MaxValue, started, started, "digest-" + name,
        ["result-a", "result-b"], [.. claims], ImmutableSortedDictionary<string, string>.Empty.Add("cpu", "one"));

    public static ClaimOutcome Claim(string verdict, double effect = 0.1) => new(
        "first", "0badf00d", "kernel beats svc", "moons", "accuracy", "kernel on ibm_x", "svc", 0.02, 0.05, verdict, "refuted",
        "U < margin", 10, 10, effect, effect - 0.1, effect + 0.1, "paired t", [new("Wilcoxon p", "0.5")]);
}
