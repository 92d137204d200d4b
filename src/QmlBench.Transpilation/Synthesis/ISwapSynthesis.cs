using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Writes two-qubit unitaries with iSWAP: 0 to 3 uses, as with CX.</summary>
/// <remarks>
/// iSWAP = CZ' · SWAP with a CZ' of the CX class, so n uses of iSWAP are n of CZ' on wires that change places n times: U takes n iSWAP where
/// U·SWAPⁿ takes n CX. An interaction of the CX class (π/4, 0, 0) lies on c = 0 and takes two.
/// </remarks>
internal sealed class ISwapSynthesis : PairSynthesis
{
    private const double QuarterPi = Math.PI / 4;

    private static readonly PairUse _use = new(StandardGates.ISwap);

    /// <summary>For CZ' = iSWAP · SWAP = S⊗S·CZ.</summary>
    private static readonly TwoQubitSynthesiser _diagonal = TwoQubitSynthesiser.For(_use.AfterSwap());

    public static ISwapSynthesis Instance { get; } = new();

    public override int CountOf(WeylDecomposition w)
    {
        if (Math.Abs(w.C) > CountTolerance)
            return 3;
        if (w.A < CountTolerance)
            return 0;
        return w.B > QuarterPi - CountTolerance ? 1 : 2;
    }

    public override TwoQubitForm Synthesise(Matrix4 unitary, WeylDecomposition w)
    {
        var uses = CountOf(w);
        var turned = SwapExchange.Before(unitary, uses);
        var form = _diagonal.Synthesise(turned, uses % 2 == 0 ? w : WeylDecomposition.Of(turned), uses);
        return SwapExchange.Apply(form, _use, unitary);
    }
}
