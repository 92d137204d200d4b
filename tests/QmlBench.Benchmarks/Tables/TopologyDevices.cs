using QmlBench.Devices;
using QmlBench.Tests.Transpilation;

namespace QmlBench.Benchmarks.Tables;

/// <summary>The plain topologies of Benchpress with gates id, sx, x, rz, cz, all of one error.</summary>
internal static class TopologyDevices
{
    private const double PairError = 0.01;
    private const double PulseError = 3e-4;

    /// <summary>A topology by the name of the published table.</summary>
    /// <param name="topology">all-to-all, linear, square or heavy-hex.</param>
    /// <param name="qubits">Number of qubits of the circuit.</param>
    /// <param name="deviceQubits">Number of qubits of the device.</param>
    public static Device Make(string topology, int qubits, int deviceQubits) => topology switch
    {
        "all-to-all" => Make(qubits, from a in Enumerable.Range(0, qubits) from b in Enumerable.Range(a + 1, qubits - a - 1) select (a, b)),
        "linear" => Make(qubits, Enumerable.Range(0, qubits - 1).Select(q => (q, q + 1))),
        "square" => Make(deviceQubits, Square((int)Math.Ceiling(Math.Sqrt(qubits)))),
        "heavy-hex" => Make(deviceQubits, HeavyHexLattice.Couplers(deviceQubits == 19 ? 3 : 5)),
        _ => throw new ArgumentException($"There is no topology '{topology}'.", nameof(topology)),
    };

    private static Device Make(int qubits, IEnumerable<(int First, int Second)> pairs)
    {
        (int First, int Second)[] edges = [.. pairs];
        GateSite[] one = [.. Enumerable.Range(0, qubits).Select(q => new GateSite([q], PulseError, null, false))];
        NativeGate[] gates =
        [
            NativeGate.Physical("cz", 2, edges.Select(p => new GateSite([p.First, p.Second], PairError, null, true))),
            NativeGate.Virtual("rz", 1), NativeGate.Physical("sx", 1, one), NativeGate.Physical("x", 1, one),
        ];
        return new Device
        {
            Name = $"topology_{qubits}",
            Machine = "topology",
            Vendor = "none",
            Technology = "none",
            Kind = DeviceKind.Calibration,
            Source = new DeviceSource { Text = "a plain topology" },
            Semantics = NoiseSemantics.AerTarget,
            Qubits = [.. Enumerable.Range(0, qubits).Select(_ => new Qubit { Readout = new Readout { P1Given0 = 0, P0Given1 = 0, Error = 0 } })],
            Coupling = CouplingMap.FromCouplers(qubits, edges.Select(p => new Coupler(p.First, p.Second, true))),
            Gates = [.. gates],
            Basis = [.. gates.Select(gate => gate.Name)],
        };
    }

    private static IEnumerable<(int, int)> Square(int side)
    {
        for (var q = 0; q < side * side; q++)
        {
            if (q % side < side - 1)
                yield return (q, q + 1);
            if (q / side < side - 1)
                yield return (q, q + side);
        }
    }
}
