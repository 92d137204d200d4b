using BenchmarkDotNet.Attributes;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Programs;

/// <summary>W3: one row without noise on a program already made, and all probabilities.</summary>
[MemoryDiagnoser]
public class StateVectorProgramBenchmarks
{
    private StateVectorProgram _program = null!;
    private StateVector _state = null!;
    private double[] _row = [];
    private double[] _probabilities = [];

    /// <summary>Number of qubits.</summary>
    [Params(8, 12, 16, 20)]
    public int Qubits { get; set; }

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _program = StateVectorProgram.Compile(AnsatzWorkload.Circuit(Qubits, AnsatzWorkload.Layers, noise: false));
        _state = new StateVector(Qubits);
        _row = AnsatzWorkload.Row(Qubits, AnsatzWorkload.Layers);
        _probabilities = new double[1 << Qubits];
    }

    /// <summary>W3.</summary>
    [Benchmark]
    public double Run()
    {
        _program.Run(_row, _state, Threads);
        _state.Probabilities(_probabilities);
        return _probabilities[0];
    }
}
