using System.Collections.Immutable;

namespace QmlBench.Suites.Definition;

/// <summary>A suite as its file states it: what is compared with what, on which data and devices, and what is claimed.</summary>
/// <param name="Name">Name of the suite: the file's <c>name</c>.</param>
/// <param name="Title">One line for reports.</param>
/// <param name="Description">What the suite is for; may be empty.</param>
/// <param name="Seed">Seed of every random stream of the suite.</param>
/// <param name="Repeats">Train seeds per data draw; they are averaged inside the draw.</param>
/// <param name="Datasets">Data sets.</param>
/// <param name="Models">Quantum and classical models.</param>
/// <param name="TrainOn">Device that quantum models are trained on.</param>
/// <param name="EvaluateOn">Devices that quantum models are evaluated on.</param>
/// <param name="Mitigations">Mitigation pipelines quantum models are evaluated with.</param>
/// <param name="Execution">Shots, effort, schedule, semantics, noise sources.</param>
/// <param name="Metrics">Metrics recorded for every trial.</param>
/// <param name="Include">When not empty, only cases that fit one of these are run.</param>
/// <param name="Exclude">Cases that fit one of these are left out.</param>
/// <param name="Claims">What the suite claims.</param>
/// <param name="Limits">Limits of time, memory and exact register.</param>
public sealed record Suite(
    string Name,
    string Title,
    string Description,
    ulong Seed,
    int Repeats,
    ImmutableArray<DatasetSpec> Datasets,
    ImmutableArray<ModelSpec> Models,
    DeviceSpec TrainOn,
    ImmutableArray<DeviceSpec> EvaluateOn,
    ImmutableArray<MitigationSpec> Mitigations,
    ExecutionSpec Execution,
    ImmutableArray<string> Metrics,
    ImmutableArray<CaseSelector> Include,
    ImmutableArray<CaseSelector> Exclude,
    ImmutableArray<ClaimSpec> Claims,
    SuiteLimits Limits);
