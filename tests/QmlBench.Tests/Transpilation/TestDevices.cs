using QmlBench.Devices;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Transpilation;

/// <summary>Devices with IBM's native sets on simple graphs, with random but fixed figures.</summary>
internal static class TestDevices
{
    public static Device Line(int qubits, string gate, bool bothOrders = true, params string[] pulses) =>
        WithPulses(pulses, Make(qubits, gate, bothOrders, Enumerable.Range(0, qubits - 1).Select(q => q % 2 == 0 ? (q, q + 1) : (q + 1, q))));

    public static Device AllToAll(int qubits, string gate, params string[] pulses) => WithPulses(pulses, Make(
        qubits, gate, true, from a in Enumerable.Range(0, qubits) from b in Enumerable.Range(0, qubits) where a < b select (a, b)));

    public static Device Grid(int side, string gate, bool bothOrders = true)
    {
        var pairs = new List<(int, int)>();
        for (int q = 0; q < side * side; q++)
        {
            if (q % side < side - 1)
                pairs.Add((q, q + 1));
            if (q / side < side - 1)
                pairs.Add((q + side, q));
        }
        return Make(side * side, gate, bothOrders, pairs);
    }

    /// <summary>Two hexagons of twelve qubits each that share an edge of three: a piece of heavy-hex.</summary>
    public static Device HeavyHex(string gate, bool bothOrders = true)
    {
        var pairs = Enumerable.Range(0, 12).Select(q => (q, (q + 1) % 12)).ToList();
        pairs.AddRange([(2, 12), (12, 13), (13, 14), (14, 15), (15, 16), (16, 17), (17, 18), (18, 19), (19, 20), (20, 6)]);
        return Make(21, gate, bothOrders, pairs);
    }

    /// <summary>A device with given couplers; dead ones have error 1.</summary>
    public static Device Make(
        int qubits, string gate, bool bothOrders, IEnumerable<(int First, int Second)> pairs, params (int, int)[] dead)
    {
        var stream = StreamKey.Root(7, "test device").Derive(gate, qubits).Open();
        double Random(double low, double high) => low + (high - low) * stream.NextDouble();
        GateSite Pair((int First, int Second) p) =>
            new([p.First, p.Second], dead.Contains(p) ? 1 : Random(0.004, 0.02), 2e-9 * Math.Round(Random(100, 300)), bothOrders);
        GateSite[] one = [.. Enumerable.Range(0, qubits).Select(q => new GateSite([q], Random(1e-4, 5e-4), 36e-9, false))];
        (int First, int Second)[] edges = [.. pairs];
        return new Device
        {
            Name = $"test_{gate}_{qubits}",
            Machine = "test",
            Vendor = "test",
            Technology = "test",
            Kind = DeviceKind.Calibration,
            Source = new DeviceSource { Text = "made for tests" },
            Semantics = NoiseSemantics.AerTarget,
            Dt = 2e-9,
            Qubits = [.. Enumerable.Range(0, qubits).Select(_ => Qubit(Random(0.005, 0.03)))],
            Coupling = CouplingMap.FromCouplers(qubits, edges.Select(p => new Coupler(p.First, p.Second, bothOrders))),
            Gates =
            [
                .. new[]
                {
                    NativeGate.Virtual("rz", 1), NativeGate.Physical("sx", 1, one), NativeGate.Physical("x", 1, one),
                    NativeGate.Physical(gate, 2, edges.Select(Pair))
                }.OrderBy(g => g.Name, StringComparer.Ordinal)
            ],
            Basis = [.. new[] { gate, "rz", "sx", "x" }.Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The same with other one-qubit gates than sx and x.</summary>
    private static Device WithPulses(string[] pulses, Device device)
    {
        if (pulses.Length == 0)
            return device;
        NativeGate[] gates = [.. device.Gates.Where(g => g.Name is not ("sx" or "x"))];
        IEnumerable<NativeGate> other = pulses.Select(name => NativeGate.Physical(name, 1, device.Gate("sx")!.Sites));
        gates = [.. gates.Concat(other).OrderBy(g => g.Name, StringComparer.Ordinal)];
        return device with { Gates = [.. gates], Basis = [.. gates.Select(g => g.Name)] };
    }

    private static Qubit Qubit(double readout) => new()
    {
        T1 = 1e-4,
        T2 = 8e-5,
        Readout = new Readout { P1Given0 = readout, P0Given1 = readout, Error = readout, Length = 1e-6 },
        ResetDuration = 1e-6,
    };
}
