namespace QmlBench.Transpilation.Routing;

/// <summary>Weights of the routing score.</summary>
/// <param name="Lookahead">Weight of the mean distance of the pairs that follow, against the summed distance of the front.</param>
/// <param name="LookaheadSize">How many pairs that follow are looked at.</param>
/// <param name="CheapSwap">What a swap that costs nothing is worth, in units of distance.</param>
/// <param name="Decay">What using a qubit again soon costs, as a share of the score.</param>
internal sealed record SabreWeights(double Lookahead, int LookaheadSize, double CheapSwap, double Decay)
{
    /// <summary>Found by trying: no single choice is best for all circuits, so trials take turns.</summary>
    private static readonly SabreWeights[] _turns =
        [new(0.5, 20, 1, 0.001), new(1, 20, 1, 0.001), new(2, 20, 0.5, 0.001), new(1, 40, 1.5, 0.001)];

    public static SabreWeights Default => _turns[0];

    /// <summary>The weights of a trial.</summary>
    public static SabreWeights Of(int trial) => _turns[trial % _turns.Length];
}
