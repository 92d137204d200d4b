using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

public sealed class NativeInverseTests
{
    [Theory]
    [InlineData("cx")]
    [InlineData("cz")]
    [InlineData("ecr")]
    public void InverseUndoesTheCircuitInNativeGates(string gate)
    {
        var target = Target.For(TestDevices.Line(3, gate, bothOrders: false));
        Circuit source = RandomCircuits.Symbolic(3, 12, 5);
        NativeCircuit native = Transpiler.Compile(source, target, TranspileOptions.Default(StreamKey.Root(1, "r")), null, default);
        CircuitBuilder builder = Circuit.Builder(3).Physical();
        foreach (string parameter in native.Circuit.Parameters)
            builder.Parameter(parameter);
        builder.Append(native.Circuit, [0, 1, 2]);
        for (int i = native.Circuit.Count - 1; i >= 0; i--)
            NativeInverse.Append(builder, native.Circuit[i], target);
        Circuit there = builder.GlobalPhase(-native.Circuit.GlobalPhase).Build();
        TranspilerTests.AssertNative(there, target);
        var unitary = there.Unitary([0.3, 1.7, -2.2]);
        for (int i = 0; i < 64; i++)
            Assert.InRange((unitary[i / 8, i % 8] - (i % 9 == 0 ? 1 : 0)).Magnitude, 0, 1e-10);
    }

    [Theory]
    [InlineData("sx", 1)]
    [InlineData("sqrt_iswap", 2)]
    [InlineData("zz", 2)]
    [InlineData("syc", 2)]
    public void AGateWithoutNativeInverseIsUndoneByItselfAmongTurns(string name, int qubits)
    {
        Assert.True(StandardGates.TryFind(name, out Gate? gate));
        var target = Target.For(TestDevices.Line(2, qubits == 2 ? name : "cz"));
        Circuit forward = Circuit.Builder(2).Physical().Add(gate, [], [.. Enumerable.Range(0, qubits)]).Build();
        CircuitBuilder builder = Circuit.Builder(2).Physical().Append(forward, [0, 1]);
        NativeInverse.Append(builder, forward[0], target);
        Circuit both = builder.Build();
        TranspilerTests.AssertNative(both, target);
        var unitary = both.Unitary([]);
        for (int i = 0; i < 16; i++)
            Assert.InRange((unitary[i / 4, i % 4] - (i % 5 == 0 ? 1 : 0)).Magnitude, 0, 1e-15);
    }

    [Fact]
    public void SycamoreIsUndoneWithThePulsesOfGoogle()
    {
        var target = Target.For(ShippedDevices.Load("google_weber_2021-11-03"));
        int[] operands = [.. target.Device.Gate("syc")!.Sites[0].Qubits];
        Circuit forward = Circuit.Builder(target.QubitCount).Physical().Add(StandardGates.Syc, [], operands).Build();
        CircuitBuilder builder = Circuit.Builder(target.QubitCount).Physical();
        NativeInverse.Append(builder, forward[0], target);
        Circuit inverse = builder.Build();
        TranspilerTests.AssertNative(inverse, target);
        Assert.Equal(["rz", "phxz", "syc", "phxz"], Enumerable.Range(0, inverse.Count).Select(i => inverse[i].Gate.Name));
    }

    [Fact]
    public void MeasurementsHaveNoInverse()
    {
        var target = Target.For(TestDevices.Line(3, "cx"));
        Circuit circuit = Circuit.Builder(3, 1).Measure(0, 0).Build();
        Assert.Throws<TranspilationException>(() => NativeInverse.Append(Circuit.Builder(3), circuit[0], target));
    }
}
