using QmlBench.Circuits;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>Devices of several parts that no coupler joins.</summary>
public sealed class DisconnectedDeviceTests
{
    private static readonly StreamKey Key = StreamKey.Root(0, "routing");

    public static TheoryData<int> Efforts => [.. Transpiler.SupportedEfforts];

    /// <summary>Two lines of four.</summary>
    private static Device Lines() => TestDevices.Make(8, "cx", true, [(0, 1), (1, 2), (2, 3), (4, 5), (5, 6), (6, 7)]);

    [Theory]
    [MemberData(nameof(Efforts))]
    public void GroupsThatDoNotInteractTakePartsOfTheirOwn(int effort)
    {
        // Two triangles: neither is a piece of a line, so both are routed.
        Circuit circuit = Circuit.Builder(6).H(0).CX(0, 2).T(2).CX(2, 4).CX(4, 0).H(1).CX(1, 3).T(3).CX(3, 5).CX(5, 1).Build();
        var target = Target.For(Lines());
        NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, default);
        TranspilerTests.AssertNative(native.Circuit, target);
        Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-10);
        Assert.NotEqual(native.InitialLayout[0] / 4, native.InitialLayout[1] / 4);
    }

    [Theory]
    [MemberData(nameof(Efforts))]
    public void QubitsThatDoNotInteractGoAnywhere(int effort)
    {
        Circuit circuit = Circuit.Builder(5, 5).H(0).H(1).H(2).H(3).H(4).Measure(0, 0).Measure(4, 4).Build();
        NativeCircuit native = Transpiler.Compile(circuit, Target.For(Lines()), new(effort, Key), null, default);
        Assert.True(native.Equivalence.Verified);
    }

    /// <summary>Largest first would put 3 and 3 on the part of 6 and leave no room for one of 4, 4.</summary>
    [Fact]
    public void GroupsArePackedWhereverThatCanBeDone()
    {
        Device device = TestDevices.Make(14, "cx", true,
            [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (6, 7), (7, 8), (8, 9), (10, 11), (11, 12), (12, 13)]);
        CircuitBuilder builder = Circuit.Builder(14);
        foreach ((int first, int size) in new[] { (0, 3), (3, 4), (7, 3), (10, 4) })
            for (int q = first; q < first + size; q++)
                builder.CX(q, first + (q + 1 - first) % size);
        NativeCircuit native = Transpiler.Compile(builder.Build(), Target.For(device), new(2, Key), null, default);
        TranspilerTests.AssertNative(native.Circuit, Target.For(device));
        Assert.True(native.Equivalence.Verified);
    }

    /// <summary>What a lower effort cannot place, because it keeps gates that cancel, is no fault of a higher one.</summary>
    [Fact]
    public void GatesThatCancelJoinNothing()
    {
        CircuitBuilder builder = Circuit.Builder(8).CX(3, 4).CX(3, 4);
        foreach (int q in new[] { 0, 1, 2, 4, 5, 6 })
            builder.CX(q, q + 1);
        Circuit circuit = builder.Build();
        var target = Target.For(Lines());
        Assert.Throws<TranspilationException>(() => Transpiler.Compile(circuit, target, new(0, Key), null, default));
        Assert.True(Transpiler.Compile(circuit, target, new(2, Key), null, default).Equivalence.Verified);
    }

    [Fact]
    public void RefusalNamesGroupsAndParts()
    {
        Circuit circuit = Circuit.Builder(7).CX(0, 1).CX(1, 2).CX(2, 3).CX(3, 4).CX(5, 6).Build();
        string message = Assert.Throws<TranspilationException>(
            () => Transpiler.Compile(circuit, Target.For(Lines()), new(2, Key), null, default)).Message;
        Assert.Contains("uses 7 qubits, of which interact 0, 1, 2, 3, 4; 5, 6.", message, StringComparison.Ordinal);
        Assert.Contains("4 qubits (0, 1, 2, 3); 4 qubits (4, 5, 6, 7)", message, StringComparison.Ordinal);
        Assert.Contains("Choose another device", message, StringComparison.Ordinal);
    }
}
