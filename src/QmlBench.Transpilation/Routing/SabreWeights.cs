namespace QmlBench.Transpilation.Routing;

/// <summary>Weights of the routing score.</summary>
/// <param name="Lookahead">Weight of the mean distance of the pairs that follow, against the summed distance of the front.</param>
/// <param name="LookaheadSize">How many pairs that follow are looked at.</param>
/// <param name="CheapSwap">What a swap that costs nothing is worth, in units of distance.</param>
/// <param name="Decay">What using a qubit again soon costs, as a share of the score.</param>
internal sealed record SabreWeights(double Lookahead, int LookaheadSize, double CheapSwap, double Decay)
{
    public static SabreWeights Default { get; } = new(0.5, 20, 0.5, 0.001);
}
