namespace QmlBench.Suites.Results;

/// <summary>What a step cost.</summary>
/// <param name="Circuits">Distinct circuits run.</param>
/// <param name="Shots">Shots over all circuits; 0 when exact.</param>
/// <param name="TwoQubitGates">Two-qubit gates of the largest compiled circuit.</param>
/// <param name="Depth">Depth of the largest compiled circuit.</param>
/// <param name="DeviceSeconds">Seconds a device would have needed.</param>
/// <param name="Seconds">Seconds it took here.</param>
public sealed record CostRecord(long Circuits, long Shots, long TwoQubitGates, int Depth, double DeviceSeconds, double Seconds)
{
    /// <summary>Nothing but time.</summary>
    public static CostRecord Classical(double seconds) => new(0, 0, 0, 0, 0.0, seconds);
}
