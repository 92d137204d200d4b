using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Binding;

namespace QmlBench.Tests.Transpilation.Binding;

/// <summary>Compile once, bind many, on a small device of every technology.</summary>
public sealed class TechnologyBindingTests
{
    private static readonly StreamKey Key = StreamKey.Root(3, "routing");

    public static TheoryData<string> Technologies() => NativeBasesTests.Names();

    /// <summary>Runs with two symbols before and after an entangler, and one that is in two runs.</summary>
    private static Circuit Ansatz()
    {
        CircuitBuilder builder = Circuit.Builder(2);
        Angle[] x = [.. Enumerable.Range(0, 4).Select(i => builder.Parameter($"x{i}"))];
        builder.H(0).RY(x[0], 0).RX(x[1], 0).CZ(0, 1).RX(x[2], 1).RY(x[3], 1).RZ(0.4, 1).RX(x[0], 1).RZZ(2 * x[1] + 0.3, 0, 1).RY(x[2], 0);
        return builder.Build();
    }

    private static NativeCircuit Compile(Circuit circuit, string technology, BindMode mode) => Transpiler.Compile(
        circuit, Target.For(NativeBasesTests.Make(technology)), new(2, Key, Bind: mode), null, CancellationToken.None);

    [Theory]
    [MemberData(nameof(Technologies))]
    public void RowsHaveTheUnitaryOfCompilingThemAlone(string technology)
    {
        double[][] rows = [[0.4, -2.9, 3.3, 1.9], [0, 0, 0, 0], [Math.PI / 2, -Math.PI, 3 * Math.PI, 0.5], [17.2, -8.1, 1e-3, 5.5]];
        Circuit circuit = Ansatz();
        foreach (BindMode mode in Enum.GetValues<BindMode>())
        {
            NativeCircuit native = Compile(circuit, technology, mode);
            Assert.True(native.Equivalence.Verified);
            var plan = BindPlan.Of(native);
            foreach (double[] row in rows)
            {
                Circuit alone = circuit.Bind(row);
                Assert.InRange(CompiledUnitary.Difference(alone, native with { Circuit = plan.Bound(row), Fused = null }), 0, 1e-10);
                Assert.InRange(CompiledUnitary.Difference(alone, Compile(alone, technology, BindMode.Template)), 0, 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    public void RowsAllocateNothing(string technology)
    {
        foreach (BindMode mode in Enum.GetValues<BindMode>())
        {
            var plan = BindPlan.Of(Compile(Ansatz(), technology, mode));
            double[] table = [.. Enumerable.Range(0, 50 * plan.Parameters.Length).Select(i => 0.01 * i)], angles = new double[50 * plan.Angles];
            long least = long.MaxValue;
            for (int round = 0; round < 10; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                plan.Bind(table, 50, angles);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }
            Assert.Equal(0, least);
        }
    }

    /// <summary>Under the template reverse mode on the compiled circuit has the slopes of the input's values.</summary>
    [Theory]
    [MemberData(nameof(Technologies))]
    public void GradientsAreTheSlopesOfTheInput(string technology)
    {
        ObservableSet observables = new(Observable.Z(0, 2), Observable.Parse("ZX", 2));
        Request request = new(observables, Asked.Gradient, Budget.ExactValue, Limits.Default);
        IProgram program = new Emulator(NativeBasesTests.Make(technology), NoiseOptions.Noiseless)
            .Compile(Ansatz(), request, CompileOptions.Default(0), CancellationToken.None);
        IProgram ideal = Emulator.Ideal.Compile(Ansatz(), request, CompileOptions.Default(0), CancellationToken.None);
        double[] row = [0.4, -2.9, 3.3, 1.9];
        Gradients found = program.Find<IGradient>()!.Differentiate(
            new(program.Columns, row, 1), observables, new[] { 0, 1, 2, 3 }, null, CancellationToken.None);
        Gradients expected = ideal.Find<IGradient>()!.Differentiate(
            new(ideal.Columns, row, 1), observables, new[] { 0, 1, 2, 3 }, null, CancellationToken.None);
        for (int i = 0; i < expected.Jacobian.Length; i++)
            Assert.Equal(expected.Jacobian.Span[i], found.Jacobian.Span[i], 1e-9);
    }
}
