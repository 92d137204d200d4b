namespace QmlBench.Transpilation;

/// <summary>What a compilation is to make small. Estimates of it pick the candidates that are finished; without a score of the caller's it
/// chooses among them too.</summary>
public enum Aim
{
    /// <summary>Errors: the product of 1 − error is to be large.</summary>
    Success,

    /// <summary>Two-qubit gates.</summary>
    TwoQubit,

    /// <summary>Depth.</summary>
    Depth,
}
