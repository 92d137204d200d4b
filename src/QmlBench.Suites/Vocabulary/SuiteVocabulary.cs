using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Mitigation.Techniques;
using QmlBench.Suites.Metrics;

namespace QmlBench.Suites.Vocabulary;

/// <summary>What a suite file may name: data sets, models, devices, techniques, metrics.</summary>
/// <param name="Data">Tables and generators.</param>
/// <param name="Models">Kinds of model.</param>
/// <param name="Metrics">Names of metrics.</param>
/// <param name="Devices">Finds device profiles.</param>
/// <param name="Techniques">Mitigation techniques.</param>
/// <param name="CheckTechniques">Null for techniques that can be used in this order, else what is wrong with them.</param>
public sealed record SuiteVocabulary(
    ImmutableArray<DatasetEntry> Data,
    ImmutableArray<IModelSpace> Models,
    ImmutableArray<string> Metrics,
    DeviceLibrary Devices,
    ImmutableArray<TechniqueEntry> Techniques,
    Func<IReadOnlyList<string>, string?> CheckTechniques)
{
    /// <summary>Everything this program knows.</summary>
    /// <param name="devices">The device profiles.</param>
    public static SuiteVocabulary Of(DeviceLibrary devices) => new(
        DatasetCatalogue.All, ModelCatalogue.All, SuiteMetrics.Names, devices, TechniqueCatalogue.All, Pipeline.Complaint);

    /// <summary>The model of a kind, or null.</summary>
    public IModelSpace? Model(string kind) => Models.FirstOrDefault(model => model.Name == kind);

    /// <summary>The data set of a name, or null.</summary>
    public DatasetEntry? Source(string name) => Data.FirstOrDefault(data => data.Name == name);

    /// <summary>The full name of a profile, snapshot included, or null when there is none of that name.</summary>
    /// <param name="reference"><c>NAME</c>, <c>NAME@DATE</c>, a full name, <c>template:…</c>, <c>drift:…</c>, or <c>ideal</c>.</param>
    public string? ResolveDevice(string reference) => Devices.Canonical(reference);

    /// <summary>Number of qubits of a profile; <see cref="int.MaxValue"/> for <c>ideal</c>.</summary>
    public int QubitsOf(string device) => DeviceLibrary.IsIdeal(device) ? int.MaxValue : Devices.Load(device, 0).Qubits.Count;
}
