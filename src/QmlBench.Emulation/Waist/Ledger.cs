namespace QmlBench.Emulation.Waist;

/// <summary>What was, or would be, spent.</summary>
/// <param name="Circuits">Distinct circuits run.</param>
/// <param name="Shots">Shots over all circuits; 0 when exact.</param>
/// <param name="TwoQubitGates">Two-qubit gates of the compiled circuit (the largest when there are several).</param>
/// <param name="Depth">Depth of the compiled circuit (the largest when there are several).</param>
/// <param name="DeviceSeconds">Seconds a device would need: shots × (duration + readout + reset).</param>
public readonly record struct Ledger(long Circuits, long Shots, long TwoQubitGates, int Depth, double DeviceSeconds)
{
    /// <summary>Adds costs; gate count and depth are those of the larger circuit.</summary>
    public static Ledger operator +(Ledger left, Ledger right) => new(
        left.Circuits + right.Circuits,
        left.Shots + right.Shots,
        Math.Max(left.TwoQubitGates, right.TwoQubitGates),
        Math.Max(left.Depth, right.Depth),
        left.DeviceSeconds + right.DeviceSeconds);

    /// <summary>The same as <c>left + right</c>.</summary>
    public static Ledger Add(Ledger left, Ledger right) => left + right;
}
