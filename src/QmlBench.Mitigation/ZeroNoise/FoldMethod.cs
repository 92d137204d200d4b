namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>Which gates folding repeats. Virtual gates never count and are never repeated alone.</summary>
public enum FoldMethod
{
    /// <summary>The whole circuit: U (U⁻¹U)^q, then its last gates once more.</summary>
    Global,

    /// <summary>Gate by gate: G (G⁻¹G)^k for every gate that is not virtual.</summary>
    Local,

    /// <summary>Gate by gate, the two-qubit gates alone.</summary>
    TwoQubit,
}
