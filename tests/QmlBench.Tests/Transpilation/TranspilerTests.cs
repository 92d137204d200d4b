using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

public sealed class TranspilerTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");

    public static TheoryData<string, int> DevicesAndEfforts()
    {
        var data = new TheoryData<string, int>();
        foreach (string device in new[] { "line cx", "line ecr", "grid cz", "hex ecr", "hex cx", "full cz", "full ms", "line rzz prx", "ideal" })
            foreach (int effort in Transpiler.SupportedEfforts)
                data.Add(device, effort);
        return data;
    }

    private static Device Find(string name) => name switch
    {
        "line cx" => TestDevices.Line(6, "cx"),
        "line ecr" => TestDevices.Line(6, "ecr", bothOrders: false),
        "grid cz" => TestDevices.Grid(3, "cz"),
        "hex ecr" => TestDevices.HeavyHex("ecr", bothOrders: false),
        "hex cx" => TestDevices.HeavyHex("cx"),
        "full cz" => TestDevices.AllToAll(5, "cz"),
        "full ms" => TestDevices.AllToAll(5, "ms", "gpi2", "gpi"),
        "line rzz prx" => TestDevices.Line(5, "rzz", true, "prx"),
        _ => Device.Ideal(6)
    };

    [Theory]
    [MemberData(nameof(DevicesAndEfforts))]
    public void WholeCatalogueKeepsItsUnitaryAndIsNative(string device, int effort)
    {
        var target = Target.For(Find(device));
        for (ulong seed = 0; seed < (effort == 3 ? 5ul : 12ul); seed++)
        {
            Circuit circuit = RandomCircuits.OfCatalogue(2 + (int)(seed % 4), 12, seed);
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.True(native.Equivalence.Verified);
            Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-9);
            AssertNative(native.Circuit, target);
        }
    }

    [Theory]
    [MemberData(nameof(DevicesAndEfforts))]
    public void SymbolicCircuitsKeepTheirUnitaryAtAnyValuesWithParametersOnlyInRz(string device, int effort)
    {
        var target = Target.For(Find(device));
        for (ulong seed = 0; seed < (effort == 3 ? 4ul : 8ul); seed++)
        {
            Circuit circuit = RandomCircuits.Symbolic(2 + (int)(seed % 4), 10, 100 + seed);
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.Equal(circuit.Parameters, native.Circuit.Parameters);
            AssertNative(native.Circuit, target);
            AssertSymbolsOnlyInRz(native.Circuit);
            foreach (double[] values in (double[][])[[0.3, -1.1, 2.2], [0, 0, 0], [5.1, -7, 1e-3]])
                Assert.InRange(CompiledUnitary.Difference(circuit, native, values), 0, 1e-9);
        }
    }

    [Fact]
    public void SameKeySameBytes()
    {
        var target = Target.For(TestDevices.HeavyHex("ecr", bothOrders: false));
        Circuit circuit = RandomCircuits.OfCatalogue(8, 40, 3);
        NativeCircuit one = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        NativeCircuit two = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        Assert.Equal(one.Circuit.ContentHash, two.Circuit.ContentHash);
        Assert.Equal(one.FinalLayout, two.FinalLayout);
    }

    [Fact]
    public void CompiledCircuitsCompileToThemselvesAtEffortZero()
    {
        var target = Target.For(TestDevices.Line(4, "cx"));
        Circuit circuit = Circuit.Builder(4).SX(0).RZ(0.4, 0).CX(0, 1).X(2).CX(2, 1).CX(2, 3).Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(0, Key), null, CancellationToken.None);
        Assert.Equal(circuit.Count, native.Circuit.Count);
        for (int i = 0; i < circuit.Count; i++)
            Assert.True(native.Circuit[i].Is(circuit[i].Gate) && native.Circuit[i].Qubits.SequenceEqual(circuit[i].Qubits));
    }

    [Fact]
    public void MeasurementsAndConditionsInTheMiddleAreKept()
    {
        var target = Target.For(TestDevices.Line(5, "ecr", bothOrders: false));
        Circuit circuit = Circuit.Builder(4, 3).H(0).CX(0, 3).Measure(0, 0).Reset(0)
            .Add(StandardGates.H, [], [1], Condition.Bit(0)).CX(1, 2).Measure(2, 1)
            .Add(StandardGates.CX, [], [0, 3], Condition.Bit(1)).Measure(3, 2).Build();
        foreach (int effort in Transpiler.SupportedEfforts)
        {
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.True(native.Equivalence.Verified);
            Assert.Equal(3, native.Circuit.CountOf(OperationKind.Measure));
            AssertNative(native.Circuit, target);
        }
    }

    [Fact]
    public void SwapsAreElidedAndTheFinalLayoutSaysSo()
    {
        var target = Target.For(TestDevices.Line(3, "cx"));
        Circuit circuit = Circuit.Builder(3).H(0).Swap(0, 2).Swap(1, 2).Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        Assert.Equal(0, native.Circuit.TwoQubitGateCount);
        Assert.Equal(native.InitialLayout[0], native.FinalLayout[1]);
        Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-9);
    }

    [Fact]
    public void GivenLayoutIsTheInitialLayout()
    {
        var target = Target.For(TestDevices.Line(6, "cx"));
        Circuit circuit = RandomCircuits.OfCatalogue(3, 10, 4);
        foreach (int effort in Transpiler.SupportedEfforts)
            Assert.Equal([5, 0, 2], Transpiler.Compile(circuit, target, new(effort, Key, [5, 0, 2]), null, default).InitialLayout);
    }

    [Fact]
    public void DeadCouplersAreRoutedAround()
    {
        var target = Target.For(TestDevices.Make(6, "cx", true, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)], (2, 3)));
        Circuit circuit = Circuit.Builder(6).CX(0, 1).CX(1, 2).CX(2, 3).CX(3, 4).CX(4, 5).CX(5, 0).Build();
        foreach (int effort in Transpiler.SupportedEfforts)
            AssertNative(Transpiler.Compile(circuit, target, new(effort, Key), null, default).Circuit, target);
    }

    [Fact]
    public void DiagonalsBeforeMeasurementGoOnlyWhereBitstringsAloneAreAsked()
    {
        var target = Target.For(TestDevices.Line(3, "cx"));
        Circuit circuit = Circuit.Builder(2, 2).H(0).H(1).CZ(0, 1).Measure(0, 0).Measure(1, 1).Build();
        Assert.Equal(1, Transpiler.Compile(circuit, target, new(2, Key), null, default).Circuit.TwoQubitGateCount);
        Assert.Equal(0, Transpiler.Compile(circuit, target, new(2, Key, BitstringsOnly: true), null, default).Circuit.TwoQubitGateCount);
    }

    /// <summary>A swap after a measurement would make it one in the middle: measurements wait for the end of routing.</summary>
    [Fact]
    public void FinalMeasurementsStayFinalAtTheFinalLayout()
    {
        var target = Target.For(TestDevices.Line(6, "cx"));
        for (ulong seed = 0; seed < 10; seed++)
        {
            CircuitBuilder builder = Circuit.Builder(5, 5).Append(RandomCircuits.OfCatalogue(5, 12, 300 + seed));
            builder.Measure(1, 3).CX(0, 4).CX(2, 3).CX(0, 3).Barrier(0, 2, 3, 4).Measure(4, 0).Measure(0, 4);
            Circuit circuit = builder.Build();
            foreach (int effort in Transpiler.SupportedEfforts)
            {
                NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
                Assert.False(native.Circuit.HasMidCircuit);
                for (int i = 0; i < native.Circuit.Count; i++)
                    if (native.Circuit[i].Kind == OperationKind.Measure)
                    {
                        int logical = native.Circuit[i].Clbit switch { 3 => 1, 0 => 4, _ => 0 };
                        Assert.Equal(native.FinalLayout[logical], native.Circuit[i].Qubits[0]);
                    }
            }
        }
    }

    [Fact]
    public void ScoreChoosesAmongCandidates()
    {
        var target = Target.For(TestDevices.HeavyHex("cx"));
        Circuit circuit = RandomCircuits.OfCatalogue(6, 40, 9);
        var depths = new List<int>();
        double Score(NativeCircuit native)
        {
            depths.Add(native.Circuit.Depth());
            return -depths[^1];
        }
        NativeCircuit best = Transpiler.Compile(circuit, target, new(3, Key), Score, CancellationToken.None);
        Assert.True(depths.Count > 1);
        Assert.Equal(depths.Min(), best.Facts.After.Depth);
    }

    public static TheoryData<string, string> Refused() => new()
    {
        { "size", "has 7 qubits, but device 'test_cx_6' has 6" },
        { "parts", "of which interact 0, 1, 2, 3. They do not fit the connected parts of device 'test_cx_6' without dead couplers and qubits: 3 qubits (0, 1, 2); 3 qubits (3, 4, 5)." },
        { "layout parts", "no live coupler joins" },
        { "layout twice", "twice" },
        { "layout short", "Name one for each" },
        { "effort", "Effort 9 is not supported" },
        { "refuse", "'refuse'" },
        { "basis", "Gate 'cx' on qubits 0, 1 has no native path on device 'test_cx_6' (basis: cx, rz, sx, x): one-qubit gates" },
        { "two-qubit basis", "Gate 'cx' on qubits 0, 1 has no native path on device 'test_swap_6' (basis: rz, swap, sx, x): two-qubit gates" },
        { "dead", "(1 dead: 2-3): 3 qubits (0, 1, 2); 3 qubits (3, 4, 5)." },
        { "dead layout", "that no live coupler joins (1 dead: 2-3)" }
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusalsNameTheOffenderAndTheRemedy(string fault, string message)
    {
        Device line = TestDevices.Line(6, "cx");
        Device split = TestDevices.Make(6, "cx", true, [(0, 1), (1, 2), (3, 4), (4, 5)]);
        Circuit chain = Circuit.Builder(4).CX(0, 1).CX(1, 2).CX(2, 3).Build();
        var (circuit, device, options) = fault switch
        {
            "size" => (Circuit.Builder(7).H(6).Build(), line, new TranspileOptions(2, Key)),
            "parts" => (chain, split, new(2, Key)),
            "layout parts" => (chain, split, new(2, Key, [0, 1, 2, 3])),
            "layout twice" => (chain, line, new(2, Key, [0, 1, 2, 2])),
            "layout short" => (chain, line, new(2, Key, [0])),
            "effort" => (chain, line, new(9, Key)),
            "two-qubit basis" => (chain, TestDevices.Line(6, "swap"), new(2, Key)),
            "dead" => (chain, Broken(), new(2, Key)),
            "dead layout" => (chain, Broken(), new(2, Key, [1, 2, 3, 4])),
            "refuse" => (chain, line, new(0, Key, Bind: BindMode.Refuse)),
            _ => (chain, line with { Gates = [.. line.Gates.Where(g => g.Name != "rz")] }, new TranspileOptions(2, Key))
        };
        var refusal = Assert.Throws<TranspilationException>(
            () => Transpiler.Compile(circuit, Target.For(device), options, null, CancellationToken.None));
        Assert.Contains(message, refusal.Message);
    }

    /// <summary>A line of six whose middle coupler is out of order.</summary>
    private static Device Broken() => TestDevices.Make(6, "cx", true, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)], (2, 3));

    /// <summary>A circuit of one-qubit gates compiles on a device whose two-qubit gates cannot be compiled to.</summary>
    [Fact]
    public void OneQubitCircuitsNeedNoTwoQubitGate()
    {
        var target = Target.For(TestDevices.Line(3, "swap"));
        NativeCircuit native = Transpiler.Compile(Circuit.Builder(2).H(0).T(1).Build(), target, new(2, Key), null, default);
        AssertNative(native.Circuit, target);
    }

    /// <summary>A block that is a controlled gate but for a swap is written as that gate, and the wires are renamed.</summary>
    [Fact]
    public void SwapsInsideBlocksAreElided()
    {
        var target = Target.For(TestDevices.AllToAll(4, "cx"));
        Circuit circuit = Circuit.Builder(4).H(0).CX(0, 1).CX(1, 0).T(1).CX(1, 2).Swap(1, 2).CX(2, 3).Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, default);
        Assert.Equal(3, native.Circuit.TwoQubitGateCount);
        Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-10);
    }

    internal static void AssertNative(Circuit circuit, Target target)
    {
        Assert.True(circuit.IsPhysical);
        Assert.Equal(target.QubitCount, circuit.QubitCount);
        for (int i = 0; i < circuit.Count; i++)
            if (circuit[i].Kind == OperationKind.Gate)
                Assert.True(target.Supports(circuit[i].Gate, circuit[i].Qubits), $"{circuit[i].Gate.Name} at {i}");
    }

    private static void AssertSymbolsOnlyInRz(Circuit circuit)
    {
        for (int i = 0; i < circuit.Count; i++)
            foreach (Angle angle in circuit[i].Angles)
                Assert.True(angle.IsConstant || circuit[i].Is(StandardGates.RZ));
    }
}
