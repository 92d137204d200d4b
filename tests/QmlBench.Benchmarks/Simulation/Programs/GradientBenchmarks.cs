using BenchmarkDotNet.Attributes;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Programs;

/// <summary>L4: one exact gradient through noise, beside its forward run.</summary>
[MemoryDiagnoser]
public class GradientBenchmarks
{
    private DensityProgram _program = null!;
    private DensityState _state = null!;
    private EffectSet _z = null!;
    private double[] _row = [];
    private double[] _gradient = [];
    private readonly double[] _slope = [1.0];
    private readonly double[] _value = [0.0];

    /// <summary>Number of qubits.</summary>
    [Params(4, 6, 8)]
    public int Qubits { get; set; }

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Compile()
    {
        _program = DensityProgram.Compile(GradientWorkload.Circuit(Qubits));
        _state = new DensityState(Qubits);
        _z = EffectSet.Of([Observable.Z(0, Qubits)], Qubits);
        _row = GradientWorkload.Row(Qubits);
        _gradient = new double[_row.Length];
    }

    /// <summary>The forward run alone.</summary>
    [Benchmark(Baseline = true)]
    public void Forward() => _program.Run(_row, _state);

    /// <summary>Value and gradient.</summary>
    [Benchmark]
    public void Gradient() => _program.Differentiate(_row, 1, _z, _slope, _value, _gradient);
}
