using QmlBench.Emulation.Waist;

namespace QmlBench.Learning.Models;

/// <summary>Where, at what cost and with which randomness a fitted model is evaluated.</summary>
/// <param name="Programs">Compiled programs of the executor evaluated on: a device, with or without mitigation.</param>
/// <param name="Budget">Budget of each sample; a kernel model spends it on each entry between the sample and a support vector.</param>
/// <param name="Streams">Streams of the trial, one per row.</param>
/// <param name="Cancel">Acts between rows and tiles.</param>
public sealed record EvaluationContext(ProgramCache Programs, Budget Budget, RowStreams Streams, CancellationToken Cancel);
