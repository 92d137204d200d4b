using BenchmarkDotNet.Attributes;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation;

/// <summary>W1 to W3: one row on a program already made; ⟨Z₀⟩ is a coefficient, the probabilities are all of them.</summary>
[MemoryDiagnoser]
public class AnsatzBenchmarks
{
    private DensityProgram _noisy = null!;
    private StateVectorProgram _pure = null!;
    private DensityState _mixed = null!;
    private StateVector _amplitudes = null!;
    private double[] _row = [];
    private double[] _probabilities = [];

    /// <summary>Number of qubits.</summary>
    [Params(4, 6, 8, 10)]
    public int Qubits { get; set; }

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Compile()
    {
        _noisy = DensityProgram.Compile(AnsatzWorkload.Circuit(Qubits, AnsatzWorkload.Layers, noise: true));
        _pure = StateVectorProgram.Compile(AnsatzWorkload.Circuit(Qubits, AnsatzWorkload.Layers, noise: false));
        _mixed = new DensityState(Qubits);
        _amplitudes = new StateVector(Qubits);
        _row = AnsatzWorkload.Row(Qubits, AnsatzWorkload.Layers);
        _probabilities = new double[1 << Qubits];
    }

    /// <summary>W1.</summary>
    [Benchmark]
    public double Noisy()
    {
        _noisy.Run(_row, _mixed);
        _mixed.Probabilities(_probabilities);
        return _mixed.Coefficients[3];
    }

    /// <summary>W3.</summary>
    [Benchmark]
    public double StateVector()
    {
        _pure.Run(_row, _amplitudes);
        _amplitudes.Probabilities(_probabilities);
        return _probabilities[0];
    }
}
