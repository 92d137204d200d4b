namespace QmlBench.Devices;

/// <summary>Finds the couplers a compiler may use.</summary>
internal static class LiveCouplers
{
    /// <summary>The map of couplers with a live two-qubit gate of the basis between live qubits; where none is alive, all count as alive.</summary>
    public static CouplingMap Of(Device device)
    {
        NativeGate[] gates = [.. device.Gates.Where(g => g.Arity == 2 && device.Basis.Contains(g.Name))];
        bool[] dead = [.. Enumerable.Range(0, device.QubitCount).Select(device.IsDead)];
        if (device.Coupling.IsAllToAll && !dead.Contains(true) && gates.Any(g => g.IsVirtual))
            return device.Coupling;
        return CouplingMap.FromDirectedPairs(
            device.QubitCount,
            device.Coupling.DirectedPairs.Where(p => !dead[p.First] && !dead[p.Second] && gates.Any(g => device.Supports(g.Name, p.First, p.Second))));
    }
}
