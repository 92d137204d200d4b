using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning;

/// <summary>Contexts on the ideal device with fixed streams.</summary>
internal static class LearningContexts
{
    public static ProgramCache Ideal() => Cache(Emulator.Ideal);

    public static ProgramCache Cache(IExecutor executor) => new(executor, CompileOptions.Default(0), Limits.Default);

    public static TrainingContext Training(
        ulong seed = 1, ProgramCache? programs = null, IProgress<TrainingProgress>? progress = null) => new(
        programs ?? Ideal(),
        StreamKey.Root(seed, "initialisation"),
        StreamKey.Root(seed, "batches"),
        CancellationToken.None,
        progress);

    public static EvaluationContext Evaluation(ProgramCache programs, Budget? budget = null, ulong seed = 1) =>
        new(programs, budget ?? Budget.ExactValue, new(StreamKey.Root(seed, "trial")), CancellationToken.None);
}
