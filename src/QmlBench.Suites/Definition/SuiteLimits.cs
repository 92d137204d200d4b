namespace QmlBench.Suites.Definition;

/// <summary>Limits a suite states. Memory and register can change the method, so they enter the result key; time cannot.</summary>
/// <param name="TimeSeconds">Most seconds a trial may take; infinite when not stated.</param>
/// <param name="MemoryBytes">Most bytes of one state.</param>
/// <param name="ExactQubits">Largest register simulated exactly.</param>
public sealed record SuiteLimits(double TimeSeconds, long MemoryBytes, int ExactQubits)
{
    /// <summary>No time limit, 4 GiB, 14 qubits.</summary>
    public static SuiteLimits Default { get; } = new(double.PositiveInfinity, 4L << 30, 14);
}
