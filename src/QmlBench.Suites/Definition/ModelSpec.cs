using System.Collections.Immutable;
using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>One model of a suite with its tuning grid.</summary>
/// <param name="Name">Name inside the suite.</param>
/// <param name="Kind">Name in the catalogue of models (<c>fidelity-kernel</c>, <c>rbf-svc</c> …).</param>
/// <param name="Quantum">Whether the model runs circuits.</param>
/// <param name="Settings">Fixed settings by name, ordered by name.</param>
/// <param name="Grid">Values tried in tuning, by setting; ordered by name, the last varies fastest.</param>
/// <param name="Folds">Folds of the cross-validation inside the training split.</param>
public sealed record ModelSpec(
    string Name,
    string Kind,
    bool Quantum,
    ImmutableSortedDictionary<string, double> Settings,
    ImmutableSortedDictionary<string, ImmutableArray<double>> Grid,
    int Folds)
{
    /// <summary>Number of configurations in the grid: the tuning budget.</summary>
    public int Configurations => Grid.Values.Aggregate(1, (product, values) => product * values.Length);

    /// <summary>What determines the fitted model, for identities: not the name in the suite.</summary>
    public CanonicalJson Canonical() => CanonicalJson.Object(
        ("folds", Folds),
        ("grid", CanonicalJson.Object([.. Grid.Select(pair => (pair.Key, CanonicalJson.Array(pair.Value)))])),
        ("kind", Kind),
        ("settings", CanonicalJson.Object([.. Settings.Select(pair => (pair.Key, (CanonicalJson)pair.Value))])));
}
