using System.Collections.Immutable;
using QmlBench.Learning.Models;

namespace QmlBench.Suites.Vocabulary;

/// <summary>A kind of model that a suite may name.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Quantum">Whether it runs circuits.</param>
/// <param name="Settings">What can be set or tuned.</param>
/// <param name="Qubits">Size of its register for a number of features; 0 for a classical model.</param>
/// <param name="TakesTechniques">Whether its values can be mitigated by every technique; a kernel takes only those that act on states.</param>
/// <param name="Summary">One line for <c>list models</c>.</param>
public sealed record ModelEntry(
    string Kind,
    bool Quantum,
    ImmutableArray<HyperparameterSpec> Settings,
    Func<int, int> Qubits,
    Func<string, bool> TakesTechniques,
    string Summary)
{
    /// <summary>The setting of a name, or null.</summary>
    public HyperparameterSpec? Setting(string name) => Settings.FirstOrDefault(setting => setting.Name == name);
}
