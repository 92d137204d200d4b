using QmlBench.Suites.Results;

namespace QmlBench.Suites.Claims;

/// <summary>What makes a comparison unfair, whatever its numbers: other data, other budgets, scores that cannot be.</summary>
internal static class Fairness
{
    /// <summary>One sentence per objection; empty when the arms may be compared.</summary>
    public static IEnumerable<string> Objections(Comparison comparison)
    {
        var controls = comparison.Control.ToLookup(result => result.Key.Draw);
        foreach (var result in comparison.Treatment)
        {
            foreach (var other in controls[result.Key.Draw].Take(1))
            {
                if (result.Provenance.DataHash != other.Provenance.DataHash || result.Provenance.SplitHash != other.Provenance.SplitHash)
                    yield return $"the arms saw different data at draw {result.Key.Draw}";
            }
        }

        foreach (var objection in Budgets(comparison).Concat(comparison.Treatment.Concat(comparison.Control).SelectMany(Impossible)))
            yield return objection;
    }

    private static IEnumerable<string> Budgets(Comparison comparison)
    {
        var treatment = comparison.Treatment.Select(Budget).Distinct().Order().ToList();
        var control = comparison.Control.Select(Budget).Distinct().Order().ToList();
        if (treatment.Count != 1 || !treatment.SequenceEqual(control))
            yield return $"tuning budgets differ: {Text(treatment)} against {Text(control)}";
        if (comparison.Claim.Treatment.Mitigation != comparison.Claim.Control.Mitigation
            && comparison.Treatment.Select(Shots).Distinct().Count() == 1
            && comparison.Control.Select(Shots).Distinct().Count() == 1
            && Shots(comparison.Treatment[0]) != Shots(comparison.Control[0]))
        {
            yield return $"the mitigations spent different shots: {Shots(comparison.Treatment[0])} against {Shots(comparison.Control[0])}";
        }
    }

    private static (int Configurations, int Folds) Budget(TrialResult result) =>
        (result.Tuning.Length, result.Tuning.IsEmpty ? 0 : result.Tuning[0].Folds.Length);

    private static long Shots(TrialResult result) => result.Evaluation.Shots;

    private static IEnumerable<string> Impossible(TrialResult result)
    {
        if (result.Predictions.Length != result.TestSamples)
            yield return $"{result.Key.Path} has {result.Predictions.Length} predictions for {result.TestSamples} test samples";
        if (result.Predictions.Select(prediction => prediction.Sample).Distinct().Count() != result.Predictions.Length)
            yield return $"{result.Key.Path} predicts a test sample twice";
        foreach (var metric in result.Metrics.Where(metric => metric.Name == "accuracy"))
        {
            if (ImpossibleScore.OfAccuracy(metric.Value, result.TestSamples) is { } objection)
                yield return $"{result.Key.Path}: {objection}";
        }
    }

    private static string Text(IReadOnlyList<(int Configurations, int Folds)> budgets) =>
        string.Join(", ", budgets.Select(budget => $"{budget.Configurations} configurations × {budget.Folds} folds"));
}
