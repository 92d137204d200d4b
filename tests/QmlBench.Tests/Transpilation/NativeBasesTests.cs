using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>Circuits compile exactly to a small device of every technology that is shipped.</summary>
public sealed class NativeBasesTests
{
    private static readonly StreamKey Key = StreamKey.Root(3, "routing");

    /// <summary>Two-qubit gates, one-qubit gates, virtual gates.</summary>
    private static readonly SortedDictionary<string, (string[] Pairs, string[] Pulses, string[] Virtual)> Technologies = new(StringComparer.Ordinal)
    {
        ["almaden"] = (["cx"], ["u2", "u3", "id"], ["u1"]),
        ["falcon"] = (["cx"], ["sx", "x", "id"], ["rz"]),
        ["eagle"] = (["ecr"], ["sx", "x"], ["rz"]),
        ["heron fractional"] = (["cz", "rzz"], ["sx", "x", "rx"], ["rz"]),
        ["rainbow"] = (["sqrt_iswap", "syc"], ["phxz"], ["rz"]),
        ["sycamore"] = (["syc"], ["phxz"], ["rz"]),
        ["sqrt"] = (["sqrt_iswap"], ["phxz"], ["rz"]),
        ["willow"] = (["cz"], ["phxz"], ["rz"]),
        ["willow without rz"] = (["cz"], ["phxz"], []),
        ["garnet"] = (["cz"], ["prx"], []),
        ["garnet with rz"] = (["cz"], ["prx"], ["rz"]),
        ["garnet with cx"] = (["cx"], ["prx"], []),
        ["h1"] = (["zz"], ["prx"], ["rz"]),
        ["forte"] = (["rzz"], ["gpi", "gpi2"], ["rz"]),
        ["aria"] = (["ms"], ["gpi", "gpi2"], ["rz"]),
        ["aria without rz"] = (["ms"], ["gpi2"], []),
        ["ideal couplers"] = (["fsim"], ["u"], ["p"]),
        ["iswap"] = (["iswap"], ["u3"], [])
    };

    public static TheoryData<string, int> TechnologiesAndEfforts()
    {
        var data = new TheoryData<string, int>();
        foreach (string technology in Technologies.Keys)
            foreach (int effort in (int[])[0, 2])
                data.Add(technology, effort);
        return data;
    }

    [Theory]
    [MemberData(nameof(TechnologiesAndEfforts))]
    public void RandomCircuitsKeepTheirUnitaryAndAreNative(string technology, int effort)
    {
        var target = Target.For(Make(technology));
        for (ulong seed = 0; seed < 3; seed++)
        {
            int qubits = 3 + (int)(seed % 3);
            Circuit circuit = RandomCircuits.OfCatalogue(qubits, 10, 500 + seed);
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.True(native.Equivalence.Verified);
            Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-10 * Math.Max(1, native.Circuit.TwoQubitGateCount));
            TranspilerTests.AssertNative(native.Circuit, target);
        }
    }

    [Theory]
    [MemberData(nameof(TechnologiesAndEfforts))]
    public void SymbolicCircuitsKeepTheirUnitaryAtAnyValues(string technology, int effort)
    {
        var target = Target.For(Make(technology));
        for (ulong seed = 0; seed < (effort == 0 ? 1ul : 2ul); seed++)
        {
            Circuit circuit = RandomCircuits.Symbolic(3, 8, 600 + seed);
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.Equal(circuit.Parameters, native.Circuit.Parameters);
            TranspilerTests.AssertNative(native.Circuit, target);
            foreach (double[] values in (double[][])[[0.3, -1.1, 2.2], [5.1, -7, 1e-3]])
                Assert.InRange(CompiledUnitary.Difference(circuit, native, values), 0, 1e-9);
        }
    }

    public static TheoryData<string> Names() => [.. Technologies.Keys];

    [Theory]
    [MemberData(nameof(TechnologiesAndEfforts))]
    public void MeasurementsResetsAndConditionsAreKept(string technology, int effort)
    {
        var target = Target.For(Make(technology));
        Circuit circuit = Circuit.Builder(4, 3).H(0).T(0).CX(0, 3).Measure(0, 0).Reset(0).H(0)
            .Add(StandardGates.H, [], [1], Condition.Bit(0)).CX(1, 2).Measure(2, 1).S(2)
            .Add(StandardGates.CX, [], [0, 3], Condition.Bit(1)).Add(StandardGates.S, [], [3], Condition.Bit(0)).H(3).Measure(3, 2).Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
        Assert.True(native.Equivalence.Verified);
        TranspilerTests.AssertNative(native.Circuit, target);
    }

    /// <summary>One two-qubit gate an edge where the entangler is of the CX class or takes any angle, two otherwise.</summary>
    [Theory]
    [InlineData("garnet", 2)]
    [InlineData("h1", 2)]
    [InlineData("willow", 2)]
    [InlineData("aria", 2)]
    [InlineData("rainbow", 4)]
    [InlineData("sycamore", 4)]
    public void GreenbergerHorneZeilingerTakesItsKnownCount(string technology, int gates)
    {
        var target = Target.For(Make(technology));
        Circuit circuit = Circuit.Builder(3, 3).H(0).CX(0, 1).CX(1, 2).MeasureAll().Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key, BitstringsOnly: true), null, CancellationToken.None);
        Assert.True(native.Equivalence.Verified);
        Assert.Equal(gates, native.Circuit.TwoQubitGateCount);
    }

    /// <summary>Rotations about z cost nothing on a device without a gate for them where the circuit is measured.</summary>
    [Fact]
    public void RotationsAboutZAreCarriedToTheMeasurement()
    {
        var target = Target.For(Make("garnet"));
        Circuit circuit = Circuit.Builder(2, 2).H(0).RZ(0.3, 0).CZ(0, 1).RZ(1.1, 0).SX(0).RZ(0.7, 0).RZ(0.2, 1).SX(1).MeasureAll().Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key, BitstringsOnly: true), null, CancellationToken.None);
        Assert.InRange(native.Circuit.OneQubitGateCount, 1, 3);
        Assert.True(native.Equivalence.Verified);
    }

    /// <summary>Of two entanglers the one with the larger success product writes each block.</summary>
    [Theory]
    [InlineData(0.01, 0.01, "rzz")]
    [InlineData(0.01, 0.03, "cz")]
    public void EveryBlockIsWrittenInTheGateThatCostsLeast(double errorOfCZ, double errorOfRzz, string chosen)
    {
        Device device = Make("heron fractional");
        NativeGate With(NativeGate gate) => gate.Name is not ("cz" or "rzz") ? gate : NativeGate.Physical(
            gate.Name, 2, gate.Sites.Select(s => new GateSite(s.Qubits, gate.Name == "cz" ? errorOfCZ : errorOfRzz, s.Duration, s.BothOrders)));
        var target = Target.For(device with { Gates = [.. device.Gates.Select(With)] });
        Circuit circuit = Circuit.Builder(2).H(0).RZZ(0.4, 0, 1).H(1).Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        for (int i = 0; i < native.Circuit.Count; i++)
            if (native.Circuit[i].Qubits.Length == 2)
                Assert.Equal(chosen, native.Circuit[i].Gate.Name);
        Assert.Equal(chosen == "rzz" ? 1 : 2, native.Circuit.TwoQubitGateCount);
    }

    /// <summary>One rx instead of two sx, unless its error is more than theirs together.</summary>
    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.003, 2)]
    public void PulsesAreChosenByTheirErrors(double errorOfRx, int pulses)
    {
        Device device = Make("heron fractional");
        NativeGate With(NativeGate gate) => gate.Arity != 1 || gate.IsVirtual ? gate : NativeGate.Physical(
            gate.Name, 1, gate.Sites.Select(s => new GateSite(s.Qubits, gate.Name == "rx" ? errorOfRx : 0.001, s.Duration, s.BothOrders)));
        var target = Target.For(device with { Gates = [.. device.Gates.Select(With)] });
        NativeCircuit native = Transpiler.Compile(Circuit.Builder(1).RY(0.4, 0).Build(), target, new(2, Key), null, CancellationToken.None);
        int found = Enumerable.Range(0, native.Circuit.Count).Count(i => !native.Circuit[i].Is(StandardGates.RZ));
        Assert.Equal(pulses, found);
    }

    /// <summary>A line of five qubits with the gates of a technology.</summary>
    internal static Device Make(string technology)
    {
        (string[] pairs, string[] pulses, string[] free) = Technologies[technology];
        Device device = TestDevices.Line(5, pairs[0], true, pulses);
        NativeGate[] gates =
        [
            .. device.Gates.Where(g => g.Name != "rz"), .. free.Select(name => NativeGate.Virtual(name, 1)),
            .. pairs.Skip(1).Select(name => NativeGate.Physical(name, 2, device.Gate(pairs[0])!.Sites))
        ];
        Array.Sort(gates, (x, y) => string.CompareOrdinal(x.Name, y.Name));
        return device with { Gates = [.. gates], Basis = [.. gates.Select(g => g.Name)] };
    }
}
