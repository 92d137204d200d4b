using System.Collections.Immutable;
using System.Text.RegularExpressions;
using QmlBench.Suites.Canonical;
using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Planning;

/// <summary>Turns a suite into its plan: the product of its lists, less what is excluded. Pure: nothing is run or stored.</summary>
public sealed class Planner(IPlanInputs inputs)
{
    /// <summary>The plan of <paramref name="suite"/>.</summary>
    /// <param name="suite">A checked suite.</param>
    /// <param name="only">Pattern with <c>*</c> and <c>?</c> on <see cref="Case.Path"/>; null for all.</param>
    public Plan Make(Suite suite, string? only)
    {
        var all = Cases(suite).ToImmutableArray();
        var cases = only is null ? all : [.. all.Where(one => Matches(only, one.Path))];
        var trials = cases
            .SelectMany(one => Trials(suite, one))
            .OrderBy(trial => trial.IdentityHash, StringComparer.Ordinal)
            .ToImmutableArray();
        return new(suite, cases, trials, cases.Length < all.Length);
    }

    /// <summary>The cases of a suite in the order of its lists, less what is excluded.</summary>
    public static IEnumerable<Case> Cases(Suite suite)
    {
        foreach (var dataset in suite.Datasets)
            foreach (var model in suite.Models)
                foreach (var one in model.Quantum ? QuantumCases(suite, dataset, model) : [new Case(dataset, model, null, MitigationSpec.None)])
                {
                    if (IsMeant(suite, one))
                        yield return one;
                }
    }

    private static IEnumerable<Case> QuantumCases(Suite suite, DatasetSpec dataset, ModelSpec model) =>
        from device in suite.EvaluateOn
        from mitigation in suite.Mitigations
        select new Case(dataset, model, device, mitigation);

    private static bool IsMeant(Suite suite, Case one)
    {
        bool Fits(CaseSelector selector) =>
            selector.Fits(one.Dataset.Name, one.Model.Name, one.Device is null ? "classical" : one.DeviceLabel, one.Mitigation.Name);
        return (suite.Include.IsEmpty || suite.Include.Any(Fits)) && !suite.Exclude.Any(Fits);
    }

    private static bool Matches(string pattern, string path) => Regex.IsMatch(
        path, '^' + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + '$');

    private IEnumerable<Trial> Trials(Suite suite, Case one) =>
        from draw in Enumerable.Range(0, one.Dataset.Draws)
        from repeat in Enumerable.Range(0, suite.Repeats)
        select Make(suite, one, draw, repeat);

    private Trial Make(Suite suite, Case one, int draw, int repeat)
    {
        var fit = CanonicalJson.Object(
            ("data", one.Dataset.Canonical()),
            ("draw", draw),
            ("model", one.Model.Canonical()),
            ("repeat", repeat),
            ("seed", suite.Seed),
            ("train", one.Model.Quantum
                ? CanonicalJson.Object([("device", suite.TrainOn.Canonical()), .. suite.Execution.Compilation()])
                : "classical"));
        var identity = CanonicalJson.Object(
            ("device", one.CanonicalDevice(suite.TrainOn)),
            ("execution", one.Model.Quantum ? suite.Execution.Canonical() : "classical"),
            ("fit", fit),
            ("mitigation", one.Mitigation.Canonical()));
        return new(one, draw, repeat, identity.Text, identity.Hash, fit.Hash, ResultKey(suite, one, identity).Hash);
    }

    private CanonicalJson ResultKey(Suite suite, Case one, CanonicalJson identity) => CanonicalJson.Object(
        ("data", inputs.DataHash(one.Dataset)),
        ("device", one.Device is null ? "classical" : inputs.DeviceHash(one.Device)),
        ("identity", identity.Hash),
        ("limits", one.Model.Quantum ? suite.Limits.Canonical() : "classical"),
        ("train_on", one.Device is null ? "classical" : inputs.DeviceHash(suite.TrainOn)),
        ("versions", inputs.Versions(one)));
}
