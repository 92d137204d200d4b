using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Learning.Models;

/// <summary>Where and with which randomness a model is trained.</summary>
/// <param name="Programs">Compiled programs of the executor trained on (<c>train_on</c>); values there are exact.</param>
/// <param name="Initialisation">Key of the start values: from suite seed, data set, draw and train seed.</param>
/// <param name="Batches">Key of the mini-batches: from the same.</param>
/// <param name="Cancel">Acts between steps, rows and tiles.</param>
/// <param name="Progress">Told every few steps, or null.</param>
public sealed record TrainingContext(
    ProgramCache Programs,
    StreamKey Initialisation,
    StreamKey Batches,
    CancellationToken Cancel,
    IProgress<TrainingProgress>? Progress = null)
{
    /// <summary>Exact evaluation on the executor trained on: how held-out samples are judged in tuning.</summary>
    public EvaluationContext Validation() => new(Programs, Budget.ExactValue, new(Batches.Derive("validation")), Cancel);
}
