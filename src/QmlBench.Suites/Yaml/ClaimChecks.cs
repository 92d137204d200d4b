using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Metrics;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Yaml;

/// <summary>Holds a claim against the rest of its suite.</summary>
internal static class ClaimChecks
{
    public static void Check(Suite suite, ClaimSpec claim, YamlReader reader, SourceSpan span)
    {
        void Error(string problem, string expected, string? suggestion = null) =>
            reader.Error(span, $"claim '{claim.Name}': {problem}", expected, suggestion);

        var datasets = suite.Datasets.Select(one => one.Name).ToArray();
        if (suite.Datasets.FirstOrDefault(one => one.Name == claim.Dataset) is not { } dataset)
            Error($"unknown data set '{claim.Dataset}'", $"one of {string.Join(", ", datasets)}", Suggestion.Nearest(claim.Dataset, datasets));
        else if (claim.Pairs > dataset.Draws)
            Error($"{claim.Pairs} pairs need as many draws; {dataset.Name} has {dataset.Draws}", $"pairs of at most {dataset.Draws}");
        if (!suite.Metrics.IsEmpty && !suite.Metrics.Contains(claim.Metric))
            Error($"the metric '{claim.Metric}' is not recorded", $"one of {string.Join(", ", suite.Metrics)}");
        if (claim.Treatment == claim.Control)
            Error("treatment and control are the same arm", "two arms that differ");
        if (claim.Expect != "invalid" && SmallestReachableP.Objection(claim.Pairs, claim.Alpha, suite.Claims.Length) is { } objection)
            Error(objection, "more pairs, fewer claims, or 'expect: invalid'");
        if (claim.Metric == SuiteMetrics.ValueError && new[] { claim.Treatment, claim.Control }.Any(arm => IsClassical(suite, arm)))
            Error($"{SuiteMetrics.ValueError} is the error that devices make in a quantum model's values", "two quantum arms, or another metric");
        Arm(suite, claim.Treatment, Error);
        Arm(suite, claim.Control, Error);
        Budgets(suite, claim, Error);
    }

    private static bool IsClassical(Suite suite, ClaimArm arm) => suite.Models.Any(one => one.Name == arm.Model && !one.Quantum);

    private static void Arm(Suite suite, ClaimArm arm, Action<string, string, string?> error)
    {
        var models = suite.Models.Select(one => one.Name).ToArray();
        if (suite.Models.FirstOrDefault(one => one.Name == arm.Model) is not { } model)
        {
            error($"unknown model '{arm.Model}'", $"one of {string.Join(", ", models)}", Suggestion.Nearest(arm.Model, models));
            return;
        }

        if (!model.Quantum && arm.Device.Length > 0)
            error($"{arm.Model} is classical and runs on no device", "no 'device' in this arm", null);
        if (model.Quantum && arm.Device.Length == 0)
            error($"{arm.Model} is a quantum model and this arm names no device", "a 'device' of evaluate_on", null);
        else if (model.Quantum && !suite.EvaluateOn.Any(one => one.Label == arm.Device))
        {
            var labels = suite.EvaluateOn.Select(one => one.Label).ToArray();
            error(
                $"the suite does not evaluate on '{arm.Device}'", $"one of {string.Join(", ", labels)}",
                Suggestion.Nearest(arm.Device, labels));
        }

        var mitigations = suite.Mitigations.Select(one => one.Name).ToArray();
        if (arm.Mitigation != "none" && !mitigations.Contains(arm.Mitigation))
        {
            error(
                $"unknown mitigation '{arm.Mitigation}'", $"one of {string.Join(", ", mitigations)}",
                Suggestion.Nearest(arm.Mitigation, mitigations));
        }
    }

    // Caught here, before hours of computing end in "invalid".
    private static void Budgets(Suite suite, ClaimSpec claim, Action<string, string, string?> error)
    {
        var treatment = suite.Models.FirstOrDefault(one => one.Name == claim.Treatment.Model);
        var control = suite.Models.FirstOrDefault(one => one.Name == claim.Control.Model);
        if (treatment is null || control is null || claim.Expect == "invalid")
            return;
        if (treatment.Configurations != control.Configurations || treatment.Folds != control.Folds)
        {
            error(
                $"tuning budgets differ: {treatment.Name} {treatment.Configurations} × {treatment.Folds} folds, "
                + $"{control.Name} {control.Configurations} × {control.Folds} folds",
                "equal numbers of configurations and folds", null);
        }
    }
}
