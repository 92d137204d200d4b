using System.Collections.Immutable;

namespace QmlBench.Suites.Definition;

/// <summary>Names cases by their parts; an empty list fits everything.</summary>
/// <param name="Datasets">Names of data sets.</param>
/// <param name="Models">Names of models.</param>
/// <param name="Devices">Labels of devices.</param>
/// <param name="Mitigations">Names of mitigations.</param>
public sealed record CaseSelector(
    ImmutableArray<string> Datasets,
    ImmutableArray<string> Models,
    ImmutableArray<string> Devices,
    ImmutableArray<string> Mitigations)
{
    /// <summary>Whether a case with these parts is meant.</summary>
    public bool Fits(string dataset, string model, string device, string mitigation) =>
        Holds(Datasets, dataset) && Holds(Models, model) && Holds(Devices, device) && Holds(Mitigations, mitigation);

    private static bool Holds(ImmutableArray<string> names, string name) => names.IsEmpty || names.Contains(name, StringComparer.Ordinal);
}
