namespace QmlBench.Transpilation.Targets;

/// <summary>A two-qubit gate of a coupler in its native direction, with its figures and the synthesis that writes blocks with it.</summary>
internal sealed record CouplerGate(EntanglingGate Use, int First, int Second, double Error, double Duration)
{
    /// <summary>−ln(1 − error) of one use.</summary>
    public double Cost { get; } = SuccessProduct.Cost(Error);

    /// <summary>Less error; where that is the same, less time.</summary>
    public bool IsBetterThan(CouplerGate other) => Error < other.Error || (Error == other.Error && Duration < other.Duration);
}
