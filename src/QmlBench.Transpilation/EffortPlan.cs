using QmlBench.Transpilation.Optimisation;

namespace QmlBench.Transpilation;

/// <summary>What an effort level spends. Limits count steps, never time, so results do not depend on the machine.</summary>
/// <param name="Fuse">Whether one-qubit runs are fused.</param>
/// <param name="Consolidate">Whether two-qubit blocks are multiplied together, swaps elided and blocks resynthesised.</param>
/// <param name="ExactLimit">Placements tried by the exact layout; 0: the trivial layout.</param>
/// <param name="LayoutTrials">Starting placements for routing.</param>
/// <param name="LayoutIterations">Forward and backward passes per starting placement.</param>
/// <param name="Finalists">Routed candidates that are finished and compared.</param>
/// <param name="PostLayoutLimit">Placements tried to move the finished circuit to better qubits.</param>
/// <param name="BeforeLayout">How stretches of the circuit are written anew on any wires.</param>
/// <param name="OnDevice">How stretches of the routed circuit are.</param>
/// <param name="Rewrites">The first finalists for which that is done.</param>
internal sealed record EffortPlan(
    bool Fuse, bool Consolidate, long ExactLimit, int LayoutTrials, int LayoutIterations, int Finalists, long PostLayoutLimit,
    Resynthesis BeforeLayout, Resynthesis OnDevice, int Rewrites)
{
    private static readonly EffortPlan[] _plans =
    [
        new(false, false, 0, 1, 0, 1, 0, Resynthesis.None, Resynthesis.None, 0),
        new(true, false, 5_000, 4, 1, 2, 5_000, Resynthesis.None, Resynthesis.None, 0),
        new(true, true, 20_000, 18, 2, 6, 20_000, new([3], [new(2, 600, 300)], 500), Resynthesis.None, 0),
        new(true, true, 500_000, 240, 3, 10, 500_000,
            new([3, 4, 5, 6], [new(8, 500, 300), new(8, 700, 300)], 20_000), new([3, 4], [new(4, 600, 300)], 20_000), 3)
    ];

    public static int Count => _plans.Length;

    public static EffortPlan Of(int effort) => _plans[effort];
}
