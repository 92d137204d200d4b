using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Tests.Transpilation;

public sealed class CancellationCheckTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");

    [Fact]
    public void MostCompiledCircuitsCancelWithTheirInput()
    {
        var target = Target.For(TestDevices.HeavyHex("ecr", bothOrders: false));
        int shown = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            Circuit circuit = RandomCircuits.Symbolic(3 + (int)(seed % 4), 25, 500 + seed);
            CompileDraft draft = new DeviceCompilation(circuit, target, new((int)(seed % 3), Key), null, CancellationToken.None).Run();
            if (new CancellationCheck(circuit, draft).Run(Key, false).Verified)
                shown++;
        }
        // Dense circuits of four-qubit gates are the hardest for block products: most cancel, none is claimed without proof.
        Assert.InRange(shown, 32, 40);
    }

    private static CompileDraft Draft(NativeCircuit native) =>
        new(native.Circuit, [], native.InitialLayout, native.FinalLayout, string.Empty, 0);

    /// <summary>Where the whole does not cancel, every pass does; and what is wrong by little is not shown.</summary>
    [Theory]
    [InlineData("ecr", 0)]
    [InlineData("ecr", 1)]
    [InlineData("ecr", 2)]
    [InlineData("ecr", 3)]
    [InlineData("ms", 2)]
    [InlineData("rzz", 3)]
    public void PassesShowWhatTheWholeDoesNot(string gate, int effort)
    {
        var target = Target.For(gate switch
        {
            "ecr" => TestDevices.HeavyHex("ecr", bothOrders: false),
            "ms" => TestDevices.AllToAll(6, "ms", "gpi2", "gpi"),
            _ => TestDevices.Line(6, "rzz", true, "prx")
        });
        for (ulong seed = 0; seed < (effort == 3 ? 1ul : 4ul); seed++)
        {
            Circuit circuit = RandomCircuits.Symbolic(4 + (int)(seed % 3), effort == 3 ? 20 : 40, 700 + seed);
            BindMode bind = effort > 0 && seed % 2 == 0 ? BindMode.Refuse : BindMode.Template;
            CompileDraft draft = new DeviceCompilation(circuit, target, new(effort, Key, Bind: bind), null, CancellationToken.None).Run();
            Equivalence found = new CancellationCheck(circuit, draft).Run(Key, false);
            Assert.True(found.Verified, $"seed {seed}: {found.Method}");
            Circuit other = circuit.Then(Circuit.Builder(circuit.QubitCount).RX(1e-7, 1).Build());
            Assert.False(new CancellationCheck(other, draft).Run(Key, false).Verified);
        }
    }

    [Fact]
    public void OneGateMoreOrAWrongLayoutDoesNotCancel()
    {
        var target = Target.For(TestDevices.Line(4, "cx"));
        Circuit circuit = RandomCircuits.OfCatalogue(4, 12, 1);
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        Circuit other = circuit.Then(Circuit.Builder(4).RZ(1e-3, 2).Build());
        Assert.True(new CancellationCheck(circuit, Draft(native)).Run(Key, false).Verified);
        Assert.False(new CancellationCheck(other, Draft(native)).Run(Key, false).Verified);
        ImmutableArray<int> wrong = [.. native.FinalLayout.Reverse()];
        Assert.False(new CancellationCheck(circuit, Draft(native) with { FinalLayout = wrong }).Run(Key, false).Verified);
    }

    [Fact]
    public void LargeRegistersAreVerifiedThisWay()
    {
        var target = Target.For(TestDevices.Grid(6, "cz"));
        Circuit circuit = RandomCircuits.Make(30, 150, 2, 2, gate => gate.QubitCount <= 2);
        NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
        Assert.True(native.Equivalence.Verified, native.Equivalence.Method);
        Assert.Contains("cancels", native.Equivalence.Method);
        TranspilerTests.AssertNative(native.Circuit, target);
    }

    /// <summary>qiskit-terra #10928: a cancellation that looked at one wire alone dropped the outer pair.</summary>
    [Fact]
    public void PairsBetweenWhichOneWireDoesNotCommuteStay()
    {
        var target = Target.For(TestDevices.Line(3, "cz"));
        Circuit circuit = Circuit.Builder(3).CZ(0, 1).H(1).CZ(1, 2).H(1).CZ(0, 1).Build();
        foreach (int effort in Transpiler.SupportedEfforts)
        {
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            // Two can be had: the outer pair turns the inner gate into one on 1, 2 and one on 0, 2.
            Assert.Equal(effort < 2 ? 3 : 2, native.Circuit.CountOf(StandardGates.CZ));
            Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-9);
        }
    }
}
