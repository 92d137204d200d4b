using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Tests.Transpilation;

public sealed class TableauCheckTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");
    private static readonly HashSet<string> Clifford = ["x", "y", "z", "h", "s", "sdg", "sx", "cx", "cz", "cy", "swap", "iswap", "ecr"];

    private static Circuit Random(int qubits, int gates, ulong seed) =>
        RandomCircuits.Make(qubits, gates, seed, 0, gate => Clifford.Contains(gate.Name));

    private static CompileDraft Draft(NativeCircuit native) =>
        new(native.Circuit, [], native.InitialLayout, native.FinalLayout, string.Empty, 0);

    [Fact]
    public void LargeCliffordCircuitsAreProvenThisWay()
    {
        var target = Target.For(TestDevices.Grid(6, "cz"));
        Circuit circuit = Random(30, 120, 5);
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        Assert.True(native.Equivalence.Verified);
        Assert.StartsWith("tableau", native.Equivalence.Method, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AGateMoreAnotherSignOrAnotherLayoutIsABug(int effort)
    {
        var target = Target.For(TestDevices.HeavyHex("ecr", bothOrders: false));
        for (ulong seed = 0; seed < 5; seed++)
        {
            Circuit circuit = Random(4, 15, 60 + seed);
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.True(TableauCheck.Run(circuit, Draft(native), false)!.Verified);
            Circuit more = circuit.Then(Circuit.Builder(4).S(2).Build()), sign = circuit.Then(Circuit.Builder(4).Z(1).Build());
            ImmutableArray<int> wrong = [.. native.FinalLayout.Reverse()];
            foreach (var (source, draft) in new[] { (more, Draft(native)), (sign, Draft(native)), (circuit, Draft(native) with { FinalLayout = wrong }) })
                Assert.StartsWith("Bug in QmlBench", Assert.Throws<InvalidOperationException>(
                    () => TableauCheck.Run(source, draft, false)).Message, StringComparison.Ordinal);
            // Where bitstrings alone are asked a final diagonal may be missing: another check decides.
            Assert.Null(TableauCheck.Run(sign, Draft(native), true));
        }
    }

    [Fact]
    public void WhatIsNotCliffordIsLeftToOthers()
    {
        Circuit circuit = Circuit.Builder(2).H(0).T(0).CX(0, 1).Build();
        NativeCircuit native = Transpiler.Compile(circuit, Target.For(TestDevices.Line(2, "cx")), new(2, Key), null, CancellationToken.None);
        Assert.Null(TableauCheck.Run(circuit, Draft(native), false));
    }
}
