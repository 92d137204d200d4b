using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Binding;

namespace QmlBench.Tests.Transpilation.Binding;

public sealed class BindPlanTests
{
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");

    private static Device Find(string name) => name switch
    {
        "line cx" => TestDevices.Line(5, "cx"),
        "hex ecr" => TestDevices.HeavyHex("ecr", bothOrders: false),
        "full ms" => TestDevices.AllToAll(5, "ms", "gpi2", "gpi"),
        "line rzz rx" => TestDevices.Line(5, "rzz", true, "rx"),
        _ => TestDevices.Line(5, "cz", true, "prx")
    };

    private static NativeCircuit Compile(Circuit circuit, Target target, BindMode mode, int effort = 2) =>
        Transpiler.Compile(circuit, target, new(effort, Key, Bind: mode), null, CancellationToken.None);

    /// <summary>An ansatz with more symbols in a run than pulses are needed for any one-qubit unitary.</summary>
    private static Circuit Ansatz(int qubits, int layers)
    {
        CircuitBuilder builder = Circuit.Builder(qubits);
        for (int layer = 0; layer < layers; layer++)
        {
            for (int q = 0; q < qubits; q++)
                builder.RX(builder.Parameter($"x{q}"), q).RY(builder.Parameter($"a{layer}_{q}"), q).RZ(builder.Parameter($"b{layer}_{q}"), q);
            for (int q = 0; q + 1 < qubits; q++)
                builder.CX(q, q + 1);
        }
        return builder.Build();
    }

    [Theory]
    [InlineData("line cx", 1)]
    [InlineData("line cx", 3)]
    [InlineData("hex ecr", 2)]
    [InlineData("full ms", 2)]
    [InlineData("line rzz rx", 2)]
    [InlineData("line cz prx", 2)]
    public void EveryRowHasTheUnitaryOfItsInputAndOfCompilingItAlone(string device, int effort)
    {
        var target = Target.For(Find(device));
        RandomStream stream = Key.Derive("values").Open();
        int fused = 0;
        for (ulong seed = 0; seed < 8; seed++)
        {
            Circuit circuit = seed == 0 ? Ansatz(3, 2) : RandomCircuits.Symbolic(2 + (int)(seed % 3), 10, 300 + seed);
            NativeCircuit native = Compile(circuit, target, BindMode.Refuse, effort);
            Assert.True(native.Equivalence.Verified);
            TranspilerTests.AssertNative(native.Circuit, target);
            fused += native.Fused?.Runs ?? 0;
            var plan = BindPlan.Of(native);
            for (int row = 0; row < 4; row++)
            {
                // The first row has all angles degenerate, the second at the corners.
                double[] values = [.. circuit.Parameters.Select(_ => row switch
                {
                    0 => 0, 1 => Math.PI / 2 * (stream.NextInt(9) - 4), _ => 20 * (stream.NextDouble() - 0.5)
                })];
                Circuit alone = circuit.Bind(values);
                Assert.InRange(CompiledUnitary.Difference(alone, native with { Circuit = plan.Bound(values), Fused = null }), 0, 1e-10);
                if (row == 2)
                    Assert.InRange(CompiledUnitary.Difference(alone, Compile(alone, target, BindMode.Template, effort)), 0, 1e-10);
            }
        }
        Assert.True(fused > 0, "nothing was fused");
    }

    [Fact]
    public void RunsAreFusedOnlyWhereThatSavesPulses()
    {
        var target = Target.For(TestDevices.Line(4, "cx"));
        NativeCircuit template = Compile(Ansatz(4, 3), target, BindMode.Template), refuse = Compile(Ansatz(4, 3), target, BindMode.Refuse);
        Assert.Null(template.Fused);
        Assert.Equal(Ansatz(4, 3).Parameters, refuse.Parameters);
        Assert.Equal(template.Facts.After.TwoQubitGates, refuse.Facts.After.TwoQubitGates);
        Assert.True(Pulses(refuse) < Pulses(template), $"{Pulses(refuse)} is not fewer than {Pulses(template)}");
        CircuitBuilder small = Circuit.Builder(1);
        small.RX(small.Parameter("t"), 0);
        Assert.Null(Compile(small.Build(), target, BindMode.Refuse).Fused);
    }

    private static int Pulses(NativeCircuit native) => native.Circuit.CountOf(StandardGates.SX) + native.Circuit.CountOf(StandardGates.X);

    [Theory]
    [InlineData(BindMode.Template)]
    [InlineData(BindMode.Refuse)]
    public void AnglesAreThoseOfTheBoundCircuit(BindMode mode)
    {
        Circuit circuit = RandomCircuits.Symbolic(4, 30, 77);
        NativeCircuit native = Compile(circuit, Target.For(TestDevices.Line(4, "cx")), mode);
        var plan = BindPlan.Of(native);
        double[] table = [0.3, -1.25, 2.5, 7, 0.1, -3];
        double[] angles = new double[2 * plan.Angles];
        plan.Bind(table, 2, angles);
        for (int row = 0; row < 2; row++)
        {
            Circuit bound = plan.Bound(table.AsSpan(3 * row, 3));
            int next = row * plan.Angles;
            for (int i = 0; i < native.Circuit.Count; i++)
                for (int k = 0; k < native.Circuit[i].Angles.Length; k++)
                    if (!native.Circuit[i].Angles[k].IsConstant)
                        Assert.Equal(bound[i].Angles[k].Constant, angles[next++]);
            Assert.Equal((row + 1) * plan.Angles, next);
        }
        Assert.Throws<ArgumentException>(() => plan.Bind([1, 2], new double[plan.Angles]));
        Assert.Throws<ArgumentException>(() => plan.Bind([1, 2, 3], new double[1]));
    }

    [Theory]
    [InlineData(BindMode.Template)]
    [InlineData(BindMode.Refuse)]
    public void BindingAllocatesNothing(BindMode mode)
    {
        var plan = BindPlan.Of(Compile(Ansatz(4, 2), Target.For(TestDevices.Line(4, "cx")), mode));
        double[] table = [.. Enumerable.Range(0, 100 * plan.Parameters.Length).Select(i => 0.01 * i)], angles = new double[100 * plan.Angles];
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            plan.Bind(table, 100, angles);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }

    [Fact]
    public void EffortZeroFusesNothingAndRefuses()
    {
        var refusal = Assert.Throws<TranspilationException>(
            () => Compile(Ansatz(2, 1), Target.For(TestDevices.Line(2, "cx")), BindMode.Refuse, 0));
        Assert.Contains("effort 1 or more", refusal.Message);
    }

    [Fact]
    public void NamesOfTheInputAreNotTakenByFusedAngles()
    {
        CircuitBuilder builder = Circuit.Builder(1);
        Circuit circuit = builder.RX(builder.Parameter("fused0_first"), 0).RY(builder.Parameter("fused"), 0).RX(builder.Parameter("b"), 0).Build();
        NativeCircuit native = Compile(circuit, Target.For(TestDevices.Line(2, "cx")), BindMode.Refuse);
        Assert.Equal(1, native.Fused!.Runs);
        Assert.Equal(native.Circuit.Parameters.Length, native.Circuit.Parameters.Distinct().Count());
    }
}
