using BenchmarkDotNet.Attributes;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Programs;

/// <summary>W1: one row on a program already made, ⟨Z₀⟩ and all probabilities; and making the program.</summary>
[MemoryDiagnoser]
public class DensityProgramBenchmarks
{
    private NoisyCircuit _circuit = null!;
    private DensityProgram _program = null!;
    private DensityState _state = null!;
    private double[] _row = [];
    private double[] _probabilities = [];

    /// <summary>Number of qubits.</summary>
    [Params(4, 6, 8, 10)]
    public int Qubits { get; set; }

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _circuit = AnsatzWorkload.Circuit(Qubits, AnsatzWorkload.Layers, noise: true);
        _program = DensityProgram.Compile(_circuit);
        _state = new DensityState(Qubits);
        _row = AnsatzWorkload.Row(Qubits, AnsatzWorkload.Layers);
        _probabilities = new double[1 << Qubits];
    }

    /// <summary>Makes the program.</summary>
    [Benchmark]
    public DensityProgram Compile() => DensityProgram.Compile(_circuit);

    /// <summary>W1.</summary>
    [Benchmark]
    public double Run()
    {
        _program.Run(_row, _state, Threads);
        _state.Probabilities(_probabilities);
        return _state.Coefficients[3];
    }
}
