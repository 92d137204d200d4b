using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

public sealed class TurnRecognitionTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");
    private static readonly Gate[] Pool =
    [
        StandardGates.CX, StandardGates.CZ, StandardGates.CY, StandardGates.ECR, StandardGates.RZ, StandardGates.P, StandardGates.RX,
        StandardGates.H, StandardGates.S
    ];

    /// <summary>cx p cx over all pairs, as feature maps are written, costs no more than the same with rzz.</summary>
    [Fact]
    public void LaddersOfCxAndSymbolsCostWhatRzzCosts()
    {
        var target = Target.For(TestDevices.Line(5, "cz"));
        CircuitBuilder ladder = Circuit.Builder(5), plain = Circuit.Builder(5);
        for (int repeat = 0; repeat < 2; repeat++)
        {
            Mix(ladder);
            Mix(plain);
            for (int a = 0; a < 5; a++)
                for (int b = a + 1; b < 5; b++)
                {
                    Angle here = ladder.Parameter($"x{a}") * ladder.Parameter($"x{b}");
                    Angle there = plain.Parameter($"x{a}") * plain.Parameter($"x{b}");
                    ladder.CX(a, b).P(2 * here, b).CX(a, b);
                    plain.RZZ(2 * there, a, b).GlobalPhase(there);
                }
        }
        NativeCircuit one = Compile(ladder.Build(), target), two = Compile(plain.Build(), target);
        Assert.Equal(two.Facts.After.TwoQubitGates, one.Facts.After.TwoQubitGates);
        Assert.InRange(CompiledUnitary.Difference(ladder.Build(), one, 0.3, -1.2, 2.5, 0.7, 1.9), 0, 1e-9);
    }

    /// <summary>Random circuits of two-qubit gates with symbolic rotations between them keep their unitary.</summary>
    [Fact]
    public void RewritingKeepsTheUnitary()
    {
        var target = Target.For(TestDevices.Line(4, "ecr", bothOrders: false));
        for (ulong seed = 0; seed < 40; seed++)
        {
            Circuit circuit = RandomCircuits.Make(4, 25, 900 + seed, 2, Pool.Contains);
            NativeCircuit native = Compile(circuit, target);
            Assert.InRange(CompiledUnitary.Difference(circuit, native, 0.4, -2.1), 0, 1e-9);
        }
    }

    private static NativeCircuit Compile(Circuit circuit, Target target) =>
        Transpiler.Compile(circuit, target, TranspileOptions.Default(Key), null, CancellationToken.None);

    private static void Mix(CircuitBuilder builder)
    {
        for (int q = 0; q < 5; q++)
            builder.H(q);
    }
}
