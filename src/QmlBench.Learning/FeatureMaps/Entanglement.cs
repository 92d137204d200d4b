namespace QmlBench.Learning.FeatureMaps;

/// <summary>Which blocks of qubits a feature map joins, in Qiskit's order.</summary>
public enum Entanglement
{
    /// <summary>Neighbours: (0,1), (1,2), …</summary>
    Linear,

    /// <summary>Neighbours from the far end: …, (1,2), (0,1).</summary>
    ReverseLinear,

    /// <summary>The block across the ends first, (n−1,0), then the neighbours; as linear where a block takes all qubits.</summary>
    Circular,

    /// <summary>Every combination, in lexical order.</summary>
    Full,
}
