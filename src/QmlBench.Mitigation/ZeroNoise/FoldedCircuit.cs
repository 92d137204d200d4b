using QmlBench.Transpilation;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>A folded circuit and how far it was folded.</summary>
/// <param name="Native">The circuit, to be adopted as written.</param>
/// <param name="Count">Folds; <see cref="FoldCount.Factor"/> is the scale factor reached.</param>
public sealed record FoldedCircuit(NativeCircuit Native, FoldCount Count);
