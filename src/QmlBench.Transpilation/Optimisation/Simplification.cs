using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Merges what commutes, gathers pairs, multiplies blocks and fuses one-qubit runs until no step is saved.</summary>
internal static class Simplification
{
    /// <summary>Unitaries closer to a phase than this are dropped.</summary>
    public const double IdentityTolerance = 1e-12;

    public static Flow Run(Flow flow, double identityTolerance = IdentityTolerance)
    {
        for (var before = int.MaxValue; flow.Steps.Length < before;)
        {
            before = flow.Steps.Length;
            var merged = CommutingMerge.Run(flow, identityTolerance);
            flow = LocalFusion.Run(BlockConsolidation.Run(PairGathering.Run(merged)));
        }
        return flow;
    }
}
