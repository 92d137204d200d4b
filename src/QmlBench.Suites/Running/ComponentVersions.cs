using QmlBench.Emulation.Waist;
using QmlBench.Learning;
using QmlBench.Suites.Canonical;
using QmlBench.Suites.Planning;

namespace QmlBench.Suites.Running;

/// <summary>
/// The behaviour versions of everything a case runs through: data, splits, scalers, tuning, metrics and its model; for a quantum model also
/// who it is evaluated on and the parts of that. They decide, with the rest of the result key, whether a stored result still stands.
/// </summary>
internal static class ComponentVersions
{
    private const string ModelPrefix = "model.";

    /// <summary>Each component with its version, in canonical text.</summary>
    /// <param name="one">The case.</param>
    /// <param name="executor">The executor it is evaluated on; a classical model uses none of it.</param>
    public static string Of(Case one, ExecutorIdentity executor)
    {
        var learning = BehaviourVersions.All.Where(version =>
            !version.Component.StartsWith(ModelPrefix, StringComparison.Ordinal) || version.Component == ModelPrefix + one.Model.Kind);
        var all = one.Device is null ? learning : learning.Concat(executor.Versions);
        return CanonicalJson.Array(all.Select(version => $"{version.Component} {version.Version}").Order(StringComparer.Ordinal)).Text;
    }
}
