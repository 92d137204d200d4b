using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>One-qubit gates under one condition are one run, as long as nothing writes what the condition reads.</summary>
public sealed class ConditionalRunsTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");

    private static NativeCircuit Compile(Circuit circuit, int effort) =>
        Transpiler.Compile(circuit, Target.For(TestDevices.Line(3, "cx")), new(effort, Key), null, CancellationToken.None);

    private static CircuitBuilder Start() => Circuit.Builder(2, 2).H(0).SX(1).Measure(0, 0);

    private static void On(CircuitBuilder builder, int bit, params Gate[] gates)
    {
        foreach (Gate gate in gates)
            builder.Add(gate, [], [1], Condition.Bit(bit));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ARunUnderOneConditionTakesAtMostTwoPulses(int effort)
    {
        CircuitBuilder builder = Start();
        On(builder, 0, StandardGates.H, StandardGates.T, StandardGates.H, StandardGates.T, StandardGates.H, StandardGates.T, StandardGates.H);
        NativeCircuit native = Compile(builder.Build(), effort);
        Assert.True(native.Equivalence.Verified);
        Assert.InRange(Pulses(native), 1, 2);
        builder = Start();
        On(builder, 0, StandardGates.H, StandardGates.X, StandardGates.X, StandardGates.H);
        Assert.Equal(0, Pulses(Compile(builder.Build(), effort)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WritingABitOrAnotherConditionEndsTheRun(int effort)
    {
        CircuitBuilder written = Start(), other = Start(), free = Start();
        On(written, 0, StandardGates.H);
        written.H(0).Measure(0, 0);
        On(written, 0, StandardGates.H);
        On(other, 0, StandardGates.H);
        On(other, 1, StandardGates.H);
        On(free, 0, StandardGates.H);
        free.H(1);
        On(free, 0, StandardGates.H);
        foreach (Circuit circuit in new[] { written.Build(), other.Build(), free.Build() })
        {
            NativeCircuit native = Compile(circuit, effort);
            Assert.True(native.Equivalence.Verified);
            Assert.Equal(2, Pulses(native));
        }
    }

    /// <summary>Pulses under a condition.</summary>
    private static int Pulses(NativeCircuit native) => Enumerable.Range(0, native.Circuit.Count).Count(i =>
        native.Circuit[i].Condition is not null && (native.Circuit[i].Is(StandardGates.SX) || native.Circuit[i].Is(StandardGates.X)));
}
