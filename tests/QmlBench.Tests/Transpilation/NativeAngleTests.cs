using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>Angles of native circuits: at most half a turn either way, and no dust of rounding beside a fraction of π or a short
/// decimal.</summary>
public sealed class NativeAngleTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");

    [Theory]
    [InlineData(Math.PI / 2 + 2.3e-16, Math.PI / 2)]
    [InlineData(-Math.PI / 3 - 4e-16, -Math.PI / 3)]
    [InlineData(Math.PI, -Math.PI)]
    [InlineData(3 * Math.PI - 4e-15, -Math.PI)]
    [InlineData(-4.44e-16, 0)]
    [InlineData(4 * Math.PI + 5e-13, 0)]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(7, 7 - 2 * Math.PI)]
    [InlineData(1.2345678901234, 1.2345678901234)]
    [InlineData(2e-12, 2e-12)]
    public void ConstantsAreTidied(double value, double expected)
    {
        Assert.Equal(expected, NativeAngle.Tidy(value, out long turns).Constant);
        Assert.Equal(value, expected + 2 * Math.PI * turns, 1e-11);
    }

    [Fact]
    public void ConstantsBesideSymbolsAreTidiedAndSymbolsStay()
    {
        Angle symbol = 0.5 * Angle.Parameter(0);
        Assert.Equal(symbol, NativeAngle.Tidy(symbol - 4.44e-16, out _));
        Assert.Equal(symbol + Math.PI / 2, NativeAngle.Tidy(symbol + 2.5 * Math.PI, out long turns));
        Assert.Equal(1, turns);
        Angle product = Angle.Parameter(0) * Angle.Parameter(1);
        Assert.Equal(product, NativeAngle.Tidy(product, out _));
    }

    public static TheoryData<string> Technologies() => NativeBasesTests.Names();

    /// <summary>The unitary stays, global phase included.</summary>
    [Theory]
    [MemberData(nameof(Technologies))]
    public void NativeCircuitsHaveTidyAnglesAndTheirUnitary(string technology)
    {
        var target = Target.For(NativeBasesTests.Make(technology));
        for (ulong seed = 0; seed < 3; seed++)
        {
            Circuit circuit = seed == 0 ? Turns() : RandomCircuits.Symbolic(3, 8, 40 + seed);
            double[] values = [.. circuit.Parameters.Select((_, i) => 0.7 - 1.3 * i)];
            NativeCircuit native = Transpiler.Compile(circuit, target, new((int)(seed % 3), Key), null, CancellationToken.None);
            Assert.InRange(CompiledUnitary.Difference(circuit, native, values), 0, 1e-10);
            AssertTidy(native.Circuit.GlobalPhase);
            for (int i = 0; i < native.Circuit.Count; i++)
                foreach (Angle angle in native.Circuit[i].Angles)
                    AssertTidy(angle);
        }
    }

    /// <summary>Rotations by more than a turn, and by parts of π that add up with rounding.</summary>
    private static Circuit Turns()
    {
        CircuitBuilder builder = Circuit.Builder(2);
        Angle symbol = builder.Parameter("t");
        builder.RZ(7, 0).RX(-9.5, 0).RZ(0.1, 1).RZ(0.2, 1).RY(Math.PI / 3, 1).CX(0, 1).RZ(0.5 * symbol + 6.5 * Math.PI, 1).RZ(-Math.PI / 3, 1)
            .RX(11, 1).RZZ(8, 0, 1).Add(StandardGates.U, [5.5, 7, -8], [0]).GlobalPhase(40);
        return builder.Build();
    }

    private static void AssertTidy(Angle angle)
    {
        if (!angle.IsAffine)
            return;
        Assert.InRange(angle.Offset, -Math.PI, Math.PI);
        double tidy = NativeAngle.Tidy(angle.Offset, out _).Constant;
        Assert.Equal(tidy, angle.Offset);
    }
}
