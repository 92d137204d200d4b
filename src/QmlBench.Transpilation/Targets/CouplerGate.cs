using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Targets;

/// <summary>The two-qubit gate of a coupler in its native direction, with its figures.</summary>
internal sealed record CouplerGate(Gate Gate, int First, int Second, double Error, double Duration)
{
    /// <summary>Less error; where that is the same, less time.</summary>
    public bool IsBetterThan(CouplerGate other) => Error < other.Error || (Error == other.Error && Duration < other.Duration);
}
