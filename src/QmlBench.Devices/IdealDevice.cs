namespace QmlBench.Devices;

/// <summary>Makes the built-in device without noise.</summary>
internal static class IdealDevice
{
    /// <summary>All gates virtual, all pairs joined.</summary>
    public static Device Make(int qubits, KnownGates gates)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(qubits);
        return new Device
        {
            Name = Device.IdealName,
            Machine = Device.IdealName,
            Vendor = "QmlBench",
            Technology = "none: exact arithmetic",
            Kind = DeviceKind.Ideal,
            Source = new DeviceSource { Text = "built in; no noise" },
            Semantics = NoiseSemantics.AerTarget,
            Qubits = [.. Enumerable.Repeat(PerfectQubit, qubits)],
            Coupling = CouplingMap.AllToAll(qubits),
            Gates = [.. gates.Names.Select(name => NativeGate.Virtual(name, gates.ArityOf(name)!.Value))],
            Basis = [.. gates.Names],
        };
    }

    private static readonly Qubit PerfectQubit = new()
    {
        Readout = new Readout { P1Given0 = 0, P0Given1 = 0, Error = 0, Length = 0 },
        ResetDuration = 0,
    };
}
