using BenchmarkDotNet.Attributes;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Trajectories;

/// <summary>W5: 64 trajectories with all ⟨Z_q⟩ on a program already made, the error-free one among them.</summary>
[MemoryDiagnoser]
public class TrajectoryProgramBenchmarks
{
    private const int Trajectories = 64;

    private TrajectoryProgram _program = null!;
    private EffectSet _z = null!;
    private double[] _row = [];

    /// <summary>Number of qubits.</summary>
    [Params(12, 16, 20)]
    public int Qubits { get; set; }

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Compile()
    {
        _program = TrajectoryProgram.Compile(AnsatzWorkload.Circuit(Qubits, AnsatzWorkload.TrajectoryLayers, noise: true));
        _z = EffectSet.Of(Enumerable.Range(0, Qubits).Select(q => Observable.Z(q, Qubits)), Qubits);
        _row = AnsatzWorkload.Row(Qubits, AnsatzWorkload.TrajectoryLayers);
    }

    /// <summary>One trajectory of 64.</summary>
    [Benchmark(OperationsPerInvoke = Trajectories)]
    public double Estimate() =>
        _program.Estimate(_row, _z, TrajectoryBudget.Fixed(Trajectories), StreamKey.Root(5, "shots")).Values.Span[0];
}
