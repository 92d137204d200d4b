using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Costs of runs.</summary>
internal static class LedgerOf
{
    /// <summary>The cost of circuits and shots; a shot lasts the schedule, one readout and one reset.</summary>
    public static Ledger Run(Preparation prepared, long circuits, long shots, int repetitions = 1)
    {
        var circuit = prepared.Native.Circuit;
        var device = prepared.Target.Device;
        var readout = prepared.Active.DeviceQubits.Max(qubit => device.Qubits[qubit].Readout.Length ?? 0);
        var reset = prepared.Active.DeviceQubits.Max(qubit => device.Qubits[qubit].ResetDuration ?? 0);
        var shot = (repetitions * prepared.Scheduled.GatesEndSeconds) + readout + reset;
        return new(circuits, shots, repetitions * (long)circuit.TwoQubitGateCount, repetitions * circuit.Depth(), shots * shot);
    }
}
