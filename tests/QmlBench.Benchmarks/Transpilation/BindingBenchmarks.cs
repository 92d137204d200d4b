using BenchmarkDotNet.Attributes;
using QmlBench.Benchmarks.Tables;
using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Binding;

namespace QmlBench.Benchmarks.Transpilation;

/// <summary>Binding one row of a circuit of 4 qubits and some 60 gates compiled to ibm_manila. Bar: 2 microseconds, no allocation.</summary>
[MemoryDiagnoser]
public class BindingBenchmarks
{
    private BindPlan _plan = null!;
    private double[] _values = [], _angles = [];

    [Params(BindMode.Template, BindMode.Refuse)]
    public BindMode Mode { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        _plan = BindPlan.Of(Compiled(Mode));
        _values = [.. Enumerable.Range(0, _plan.Parameters.Length).Select(i => 0.1 * i)];
        _angles = new double[_plan.Angles];
    }

    [Benchmark]
    public double Bind()
    {
        _plan.Bind(_values, _angles);
        return _angles[0];
    }

    /// <summary>Rx, ry, rx of each feature and weight, a line of cx, and once more: more symbols in a run than pulses are needed.</summary>
    internal static NativeCircuit Compiled(BindMode mode)
    {
        var builder = Circuit.Builder(4);
        for (var layer = 0; layer < 3; layer++)
        {
            for (var q = 0; q < (layer < 2 ? 4 : 2); q++)
                builder.RX(builder.Parameter($"x{q}"), q).RY(builder.Parameter($"w{layer}_{q}"), q).RX(builder.Parameter($"v{layer}_{q}"), q);
            if (layer < 2)
                builder.CX(0, 1).CX(1, 2).CX(2, 3);
        }
        var target = Target.For(SharedFolder.Device("ibm_manila_2024-05-27"));
        return Transpiler.Compile(builder.Build(), target, new(2, StreamKey.Root(0, "routing"), Bind: mode), null, default);
    }
}
